"""Beside the gateway: a bare application and a null pricing behind it, and the same requests for both."""

from __future__ import annotations

import json
from pathlib import Path

import httpx2
from gateway.views.simulations import asked
from http_client import http_request
from pricing_side import null_port, previews, stub_at
from stage import Stage
from totetaxi.pricing.v1.pricing_service_pb2 import PreviewPriceRequest

VARIETY = 2_000
BARE_REST = Path(__file__).with_name("bare_rest.py")
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
    pricing = stub_at(stage, stage.stack.ports["pricing"])
    wanted = await previews(stage, pricing, VARIETY, hold=True)
    behind, port = await null_port(stage, pricing, wanted), stage.new_port()
    async with httpx2.AsyncClient(base_url=stage.stack.url) as client:
        stage.write("catalogue.json", (await client.get(CATALOGUE)).content)
    await stage.run([str(BARE_REST), str(port), str(behind), str(stage.folder)], port)
    return RestFloor(port, [preview_request(request) for request in wanted])


def preview_request(message: PreviewPriceRequest) -> bytes:
    """The same question over HTTP."""
    members = asked(message.request).model_dump(exclude_none=True)
    return http_request("POST", PREVIEW, json.dumps(members).encode())
