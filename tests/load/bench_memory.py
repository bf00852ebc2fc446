"""What pricing holds in memory once it has been asked for a while."""

from __future__ import annotations

from collections.abc import AsyncIterator

from measuring import Finding, Side, answers_per_second
from pricing_side import previews, stub_at
from stage import Stage

RUNS_LAST = True
REQUESTS = 20_000
SECONDS = 5.0
TARGET = 120


async def bench(stage: Stage) -> AsyncIterator[Finding]:
    """After all the other benches of this run, and some seconds more."""
    pricing = stub_at(stage, stage.stack.ports["pricing"])
    side = Side("PreviewPrice", stage.asking(pricing.PreviewPrice), await previews(stage, pricing, REQUESTS))
    await answers_per_second(side, in_flight=16, seconds=SECONDS)
    own, resident = stage.megabytes("pricing")
    detail = f"{own:.0f} MB of its own, with its share of the libraries that other processes use too (PSS)"
    yield Finding("resident memory of pricing, MB", resident, TARGET, is_ceiling=True, detail=detail)
