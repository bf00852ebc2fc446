"""The page behind a payment link: what it is for, every state of the link, and one payment."""

from __future__ import annotations

from typing import Any

import pytest
from chassis.refusal import Conflict, NotFound, Unavailable
from contract_messages import NOON, booking, payment, timestamp
from structlog.testing import capture_logs
from totetaxi.booking.v1 import booking_pb2, booking_service_pb2
from totetaxi.payments.v1 import payment_link_service_pb2 as links
from totetaxi.payments.v1 import payment_pb2
from totetaxi.payments.v1.payments_service_pb2 import ConfirmSandboxPaymentResponse

TOKEN = "k3Jx9-QbT7_w2mVd5RzYhN8uLpS4cA6eF0gKiXoWqBs"
FORM = {"token": TOKEN, "shown_cents": "254425", "card": "good"}
OPEN, USED = links.PAYMENT_LINK_STATUS_OPEN, links.PAYMENT_LINK_STATUS_USED
EXPIRED, REVOKED = links.PAYMENT_LINK_STATUS_EXPIRED, links.PAYMENT_LINK_STATUS_REVOKED
PENDING, PAID = booking_pb2.BOOKING_STATUS_PENDING, booking_pb2.BOOKING_STATUS_PAID
CANCELLED = booking_pb2.BOOKING_STATUS_CANCELLED


class Till:
    """A link, its booking and what a card does."""

    def __init__(self, network: Any) -> None:
        self.link, self.status, self.key, self.has_test_cards = OPEN, PENDING, "", True
        self.outcome = payment_pb2.PAYMENT_STATUS_SUCCEEDED
        network.answers |= {
            "GetPaymentLink": self.answer_link,
            "GetBookingByNumber": self.answer_booking,
            "PayByLink": lambda _: links.PayByLinkResponse(payment=payment(), client_secret="pi_secret"),
            "ConfirmSandboxPayment": self.answer_card,
        }

    def answer_link(self, _request: Any) -> Any:
        link = links.PaymentLink(booking_number="TT-7QK2MB", status=self.link, expires_at=timestamp(NOON))
        return links.GetPaymentLinkResponse(link=link, publishable_key=self.key, takes_test_cards=self.has_test_cards)

    def answer_booking(self, _request: Any) -> Any:
        found = booking(masked=True)
        found.status = self.status
        return booking_service_pb2.GetBookingByNumberResponse(booking=found)

    def answer_card(self, _request: Any) -> Any:
        made = payment(self.outcome)
        made.failure_reason = "Your bank declined the card."
        return ConfirmSandboxPaymentResponse(payment=made)


@pytest.fixture
def till(network: Any) -> Till:
    return Till(network)


async def opened(client: Any) -> Any:
    return await client.get("/pay/", params={"token": TOKEN})


async def test_it_says_what_is_paid_for_how_much_and_until_when_and_opening_it_does_nothing(
    client: Any, network: Any, till: Till
) -> None:
    page = await opened(client)
    assert page.status_code == 200
    for words in ("Mini move", "$2,544.25", "Tuesday, June 1, 2027", "8:00 AM, New York", "Pay $2,544.25"):
        assert words in page.text, words
    assert "350 Fifth Ave" not in page.text
    assert network.asked("PayByLink") == []


@pytest.mark.parametrize(
    ("link", "status", "code", "words"),
    [
        (USED, PENDING, 200, "It is paid. Thank you."),
        (OPEN, PAID, 200, "It is paid. Thank you."),
        (REVOKED, PAID, 200, "It is paid. Thank you."),
        (EXPIRED, PENDING, 410, "time is over."),
        (REVOKED, PENDING, 410, "This link is no longer good."),
        (REVOKED, CANCELLED, 410, "There is nothing to pay."),
        (USED, CANCELLED, 410, "There is nothing to pay."),
    ],
)
async def test_a_link_that_can_not_be_paid_says_why_and_has_no_form(
    client: Any, network: Any, till: Till, link: Any, status: Any, code: int, words: str
) -> None:
    till.link, till.status = link, status
    for page in (await opened(client), await client.post("/pay/", data=FORM)):
        assert (page.status_code, words in page.text, "<form" in page.text) == (code, True, False)
    assert network.asked("PayByLink") == []


async def test_a_good_card_pays_and_loading_the_page_again_does_not_pay_again(
    client: Any, network: Any, till: Till
) -> None:
    answer = await client.post("/pay/", data=FORM)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/pay/?token={TOKEN}")
    [call] = network.asked("PayByLink")
    assert (call.request.token, call.metadata["authorization"]) == (TOKEN, "Bearer visitor-token")


async def test_a_declined_card_is_told_in_words_and_another_may_be_tried(client: Any, till: Till) -> None:
    till.outcome = payment_pb2.PAYMENT_STATUS_FAILED
    page = await client.post("/pay/", data=FORM | {"card": "declined"})
    assert "Your bank declined the card." in page.text
    assert f'name="token" value="{TOKEN}"' in page.text


async def test_money_on_its_way_is_not_asked_for_again(client: Any, till: Till) -> None:
    till.outcome = payment_pb2.PAYMENT_STATUS_PENDING
    page = await client.post("/pay/", data=FORM)
    assert ("Please don&#39;t pay again" in page.text, "<form" in page.text) == (True, False)


@pytest.mark.parametrize("shown", ["100", "", "nonsense"])
async def test_another_amount_than_was_shown_is_not_charged(client: Any, network: Any, till: Till, shown: str) -> None:
    page = await client.post("/pay/", data=FORM | {"shown_cents": shown})
    assert "What is due has changed" in page.text
    assert network.asked("ConfirmSandboxPayment") == []


async def test_whoever_was_slower_is_told_that_it_is_paid(client: Any, network: Any, till: Till) -> None:
    def paid_meanwhile(_request: Any) -> Any:
        till.link = USED
        raise Conflict("payment_link_used", "This booking is paid already; thank you.", "token")

    network.answers["PayByLink"] = paid_meanwhile
    page = await client.post("/pay/", data=FORM)
    assert "It is paid. Thank you." in page.text


async def test_with_a_key_of_stripe_its_own_form_takes_the_card_and_nothing_else_is_let_in(
    client: Any, network: Any, till: Till
) -> None:
    till.key = "pk_test_51"
    page = await opened(client)
    assert 'src="https://js.stripe.com/clover/stripe.js"' in page.text
    assert ('data-key="pk_test_51"' in page.text, "4242" in page.text) == (True, False)
    policy = page.headers["content-security-policy"]
    assert "script-src 'self' https://js.stripe.com https://*.js.stripe.com;" in policy
    assert "unsafe" not in policy
    await client.post("/pay/", data=FORM)
    assert network.asked("PayByLink") == []


async def test_without_a_key_nothing_is_loaded_from_elsewhere(client: Any, till: Till) -> None:
    page = await opened(client)
    assert ("<script" in page.text, "//" in page.text) == (False, False)
    assert "default-src 'none'" in page.headers["content-security-policy"]


async def test_where_no_card_can_be_taken_it_says_whom_to_call(client: Any, till: Till) -> None:
    till.has_test_cards = False
    page = await opened(client)
    assert ("please call us" in page.text, "<form" in page.text) == (True, False)


@pytest.mark.parametrize("token", ["", "short", "x" * 129, "é" * 43])
async def test_a_link_that_lost_its_end_is_told_so(client: Any, network: Any, token: str) -> None:
    for page in (await client.get("/pay/", params={"token": token}), await client.post("/pay/", data={"token": token})):
        assert (page.status_code, "This link is not complete." in page.text) == (400, True)
    assert network.asked("GetPaymentLink") == []


@pytest.mark.parametrize(
    ("refusal", "code", "words"),
    [
        (NotFound("payment_link_not_found", "There is no such payment link.", "token"), 404, "know this link."),
        (Unavailable("stripe_unavailable", "We can't reach our bank.", retry_after_seconds=2), 503, "Not right now."),
    ],
)
async def test_an_unknown_link_and_an_outage_are_told_to_a_person(
    client: Any, network: Any, refusal: Exception, code: int, words: str
) -> None:
    def refuse(_request: Any) -> Any:
        raise refusal

    network.answers["GetPaymentLink"] = refuse
    for page in (await opened(client), await client.post("/pay/", data=FORM)):
        assert (page.status_code, words in page.text, "<form" in page.text) == (code, True, False)
        assert ("retry-after" in page.headers) is (code == 503)


async def test_after_a_try_that_nobody_answered_it_does_not_promise_that_nothing_was_charged(
    client: Any, network: Any, till: Till
) -> None:
    def hang_up(_request: Any) -> Any:
        raise Unavailable("stripe_unavailable", "Our payment partner does not answer.")

    network.answers["ConfirmSandboxPayment"] = hang_up
    page = await client.post("/pay/", data=FORM)
    assert ("Nothing was charged" in page.text, "before you pay again" in page.text) == (False, True)


async def test_guessing_is_limited(gateway_with: Any, till: Till) -> None:
    async with gateway_with(lookups_per_minute=1, payments_per_minute=1) as client:
        pages = [(await opened(client)).status_code for _ in range(2)]
        tries = [(await client.post("/pay/", data=FORM)).status_code for _ in range(2)]
    assert (pages, tries) == ([200, 429], [303, 429])


async def test_the_token_stays_between_the_page_and_us(client: Any, till: Till) -> None:
    with capture_logs() as logged:
        page = await opened(client)
        await client.post("/pay/", data=FORM)
    assert TOKEN not in str(logged)
    assert (page.headers["referrer-policy"], page.headers["cache-control"]) == ("no-referrer", "no-store")
