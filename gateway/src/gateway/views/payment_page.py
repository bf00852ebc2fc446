"""How the page behind a payment link reads: what is paid for, and where the link is."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC
from http import HTTPStatus
from typing import Any, Literal
from zoneinfo import ZoneInfo

from chassis.money import format_dollars
from chassis.refusal import NotFound, Refusal
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader
from totetaxi.booking.v1.booking_pb2 import Booking, BookingStatus
from totetaxi.payments.v1.payment_link_service_pb2 import GetPaymentLinkResponse, PaymentLink, PaymentLinkStatus

from gateway.private_page import private_page
from gateway.problems import status_for
from gateway.refusals import presentable
from gateway.routes.pages import LANDING_POLICY

NEW_YORK = ZoneInfo("America/New_York")
LINK_LENGTHS = range(16, 129)
STRIPE_SCRIPT = "https://js.stripe.com/clover/stripe.js"
POLICY = f"{LANDING_POLICY}; form-action 'self'"
STRIPE_POLICY = (
    f"{POLICY}; script-src 'self' https://js.stripe.com https://*.js.stripe.com; "
    "connect-src 'self' https://api.stripe.com; "
    "frame-src https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com"
)
"""What Stripe.js needs (docs.stripe.com/security/guide, content security policy), and nothing else."""

UNCHARGED = "Nothing was charged."
LOOK_AGAIN = "Please open our link once more before you pay again: it says whether your payment has come."

TEST_CARDS = (
    ("good", "4242 4242 4242 4242", "It is charged."),
    ("declined", "4000 0000 0000 0002", "The bank declines it."),
)

Till = Literal["", "stripe", "test_cards"]
"""How a card is taken; empty where nothing can be paid."""

Standing = Literal["open", "paid", "expired", "revoked", "over"]

WORDS: dict[Standing, tuple[str, str, HTTPStatus]] = {
    "open": (
        "Reserve your day.",
        "Please look it over, and pay below. It is one payment; nothing else is due.",
        HTTPStatus.OK,
    ),
    "paid": ("It is paid. Thank you.", "There is nothing more to do; a receipt is in your mail.", HTTPStatus.OK),
    "expired": (
        "This link's time is over.",
        "Nothing was charged. Please ask us for a new one: answer our mail, or call us.",
        HTTPStatus.GONE,
    ),
    "revoked": (
        "This link is no longer good.",
        "Please use the newest one that we sent you, or ask us. Nothing was charged by this one.",
        HTTPStatus.GONE,
    ),
    "over": (
        "There is nothing to pay.",
        "This booking is over. If you still need us, you are welcome to book anew.",
        HTTPStatus.GONE,
    ),
}
OVER = {"CANCELLED", "EXPIRED"}
UNPAID = {"PENDING", "CONFIRMED"}

template = Environment(loader=PackageLoader("gateway", "pages"), autoescape=True).get_template("payment.html")


@dataclass(frozen=True)
class Opened:
    """A link that we know, and the booking that it is for."""

    token: str
    answer: GetPaymentLinkResponse
    booking: Booking
    bill: dict[str, Any]
    """What the page of a booking shows of it."""

    @property
    def standing(self) -> Standing:
        """The booking says it better than the link: a paid one is paid by whichever link."""
        link = PaymentLinkStatus.Name(self.answer.link.status).removeprefix("PAYMENT_LINK_STATUS_")
        status = BookingStatus.Name(self.booking.status).removeprefix("BOOKING_STATUS_")
        if status in OVER:
            return "over"
        if link == "USED" or status not in UNPAID:
            return "paid"
        return STANDINGS[link]

    @property
    def till(self) -> Till:
        """How a card is taken for it."""
        if self.standing != "open":
            return ""
        if self.answer.publishable_key:
            return "stripe"
        return "test_cards" if self.answer.takes_test_cards else ""


STANDINGS: dict[str, Standing] = {"OPEN": "open", "EXPIRED": "expired", "REVOKED": "revoked"}


def is_whole(token: str) -> bool:
    """Whether it may be what a link of ours carries."""
    return len(token) in LINK_LENGTHS and token.isascii() and token.isprintable()


def opened(link: Opened, fault: str = "") -> HTMLResponse:
    """What is paid for and where the link is, with what was wrong with the last try."""
    headline, explanation, status = WORDS[link.standing]
    if link.standing == "open" and not link.till:
        explanation = "Cards can't be taken on this page right now; please call us, and we help you at once."
    way = (f"/booking/{link.booking.booking_number}/", "See your booking") if link.standing == "paid" else None
    total_cents = link.booking.price.total_cents
    bill = {
        **link.bill,
        "pay_by": pay_by(link.answer.link, link.booking),
        "total_cents": total_cents,
        "lines": lines_of(link.booking),
    }
    return page(
        headline,
        explanation,
        status,
        number=link.booking.booking_number,
        bill=bill if link.standing in {"open", "paid"} else None,
        till=link.till,
        token=link.token,
        publishable_key=link.answer.publishable_key,
        fault=fault,
        way=way,
    )


def pay_by(link: PaymentLink, booking: Booking) -> tuple[str, str]:
    """Day and time in New York until when it can be paid: the link's, or the booking's where that ends first."""
    ends = [link.expires_at, *([booking.expires_at] if booking.HasField("expires_at") else [])]
    local = min(end.ToDatetime(tzinfo=UTC) for end in ends).astimezone(NEW_YORK)
    return f"{local:%A, %B} {local.day}, {local.year}", f"{local:%I:%M %p}".lstrip("0")


def lines_of(booking: Booking) -> list[tuple[str, str]]:
    """What the price is made of, line by line."""
    return [(line.label, format_dollars(line.amount_cents)) for line in booking.price.lines]


def being_confirmed(number: str) -> HTMLResponse:
    """The card went through, and Stripe's word is on its way."""
    explanation = "Your bank has the payment; we confirm it by mail within a minute. Please don't pay again."
    way = (f"/booking/{number}/", "See your booking") if number else None
    return page("Thank you.", explanation, number=number, way=way)


def broken() -> HTMLResponse:
    """Something of it was lost on the way."""
    explanation = "Please open it from our mail once more, or copy it from there as a whole."
    return page("This link is not complete.", explanation, HTTPStatus.BAD_REQUEST)


def refused(refusal: Refusal, rest: str = UNCHARGED) -> HTMLResponse:
    """There is no such link, or it can't be looked at right now; `rest` is what that means for the money."""
    shown = presentable(refusal)
    if isinstance(refusal, NotFound):
        explanation = "Please check it against our mail, or ask us for a new one. Nothing was charged."
        return page("We don't know this link.", explanation, HTTPStatus.NOT_FOUND)
    response = page("Not right now.", f"{shown.message} {rest}", status_for(shown))
    if refusal.retry_after_seconds:
        response.headers["Retry-After"] = str(math.ceil(refusal.retry_after_seconds))
    return response


def page(headline: str, explanation: str, status: HTTPStatus = HTTPStatus.OK, **facts: Any) -> HTMLResponse:
    """The page, kept by nobody; its address, which holds the link's token, is told to nobody."""
    policy = STRIPE_POLICY if facts.get("till") == "stripe" else POLICY
    words = {"headline": headline, "explanation": explanation}
    html = template.render(**words, stripe_script=STRIPE_SCRIPT, test_cards=TEST_CARDS, **facts)
    return private_page(html, status, policy)
