"""Connecting to a service that is slow to answer, as on a busy machine or a far one."""

from __future__ import annotations

import grpc
from chassis.remote import open_channel
from grpc_health.v1 import health, health_pb2, health_pb2_grpc
from hanging_proxy import HangingProxy

SLOW_SECONDS = 0.5
"""Longer than it takes to try again where nobody listens."""


async def test_a_service_that_is_slow_to_greet_is_reached() -> None:
    server = grpc.aio.server()
    healthiness = health.aio.HealthServicer()
    health_pb2_grpc.add_HealthServicer_to_server(healthiness, server)
    port = server.add_insecure_port("127.0.0.1:0")
    await server.start()
    async with HangingProxy(port, SLOW_SECONDS) as proxy, open_channel(f"127.0.0.1:{proxy.port}") as channel:
        ask = health_pb2_grpc.HealthStub(channel).Check
        answer = await ask(health_pb2.HealthCheckRequest(), timeout=10)
    assert answer.status == health_pb2.HealthCheckResponse.SERVING
    await server.stop(None)
