"""The floor: a bare grpc.aio server that reads the same requests and answers one fixed price, and does nothing else.

`python null_pricing.py PORT PATH`: PATH holds the PreviewPriceResponse to answer.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

import grpc
import uvloop
from totetaxi.pricing.v1.pricing_service_pb2 import PreviewPriceRequest, PreviewPriceResponse
from totetaxi.pricing.v1.pricing_service_pb2_grpc import (
    PricingServiceServicer,
    add_PricingServiceServicer_to_server,
)

OPTIONS = [
    ("grpc.so_reuseport", 0),
    ("grpc.keepalive_permit_without_calls", 1),
    ("grpc.http2.min_ping_interval_without_data_ms", 10_000),
]
"""As every service of ours has them; none of them makes it faster."""


class NullPricing(PricingServiceServicer):
    """Answers without looking."""

    def __init__(self, answer: PreviewPriceResponse) -> None:
        self._answer = answer

    async def PreviewPrice(self, request: PreviewPriceRequest, context: Any) -> PreviewPriceResponse:  # noqa: N802
        return self._answer


async def serve(port: int, answer: PreviewPriceResponse) -> None:
    """Serves until it is ended."""
    server = grpc.aio.server(options=OPTIONS)
    add_PricingServiceServicer_to_server(NullPricing(answer), server)
    server.add_insecure_port(f"127.0.0.1:{port}")
    await server.start()
    await asyncio.Event().wait()


if __name__ == "__main__":
    uvloop.run(serve(int(sys.argv[1]), PreviewPriceResponse.FromString(Path(sys.argv[2]).read_bytes())))
