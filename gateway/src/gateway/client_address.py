"""The client's address: the socket's, unless it is one of our own proxies."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import ip_address

from fastapi import Request

from gateway.settings import Network

UNKNOWN = "unknown"


def client_address(request: Request, proxies: Sequence[Network]) -> str:
    """The address that the outermost of our proxies saw; what a client adds to X-Forwarded-For itself is ignored."""
    peer = request.client.host if request.client else UNKNOWN
    hops = [*forwarded_hops(request), peer]
    while len(hops) > 1 and is_ours(hops[-1], proxies):
        hops.pop()
    return hops[-1]


def forwarded_hops(request: Request) -> list[str]:
    """X-Forwarded-For, the nearest hop last."""
    lines = request.headers.getlist("x-forwarded-for")
    return [hop.strip() for line in lines for hop in line.split(",") if hop.strip()]


def is_ours(host: str, proxies: Sequence[Network]) -> bool:
    """Whether `host` is in one of our proxies' networks."""
    try:
        address = ip_address(host)
    except ValueError:
        return False
    return any(address in network for network in proxies)
