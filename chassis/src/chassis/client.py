"""The client at the edge: the address and program a request came from, carried to every service for the audit log."""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, unquote

ADDRESS_HEADER = "x-client-address"
USER_AGENT_HEADER = "x-client-user-agent"
LONGEST_ADDRESS = 64
LONGEST_USER_AGENT = 256


@dataclass(frozen=True, slots=True)
class Client:
    """Where a request came from, as the gateway saw it; empty where nobody was at the edge."""

    address: str = ""
    user_agent: str = ""


NOBODY = Client()

_current: ContextVar[Client] = ContextVar("client", default=NOBODY)


def current_client() -> Client:
    """The client of the request being served."""
    return _current.get()


def serve_for(client: Client) -> None:
    """Sets the client of the request being served."""
    _current.set(client)


def headers_of(client: Client) -> list[tuple[str, str]]:
    """The gRPC metadata that carries `client`; values are percent-encoded, since metadata is ASCII."""
    if client is NOBODY:
        return []
    return [(ADDRESS_HEADER, client.address[:LONGEST_ADDRESS]), (USER_AGENT_HEADER, quoted_agent(client.user_agent))]


@lru_cache(1024)
def quoted_agent(user_agent: str) -> str:
    """A user agent as metadata carries it; there are fewer of them than requests."""
    return quote(user_agent[:LONGEST_USER_AGENT])


def client_of(metadata: Mapping[str, str]) -> Client:
    """The client that a call's metadata names; believed only from a caller with a valid principal."""
    address = metadata.get(ADDRESS_HEADER, "")
    if not address:
        return NOBODY
    return Client(address[:LONGEST_ADDRESS], unquote(metadata.get(USER_AGENT_HEADER, ""))[:LONGEST_USER_AGENT])
