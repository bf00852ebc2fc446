"""Previews and the catalogue over REST, beside a bare FastAPI application with the same models and a null pricing."""

from __future__ import annotations

from collections.abc import AsyncIterator

from http_client import asking_http
from measuring import Finding, Side, ratio
from rest_floor import rest_floor
from stage import Stage

IN_FLIGHT = (1, 16)
PREVIEW_TARGET, CATALOGUE_TARGET = 0.75, 0.7


async def bench(stage: Stage) -> AsyncIterator[Finding]:
    """At 1 and at 16 in flight."""
    floor = await rest_floor(stage)
    (ask_gateway, close_gateway), (ask_floor, close_floor) = map(asking_http, (stage.stack.gateway_port, floor.port))
    comparisons = (
        ("REST preview", "null chain", floor.previews, PREVIEW_TARGET),
        ("REST catalogue", "fixed bytes", floor.catalogue, CATALOGUE_TARGET),
    )
    for name, floor_name, requests, target in comparisons:
        ours, bare = Side(name, ask_gateway, requests), Side(floor_name, ask_floor, requests)
        for in_flight in IN_FLIGHT:
            found, words = await ratio(ours, bare, in_flight)
            yield Finding(f"{name} / {floor_name}, {in_flight} in flight", found, target, detail=words)
    close_gateway()
    close_floor()
