"""Paying, over REST."""

from typing import get_args

import pytest
from chassis.refusal import Conflict, Invalid, NotFound
from contract_messages import BOOKING_ID, NOON, found, intent, payment, timestamp
from gateway.schemas.payments import PaymentStatusWord
from gateway.views.words import payment_status_word
from totetaxi.payments.v1 import payments_service_pb2 as messages
from totetaxi.payments.v1.payment_pb2 import PAYMENT_STATUS_SUCCEEDED, PaymentStatus
from totetaxi.payments.v1.payments_service_pb2 import SANDBOX_OUTCOME_FAILED


def refusing(refusal: Exception):
    def refuse(_: object) -> None:
        raise refusal

    return refuse


async def test_an_intent_carries_the_bookings_own_amount(client, network) -> None:
    network.answers["CreatePaymentIntent"] = lambda _: intent()
    answer = await client.post("/api/payments/create-intent/", json={"booking_id": BOOKING_ID})
    assert answer.json() == {
        "payment_intent_id": "pi_1",
        "client_secret": "pi_1_secret_x",
        "amount_cents": 254_425,
        "amount_dollars": 2544.25,
        "booking_number": "TT-7QK2MB",
    }
    assert network.asked("CreatePaymentIntent")[0].request.booking_id == BOOKING_ID


async def test_a_client_can_not_name_an_amount(client, network) -> None:
    answer = await client.post("/api/payments/create-intent/", json={"booking_id": BOOKING_ID, "amount_cents": 100})
    assert answer.status_code == 400
    assert network.asked("CreatePaymentIntent") == []


async def test_a_paid_booking_is_refused(client, network) -> None:
    network.answers["CreatePaymentIntent"] = refusing(Conflict("booking_paid", "This booking is paid."))
    answer = await client.post("/api/payments/create-intent/", json={"booking_id": BOOKING_ID})
    assert (answer.status_code, answer.json()["retryable"]) == (409, False)


@pytest.mark.parametrize("booking_id", ["nonsense", "", 7, None])
async def test_a_booking_id_that_is_none_is_400(client, booking_id: object) -> None:
    answer = await client.post("/api/payments/create-intent/", json={"booking_id": booking_id})
    assert answer.status_code == 400


async def test_before_anything_was_started_the_payment_is_not_created(client, network) -> None:
    network.answers["GetBookingByNumber"] = lambda _: found(masked=True)
    network.answers["GetBookingPayment"] = lambda _: messages.GetBookingPaymentResponse()
    answer = (await client.get("/api/payments/status/TT-7QK2MB/")).json()
    assert answer == {"booking_number": "TT-7QK2MB", "payment_status": "not_created", "booking_status": "pending"}
    assert network.asked("GetBookingPayment")[0].request.booking_id == BOOKING_ID


async def test_a_started_payment_shows_amount_and_time(client, network) -> None:
    paid = payment(PAYMENT_STATUS_SUCCEEDED)
    paid.processed_at.CopyFrom(timestamp(NOON))
    network.answers["GetBookingByNumber"] = lambda _: found(masked=True)
    network.answers["GetBookingPayment"] = lambda _: messages.GetBookingPaymentResponse(payment=paid)
    answer = (await client.get("/api/payments/status/tt-7qk2mb")).json()
    assert (answer["payment_status"], answer["amount_dollars"]) == ("succeeded", 2544.25)
    assert answer["processed_at"] == "2027-06-01T12:00:00Z"


async def test_a_pending_payment_has_no_time_yet(client, network) -> None:
    network.answers["GetBookingByNumber"] = lambda _: found(masked=True)
    network.answers["GetBookingPayment"] = lambda _: messages.GetBookingPaymentResponse(payment=payment())
    assert (await client.get("/api/payments/status/TT-7QK2MB/")).json()["processed_at"] is None


async def test_a_webhook_arrives_byte_for_byte(client, network) -> None:
    network.answers["ReceiveWebhook"] = lambda _: messages.ReceiveWebhookResponse()
    body = '{ "id":"evt_1",\r\n "é": 1 }'.encode()
    answer = await client.post("/api/payments/webhook/", content=body, headers={"Stripe-Signature": "t=1,v1=abc"})
    assert (answer.status_code, answer.json()) == (200, {"received": True})
    [call] = network.asked("ReceiveWebhook")
    assert (call.request.payload, call.request.signature) == (body, "t=1,v1=abc")
    assert call.metadata["authorization"] == "Bearer gateway-token"


async def test_a_webhook_goes_out_for_the_gateway_itself_whoever_was_served_before(client, network) -> None:
    network.answers["GetBookingByNumber"] = lambda _: found(masked=True)
    network.answers["ReceiveWebhook"] = lambda _: messages.ReceiveWebhookResponse()
    await client.get("/api/public/booking-status/TT-7QK2MB/")
    await client.post("/api/payments/webhook/", content=b"{}", headers={"Stripe-Signature": "t=1"})
    assert network.asked("GetBookingByNumber")[0].metadata["authorization"] == "Bearer visitor-token"
    assert network.asked("ReceiveWebhook")[0].metadata["authorization"] == "Bearer gateway-token"


async def test_a_webhook_larger_than_other_bodies_is_taken(client, network, settings) -> None:
    network.answers["ReceiveWebhook"] = lambda _: messages.ReceiveWebhookResponse()
    body = b"x" * (settings.max_body_bytes + 1)
    answer = await client.post("/api/payments/webhook", content=body, headers={"Stripe-Signature": "t=1"})
    assert answer.status_code == 200


@pytest.mark.parametrize("headers", [{}, {"Stripe-Signature": ""}])
async def test_an_unsigned_webhook_is_400_and_reaches_nobody(client, network, headers: dict[str, str]) -> None:
    answer = await client.post("/api/payments/webhook/", content=b"{}", headers=headers)
    assert answer.status_code == 400
    assert network.asked("ReceiveWebhook") == []


async def test_a_wrong_signature_is_400(client, network) -> None:
    network.answers["ReceiveWebhook"] = refusing(Invalid("bad_signature", "The signature does not match."))
    answer = await client.post("/api/payments/webhook/", content=b"{}", headers={"Stripe-Signature": "t=1"})
    assert answer.status_code == 400


async def test_a_webhook_that_could_not_be_stored_is_not_acknowledged(client, network) -> None:
    network.answers["ReceiveWebhook"] = lambda _: 1 / 0
    answer = await client.post("/api/payments/webhook/", content=b"{}", headers={"Stripe-Signature": "t=1"})
    assert answer.status_code == 500


async def test_mock_confirm_shows_the_payment_as_it_stands(client, network) -> None:
    network.answers["ConfirmSandboxPayment"] = lambda _: messages.ConfirmSandboxPaymentResponse(payment=payment())
    sent = {"payment_intent_id": "pi_1", "status": "failed", "failure_reason": "insufficient_funds"}
    answer = (await client.post("/api/payments/mock-confirm/", json=sent)).json()
    assert answer["message"] == "The payment is pending."
    assert answer["payment"]["stripe_payment_intent_id"] == "pi_1"
    assert answer["payment"]["processed_at"] is None
    [call] = network.asked("ConfirmSandboxPayment")
    assert (call.request.outcome, call.request.failure_reason) == (SANDBOX_OUTCOME_FAILED, "insufficient_funds")


async def test_where_there_is_no_sandbox_mock_confirm_is_404(client, network) -> None:
    network.answers["ConfirmSandboxPayment"] = refusing(NotFound("no_sandbox", "There is no sandbox here."))
    answer = await client.post("/api/payments/mock-confirm/", json={"payment_intent_id": "pi_1"})
    assert answer.status_code == 404


def test_every_status_of_a_payment_is_a_word_of_the_contract() -> None:
    words = {payment_status_word(status) for status in PaymentStatus.values() if status}
    assert words | {"not_created"} == set(get_args(PaymentStatusWord))
