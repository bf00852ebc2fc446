"""A preview through gateway and pricing, beside the null chain: bare FastAPI with the same models, null gRPC behind."""

from __future__ import annotations

from collections.abc import AsyncIterator

from http_client import asking_http
from measuring import Finding, Side, ratio
from rest_floor import rest_floor
from stage import Stage

IN_FLIGHT = (1, 16)
TARGET = 0.75


async def bench(stage: Stage) -> AsyncIterator[Finding]:
    """At 1 and at 16 in flight."""
    floor = await rest_floor(stage)
    (ask_gateway, close_gateway), (ask_floor, close_floor) = map(asking_http, (stage.stack.gateway_port, floor.port))
    ours, bare = Side("REST preview", ask_gateway, floor.previews), Side("null chain", ask_floor, floor.previews)
    for in_flight in IN_FLIGHT:
        found, words = await ratio(ours, bare, in_flight)
        yield Finding(f"REST preview / null chain, {in_flight} in flight", found, TARGET, detail=words)
    close_gateway()
    close_floor()
