"""Every error is a problem document, and none shows what is inside."""

from typing import Any

import pytest
from chassis.refusal import NotAllowed, Refusal, TooMany, Unavailable, UnknownCaller
from contract_messages import guest_booking_body
from gateway.routes import session

PROBLEM = "application/problem+json"
MEMBERS = {"type", "title", "status", "detail", "error", "code", "request_id", "retryable"}
PREVIEW = "/api/public/pricing-preview/"


def refusing(refusal: Exception):
    def refuse(_: object) -> None:
        raise refusal

    return refuse


def check_problem(answer, status: int, code: str) -> dict[str, object]:
    problem = answer.json()
    assert (answer.status_code, answer.headers["content-type"]) == (status, PROBLEM)
    assert set(problem) - {"errors"} == MEMBERS
    assert problem["detail"] == problem["error"]
    assert (problem["status"], problem["code"]) == (status, code)
    assert problem["type"] == f"urn:totetaxi:problem:{code}"
    assert problem["request_id"] == answer.headers["x-request-id"]
    return problem


async def test_an_unknown_address_is_404(client) -> None:
    check_problem(await client.get("/api/nothing/here"), 404, "not_found")
    check_problem(await client.get("/wp-login.php"), 404, "not_found")


async def test_a_wrong_method_is_405_and_names_the_right_one(client) -> None:
    answer = await client.delete("/api/public/services/")
    check_problem(answer, 405, "method_not_allowed")
    assert answer.headers["allow"] == "GET"


@pytest.mark.parametrize("body", [b"", b"{", b"null", b"[]", b'"text"', b"\xff\xfe", b"NaN"])
async def test_a_body_that_is_no_json_object_is_400(client, body: bytes) -> None:
    answer = await client.post(PREVIEW, content=body, headers={"content-type": "application/json"})
    problem = check_problem(answer, 400, "invalid_request")
    assert problem["detail"] in {"The body must be a JSON object.", "The body is not valid JSON."}


async def test_a_form_from_another_site_is_no_booking(client, network) -> None:
    answer = await client.post("/api/public/guest-booking/", data={"first_name": "Ada"})
    check_problem(answer, 400, "invalid_request")
    assert network.asked("CreateGuestBooking") == []


async def test_a_deeply_nested_body_is_refused(client) -> None:
    body = b"[" * 50_000 + b"]" * 50_000
    answer = await client.post(PREVIEW, content=body, headers={"content-type": "application/json"})
    check_problem(answer, 400, "invalid_request")


async def test_a_body_announced_too_large_is_413(client, settings) -> None:
    answer = await client.post(PREVIEW, content=b"x" * (settings.max_body_bytes + 1))
    check_problem(answer, 413, "body_too_large")


async def test_a_body_that_turns_out_too_large_is_413(client, settings) -> None:
    async def pieces():
        for _ in range(settings.max_body_bytes // 1024 + 2):
            yield b"x" * 1024

    answer = await client.post(PREVIEW, content=pieces(), headers={"content-type": "application/json"})
    check_problem(answer, 413, "body_too_large")


@pytest.mark.parametrize(
    ("refusal", "status", "retryable"),
    [
        (NotAllowed("not_allowed", "You may not do this."), 403, False),
        (TooMany("too_many", "Slow down."), 429, True),
        (Unavailable("database_unavailable", "We can't reach our records.", retry_after_seconds=2.5), 503, True),
        (UnknownCaller("not_signed_in", "Please sign in."), 401, False),
    ],
)
async def test_refusals_keep_their_kind(client, network, refusal: Refusal, status: int, retryable: bool) -> None:
    network.answers["CreateGuestBooking"] = refusing(refusal)
    answer = await client.post("/api/public/guest-booking/", json=guest_booking_body())
    problem = check_problem(answer, status, refusal.slug)
    assert (problem["detail"], problem["retryable"]) == (refusal.message, retryable)
    assert ("retry-after" in answer.headers) is retryable


async def test_retry_after_is_rounded_up_to_whole_seconds(client, network) -> None:
    network.answers["CreateGuestBooking"] = refusing(Unavailable("away", "Away.", retry_after_seconds=2.5))
    answer = await client.post("/api/public/guest-booking/", json=guest_booking_body())
    assert answer.headers["retry-after"] == "3"


async def test_our_own_expired_principal_is_no_fault_of_the_visitors(client, network) -> None:
    network.answers["CreateGuestBooking"] = refusing(UnknownCaller("principal_expired", "The principal has expired."))
    answer = await client.post("/api/public/guest-booking/", json=guest_booking_body())
    check_problem(answer, 503, "sign_in_unavailable")


async def test_a_service_that_fails_unforeseen_is_a_500_without_its_words(client, network) -> None:
    network.answers["CreateGuestBooking"] = refusing(RuntimeError("password=hunter2"))
    answer = await client.post("/api/public/guest-booking/", json=guest_booking_body())
    check_problem(answer, 500, "internal_error")
    assert "hunter2" not in answer.text


async def test_a_defect_of_the_gateways_own_is_a_500_without_its_words(client, monkeypatch) -> None:
    monkeypatch.setattr(session.csrf, "new_csrf_token", lambda _: {}["/secret/path"])
    answer = await client.get("/api/customer/csrf-token/")
    check_problem(answer, 500, "internal_error")
    assert "secret" not in answer.text


async def test_a_request_id_of_the_clients_is_kept(client) -> None:
    answer = await client.get("/api/nothing/", headers={"X-Request-ID": "abc-123"})
    assert answer.json()["request_id"] == "abc-123"


@pytest.mark.parametrize("sent", ["a b", "x" * 65, "<script>"])
async def test_a_request_id_that_is_none_is_replaced(client, sent: str) -> None:
    answer = await client.get("/api/nothing/", headers={"X-Request-ID": sent})
    assert answer.headers["x-request-id"] != sent
    assert len(answer.headers["x-request-id"]) == 32


@pytest.mark.parametrize("text", ["1000", "10001-12", "ABCDE", "10001\n"])
async def test_what_is_no_zip_code_is_refused_in_words(client: Any, text: str) -> None:
    body = {"service_type": "mini_move", "pickup_date": "2027-06-02", "pickup_zip_code": text}
    answer = await client.post("/api/public/pricing-preview/", json=body)
    (fault,) = answer.json()["errors"]
    assert (answer.status_code, fault["field"]) == (400, "pickup_zip_code")
    assert "match pattern" not in fault["message"]
