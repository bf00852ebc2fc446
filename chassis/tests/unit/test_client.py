"""The client's address and program survive the way to a service, whatever they contain."""

from __future__ import annotations

import pytest
from chassis.client import NOBODY, Client, client_of, headers_of


@pytest.mark.parametrize("agent", ["Mozilla/5.0 (Macintosh)", "Größe 🚚\r\nx-evil: 1", ""])
def test_a_client_arrives_as_it_was_sent(agent: str) -> None:
    client = Client("203.0.113.9", agent)
    headers = headers_of(client)
    assert client_of(dict(headers)) == client
    assert all(value.isascii() and value.isprintable() for _, value in headers)


def test_nobody_at_the_edge_stays_nobody() -> None:
    assert headers_of(NOBODY) == []
    assert client_of({}) == NOBODY


def test_a_long_user_agent_is_cut() -> None:
    assert len(client_of(dict(headers_of(Client("203.0.113.9", "x" * 10_000)))).user_agent) == 256
