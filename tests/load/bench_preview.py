"""PreviewPrice beside a null handler that answers the same messages: what all that pricing does costs."""

from __future__ import annotations

from collections.abc import AsyncIterator

from measuring import Finding, Side, ratio
from pricing_side import null_port, previews, stub_at
from stage import Stage

REQUESTS = 60_000
"""More than are asked in the rounds, so that none is repeated but those that customers repeat."""

IN_FLIGHT = (1, 16)
TARGET = 0.8


async def bench(stage: Stage) -> AsyncIterator[Finding]:
    """At 1 and at 16 in flight."""
    pricing = stub_at(stage, stage.stack.ports["pricing"])
    requests = await previews(stage, pricing, REQUESTS)
    null = stub_at(stage, await null_port(stage, pricing, requests))
    ours = Side("PreviewPrice", stage.asking(pricing.PreviewPrice), requests)
    floor = Side("null handler", stage.asking(null.PreviewPrice), requests)
    for in_flight in IN_FLIGHT:
        found, words = await ratio(ours, floor, in_flight)
        yield Finding(f"PreviewPrice / null handler, {in_flight} in flight", found, TARGET, detail=words)
