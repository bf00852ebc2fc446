"""Beside the gateway: a bare application and a null pricing behind it, and the same requests for both."""

from __future__ import annotations

import json
import statistics
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx2
from chassis.clock import new_york_date
from gateway.views.simulations import asked
from http_client import http_request
from price_mix import PriceMix
from stage import Stage
from totetaxi.pricing.v1.pricing_service_pb2 import GetCatalogRequest, PreviewPriceRequest
from totetaxi.pricing.v1.pricing_service_pb2_grpc import PricingServiceStub

VARIETY = 2_000
HERE = Path(__file__).parent
PREVIEW = "/api/public/pricing-preview/"
CATALOGUE = "/api/public/services/"


class RestFloor:
    """The floor, running; and what to send."""

    def __init__(self, port: int, previews: list[bytes]) -> None:
        self.port = port
        self.previews = previews
        self.catalogue = [http_request("GET", CATALOGUE)]


async def rest_floor(stage: Stage) -> RestFloor:
    """Starts both processes; what they answer is what the system answers."""
    metadata = await stage.metadata()
    pricing = PricingServiceStub(stage.channel(stage.stack.ports["pricing"]))
    catalog = (await pricing.GetCatalog(GetCatalogRequest(), metadata=metadata)).catalog
    mix = PriceMix(catalog, new_york_date(datetime.now(UTC)))
    wanted = [PreviewPriceRequest(request=request, hold=True) for request in mix.requests(VARIETY)]
    await write_middle(stage.folder, wanted[:101], pricing, metadata)
    async with httpx2.AsyncClient(base_url=stage.stack.url) as client:
        write(stage.folder / "catalogue.json", (await client.get(CATALOGUE)).content)
    null_port, port = stage.new_port(), stage.new_port()
    await stage.run([str(HERE / "null_pricing.py"), str(null_port), str(stage.folder / "answer.binpb")], null_port)
    await stage.run([str(HERE / "bare_rest.py"), str(port), str(null_port), str(stage.folder)], port)
    return RestFloor(port, [preview_request(request) for request in wanted])


async def write_middle(folder: Path, wanted: list[PreviewPriceRequest], pricing: Any, metadata: Any) -> None:
    """Writes down the request whose answer is of the middle size, and that answer."""
    answers = [await pricing.PreviewPrice(request, metadata=metadata) for request in wanted]
    middle = statistics.median_low(answer.ByteSize() for answer in answers)
    found = next(place for place, answer in enumerate(answers) if answer.ByteSize() == middle)
    write(folder / "request.binpb", wanted[found].SerializeToString())
    write(folder / "answer.binpb", answers[found].SerializeToString())


def write(path: Path, content: bytes) -> None:
    """Nothing is measured yet, so nobody is kept waiting."""
    path.write_bytes(content)


def preview_request(message: PreviewPriceRequest) -> bytes:
    """The same question over HTTP."""
    members = asked(message.request).model_dump(exclude_none=True)
    return http_request("POST", PREVIEW, json.dumps(members).encode())
