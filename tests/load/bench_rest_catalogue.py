"""The catalogue through the gateway, beside a bare FastAPI route that answers the same bytes."""

from __future__ import annotations

from collections.abc import AsyncIterator

from http_client import asking_http
from measuring import Finding, Side, ratio
from rest_floor import rest_floor
from stage import Stage

IN_FLIGHT = (1, 16)
TARGET = 0.7


async def bench(stage: Stage) -> AsyncIterator[Finding]:
    """At 1 and at 16 in flight."""
    floor = await rest_floor(stage)
    (ask_gateway, close_gateway), (ask_floor, close_floor) = map(asking_http, (stage.stack.gateway_port, floor.port))
    ours, bare = Side("REST catalogue", ask_gateway, floor.catalogue), Side("fixed bytes", ask_floor, floor.catalogue)
    for in_flight in IN_FLIGHT:
        found, words = await ratio(ours, bare, in_flight)
        yield Finding(f"REST catalogue / fixed bytes, {in_flight} in flight", found, TARGET, detail=words)
    close_gateway()
    close_floor()
