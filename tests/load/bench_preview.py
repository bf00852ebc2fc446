"""PreviewPrice beside a null handler that answers the same messages: what all that pricing does costs."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

from measuring import Finding, Side, ratio
from pricing_side import previews, stub_at
from stage import Stage
from totetaxi.pricing.v1.pricing_service_pb2 import PreviewPriceRequest

REQUESTS = 60_000
"""More than are asked in the rounds, so that none is repeated but those that customers repeat."""

IN_FLIGHT = (1, 16)
TARGET = 0.8
NULL_PRICING = Path(__file__).with_name("null_pricing.py")


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


async def null_port(stage: Stage, pricing: Any, requests: Sequence[PreviewPriceRequest]) -> int:
    """Where the null handler answers, with a price of the middle size of the mix."""
    ask = stage.asking(pricing.PreviewPrice)
    answers = sorted([await ask(request) for request in requests[:101]], key=lambda answer: int(answer.ByteSize()))
    path, port = stage.folder / "answer.binpb", stage.new_port()
    path.write_bytes(answers[len(answers) // 2].SerializeToString())
    await stage.run([str(NULL_PRICING), str(port), str(path)], port)
    return port
