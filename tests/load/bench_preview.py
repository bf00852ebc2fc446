"""PreviewPrice beside a null handler that answers the same messages: what all that pricing does costs."""

from __future__ import annotations

import statistics
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from chassis.clock import new_york_date
from measuring import Finding, Side, ratio
from price_mix import PriceMix
from stage import Stage, asking
from totetaxi.pricing.v1.pricing_service_pb2 import GetCatalogRequest, PreviewPriceRequest
from totetaxi.pricing.v1.pricing_service_pb2_grpc import PricingServiceStub

VARIETY = 5_000
IN_FLIGHT = (1, 16)
TARGET = 0.8
NULL_PRICING = Path(__file__).with_name("null_pricing.py")


async def bench(stage: Stage) -> AsyncIterator[Finding]:
    """At 1 and at 16 in flight."""
    metadata = await stage.metadata()
    pricing = PricingServiceStub(stage.channel(stage.stack.ports["pricing"]))
    requests = await previews(pricing, metadata)
    null = PricingServiceStub(stage.channel(await null_port(stage, pricing, requests, metadata)))
    ours = Side("PreviewPrice", asking(pricing.PreviewPrice, metadata), requests)
    floor = Side("null handler", asking(null.PreviewPrice, metadata), requests)
    for in_flight in IN_FLIGHT:
        found, words = await ratio(ours, floor, in_flight)
        yield Finding(f"PreviewPrice / null handler, {in_flight} in flight", found, TARGET, detail=words)


async def previews(pricing: Any, metadata: Any) -> list[PreviewPriceRequest]:
    """The mix as previews."""
    catalog = (await pricing.GetCatalog(GetCatalogRequest(), metadata=metadata)).catalog
    mix = PriceMix(catalog, new_york_date(datetime.now(UTC)))
    return [PreviewPriceRequest(request=request) for request in mix.requests(VARIETY)]


async def null_port(stage: Stage, pricing: Any, requests: list[PreviewPriceRequest], metadata: Any) -> int:
    """Where the null handler answers, with a price of the middle size of the mix."""
    answers = [await pricing.PreviewPrice(request, metadata=metadata) for request in requests[:101]]
    middle = statistics.median_low(answer.ByteSize() for answer in answers)
    answer = next(answer for answer in answers if answer.ByteSize() == middle)
    path, port = stage.folder / "answer.binpb", stage.new_port()
    path.write_bytes(answer.SerializeToString())
    await stage.run([str(NULL_PRICING), str(port), str(path)], port)
    return port
