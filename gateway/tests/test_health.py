"""Alive is one thing, ready another."""

from grpc_health.v1 import health_pb2


async def test_it_is_ready_when_every_service_is(client) -> None:
    answer = await client.get("/health/ready/")
    assert answer.status_code == 200
    assert answer.json()["services"] == dict.fromkeys(
        ("identity", "pricing", "booking", "payments", "notifications"), True
    )


async def test_a_service_that_is_not_serving_is_named(client, network) -> None:
    await network.healthiness.set("", health_pb2.HealthCheckResponse.NOT_SERVING)
    answer = await client.get("/health/ready")
    assert answer.status_code == 503
    assert answer.json()["status"] == "not ready"


async def test_it_lives_whatever_the_services_do(gateway_with) -> None:
    async with gateway_with(pricing_target="127.0.0.1:1") as client:
        assert (await client.get("/health/live/")).json() == {"status": "ok"}
        answer = await client.get("/health/ready/")
        assert (answer.status_code, answer.json()["services"]["pricing"]) == (503, False)


async def test_a_service_that_is_away_is_a_503_that_says_when_to_come_back(gateway_with) -> None:
    async with gateway_with(pricing_target="127.0.0.1:1") as client:
        answer = await client.get("/api/public/services/")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")
