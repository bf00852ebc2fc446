"""The floor: a bare FastAPI application with the gateway's models, and nothing of what a gateway does.

`python bare_rest.py PORT NULL_PRICING_PORT FOLDER`: the body of a preview is validated, a null pricing is asked, and
one fixed answer goes through the response model; the catalogue is fixed bytes. Served as the gateway is. FOLDER holds
request and answer of the preview (request.binpb, answer.binpb) and the catalogue (catalogue.json).
"""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import grpc
import uvicorn
from fastapi import FastAPI, Response
from gateway.__main__ import server_configuration
from gateway.schemas.prices import Preview, PreviewRequest
from gateway.settings import GatewaySettings
from gateway.views.prices import preview
from totetaxi.pricing.v1.pricing_service_pb2 import PreviewPriceRequest, PreviewPriceResponse
from totetaxi.pricing.v1.pricing_service_pb2_grpc import PricingServiceStub


def bare_application(null_port: int, folder: Path) -> FastAPI:
    """Two routes."""
    asked = PreviewPriceRequest.FromString((folder / "request.binpb").read_bytes())
    answered = PreviewPriceResponse.FromString((folder / "answer.binpb").read_bytes())
    shown, catalogue = preview(asked.request, answered), (folder / "catalogue.json").read_bytes()

    @asynccontextmanager
    async def lifespan(application: FastAPI) -> AsyncIterator[None]:
        async with grpc.aio.insecure_channel(f"127.0.0.1:{null_port}") as channel:
            application.state.pricing = PricingServiceStub(channel)
            yield

    application = FastAPI(lifespan=lifespan)

    @application.post("/api/public/pricing-preview/", response_model_exclude_none=True)
    async def preview_price(sent: PreviewRequest) -> Preview:
        await application.state.pricing.PreviewPrice(asked)
        return shown

    @application.get("/api/public/services/")
    async def list_services() -> Response:
        return Response(catalogue, media_type="application/json")

    return application


if __name__ == "__main__":
    port, null_port, folder = sys.argv[1:]
    settings = GatewaySettings.model_construct(address=f"127.0.0.1:{port}")
    uvicorn.Server(server_configuration(bare_application(int(null_port), Path(folder)), settings)).run()
