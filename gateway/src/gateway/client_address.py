"""The client's address: the socket's, unless it is one of our own proxies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from ipaddress import ip_address

from starlette.datastructures import Headers
from starlette.types import Scope

from gateway.settings import Network

UNKNOWN = "unknown"
ACCEPTABLE = re.compile(r"^[\x21-\x7e]{1,64}$")
"""What may travel on as metadata and stand in the audit log."""


def client_address(scope: Scope, headers: Headers, proxies: Sequence[Network]) -> str:
    """The address that the outermost of our proxies saw; what a client adds to X-Forwarded-For itself is ignored."""
    peer = scope["client"][0] if scope.get("client") else UNKNOWN
    if not proxies or not is_ours(peer, proxies):
        return peer
    hops = [*forwarded_hops(headers), peer]
    while len(hops) > 1 and is_ours(hops[-1], proxies):
        hops.pop()
    return hops[-1] if ACCEPTABLE.match(hops[-1]) else peer


def forwarded_hops(headers: Headers) -> list[str]:
    """X-Forwarded-For, the nearest hop last."""
    lines = headers.getlist("x-forwarded-for")
    return [hop.strip() for line in lines for hop in line.split(",") if hop.strip()]


def is_ours(host: str, proxies: Sequence[Network]) -> bool:
    """Whether `host` is in one of our proxies' networks."""
    try:
        address = ip_address(host)
    except ValueError:
        return False
    return any(address in network for network in proxies)
