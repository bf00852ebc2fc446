"""BatchPreviewPrices beside single previews, one at a time: what asking for many at once spares."""

from __future__ import annotations

from collections.abc import AsyncIterator

from measuring import Finding, Side, ratio
from pricing_side import mix, stub_at
from stage import Stage
from totetaxi.pricing.v1.pricing_service_pb2 import BatchPreviewPricesRequest, PreviewPriceRequest

SIZE = 100
BATCHES = 600
TARGET = 20


async def bench(stage: Stage) -> AsyncIterator[Finding]:
    """Prices a second, both ways; neither way asks what the other did."""
    pricing = stub_at(stage, stage.stack.ports["pricing"])
    requests = (await mix(stage, pricing)).requests(2 * SIZE * BATCHES)
    singles = [PreviewPriceRequest(request=request) for request in requests[SIZE * BATCHES :]]
    groups = [requests[first : first + SIZE] for first in range(0, SIZE * BATCHES, SIZE)]
    batches = [BatchPreviewPricesRequest(requests=group) for group in groups]
    many = Side("batches of 100", stage.asking(pricing.BatchPreviewPrices), batches, answers_each=SIZE)
    single = Side("single previews", stage.asking(pricing.PreviewPrice), singles)
    found, words = await ratio(many, single)
    yield Finding("prices/s in batches of 100 / one at a time", found, TARGET, detail=words)
