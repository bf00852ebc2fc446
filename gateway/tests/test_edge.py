"""What every request passes: slashes, headers, trace, log and metrics."""

import pytest
import structlog
from contract_messages import booked, catalogue, found, guest_booking_body
from gateway.edge import with_slash
from prometheus_client import REGISTRY

TRACE = "0af7651916cd43dd8448eb211c80319c"


@pytest.fixture(autouse=True)
def services(network) -> None:
    network.answers["GetCatalog"] = lambda _: catalogue()
    network.answers["CreateGuestBooking"] = lambda _: booked()
    network.answers["GetBookingByNumber"] = lambda _: found(masked=True)


@pytest.mark.parametrize(
    ("path", "answered_as"),
    [
        ("/api/public/services", "/api/public/services/"),
        ("/api/public/services/", "/api/public/services/"),
        ("/api/openapi.json", "/api/openapi.json"),
        ("/health/live", "/health/live/"),
        ("/assets/site.css", "/assets/site.css"),
        ("/", "/"),
    ],
)
def test_the_last_slash_is_optional_where_routes_have_one(path: str, answered_as: str) -> None:
    assert with_slash(path) == answered_as


async def test_a_post_without_the_last_slash_is_answered_and_not_redirected(client) -> None:
    assert (await client.post("/api/public/guest-booking", json=guest_booking_body())).status_code == 201


@pytest.mark.parametrize("path", ["/api/public/services/", "/health/live", "/api/nothing/", "/"])
async def test_head_is_answered_like_get_without_the_body(client, path: str) -> None:
    head, get = await client.head(path), await client.get(path)
    assert (head.status_code, head.content) == (get.status_code, b"")
    assert head.headers["content-type"] == get.headers["content-type"]
    assert head.headers.get("etag") == get.headers.get("etag")


async def test_head_where_nothing_can_be_looked_at_is_405(client) -> None:
    assert (await client.head("/api/public/guest-booking/")).status_code == 405


async def test_every_answer_carries_the_security_headers(client) -> None:
    for path in ("/", "/api/public/services/", "/api/nothing/"):
        headers = (await client.get(path)).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]


async def test_personal_answers_are_not_stored_on_the_way(client) -> None:
    assert (await client.get("/api/public/booking-status/TT-7QK2MB/")).headers["cache-control"] == "no-store"


async def test_trace_and_request_id_reach_the_services(client, network) -> None:
    headers = {"traceparent": f"00-{TRACE}-b7ad6b7169203331-01", "X-Request-ID": "from-the-browser"}
    await client.get("/api/public/booking-status/TT-7QK2MB/", headers=headers)
    metadata = network.asked("GetBookingByNumber")[0].metadata
    assert metadata["x-request-id"] == "from-the-browser"
    assert TRACE in metadata["traceparent"]


async def test_the_access_log_holds_nothing_personal(client) -> None:
    with structlog.testing.capture_logs() as lines:
        await client.get("/api/public/booking-status/TT-7QK2MB/", params={"email": "ada@example.com"})
        await client.post("/api/public/guest-booking/", json=guest_booking_body())
        await client.get("/ada@example.com")
    logged = str(lines)
    assert "/api/public/booking-status/{booking_number}/" in logged
    for personal in ("ada@example.com", "TT-7QK2MB", "Byron", "Fifth Ave"):
        assert personal not in logged


async def test_requests_are_measured_by_route_and_not_by_path(client) -> None:
    labels = {"method": "GET", "route": "/api/public/booking-status/{booking_number}/", "status": "200"}
    before = REGISTRY.get_sample_value("totetaxi_http_seconds_count", labels) or 0
    await client.get("/api/public/booking-status/TT-7QK2MB/")
    assert REGISTRY.get_sample_value("totetaxi_http_seconds_count", labels) == before + 1


async def test_only_configured_origins_may_read_answers(gateway_with) -> None:
    async with gateway_with(cors_origins="https://app.example.com") as client:
        ours = await client.get("/health/live/", headers={"Origin": "https://app.example.com"})
        other = await client.get("/health/live/", headers={"Origin": "https://evil.example.com"})
    assert ours.headers["access-control-allow-origin"] == "https://app.example.com"
    assert ours.headers["access-control-allow-credentials"] == "true"
    assert "access-control-allow-origin" not in other.headers


async def test_a_preflight_allows_the_contracts_headers(gateway_with) -> None:
    asked = {
        "Origin": "https://app.example.com",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type,x-csrftoken,idempotency-key,authorization",
    }
    async with gateway_with(cors_origins="https://app.example.com") as client:
        answer = await client.options("/api/public/guest-booking/", headers=asked)
    assert answer.status_code == 200
    assert "POST" in answer.headers["access-control-allow-methods"]


async def test_without_configured_origins_there_is_no_cors_at_all(client) -> None:
    answer = await client.get("/health/live/", headers={"Origin": "https://app.example.com"})
    assert "access-control-allow-origin" not in answer.headers
