"""Quotes whose lines staff write: who may do what in which state, and until when an offer holds."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from chassis.faults import attempt, must_be_faultless, note
from chassis.refusal import Conflict, Fault, Invalid

from booking.domain.order import Order, checked_move
from booking.domain.pickup import PickupWindow, spoken_date, window_begins

QUOTED: Final = ("b2b_popup", "mini_storage")
"""The services that begin with a quote (pricing.md)."""
TOKEN_BYTES: Final = 32
PAYMENT_HOURS: Final = 72
"""Hours in which an accepted quote must be paid, unless its pickup comes first; so long is its payment link good."""
MINUTES: Final = 60
"""Of an hour; as many seconds has a minute."""


class QuoteStatus(StrEnum):
    """Where a quote is in its life."""

    REQUESTED = "requested"
    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"


OVER: Final = {
    QuoteStatus.REQUESTED: "We are still writing this quote; please wait for our mail.",
    QuoteStatus.ACCEPTED: "This quote was accepted already; it is a booking now.",
    QuoteStatus.DECLINED: "This quote was declined; please ask us for a new one.",
    QuoteStatus.EXPIRED: "This quote's time is over; please ask us for a new one.",
}
"""Why a quote can't be answered, by the state it is in."""
DECLINABLE: Final = frozenset({QuoteStatus.REQUESTED, QuoteStatus.SENT, QuoteStatus.EXPIRED})


@dataclass(frozen=True, slots=True)
class QuoteWish:
    """What somebody asks a quote for; the order's instructions are what is to be moved."""

    order: Order
    company_name: str


def checked_wish(wish: QuoteWish, now: datetime) -> QuoteWish:
    """The wish as we keep it. Raises Invalid with every fault at once."""
    faults: list[Fault] = []
    note(faults, lambda: must_begin_with_a_quote(wish.order.service_type))
    company = attempt(faults, lambda name: normalised_company(name, wish.order.service_type), wish.company_name)
    kept = replace(wish, order=checked_move(wish.order, now, faults), company_name=company)
    must_be_faultless(faults, "invalid_quote_request")
    return kept


def must_begin_with_a_quote(service_type: str) -> None:
    """Raises Invalid for what has a price of its own."""
    if service_type not in QUOTED:
        message = f"service_type must be {' or '.join(QUOTED)}; everything else can be booked at once."
        raise Invalid("service_has_a_price", message, "service_type")


def normalised_company(name: str, service_type: str) -> str:
    """The company's name on one line. Raises Invalid where a pop-up has none."""
    kept = " ".join(name.split())
    if not kept and service_type == "b2b_popup":
        raise Invalid("company_missing", "company_name must be given for a pop-up.", "company_name")
    if not kept.isprintable():
        raise Invalid("company_unprintable", "company_name must be plain text on one line.", "company_name")
    return kept


def status_at(status: QuoteStatus, valid_until: datetime | None, now: datetime) -> QuoteStatus:
    """Where it is at `now`: an offer is over with its time, whether or not the clock has come by."""
    if status is QuoteStatus.SENT and valid_until and now >= valid_until:
        return QuoteStatus.EXPIRED
    return status


def must_be_open(status: QuoteStatus) -> None:
    """Raises Conflict, saying why, unless it can be accepted or declined by its link."""
    if status is not QuoteStatus.SENT:
        raise Conflict(f"quote_{status}", OVER[status], "token")


def must_be_sendable(status: QuoteStatus) -> None:
    """Raises Conflict for a quote that is a booking; every other one can be offered anew."""
    if status is QuoteStatus.ACCEPTED:
        raise Conflict("quote_accepted", OVER[status], "quote_id")


def must_be_declinable(status: QuoteStatus) -> None:
    """Raises Conflict for a quote that is a booking."""
    if status not in DECLINABLE:
        raise Conflict(f"quote_{status}", OVER[status], "quote_id")


def must_end_before_the_pickup(valid_until: datetime, order: Order) -> None:
    """Raises Invalid for an offer that could be accepted when the move has begun."""
    if valid_until > window_begins(order.pickup_date, order.pickup_window):
        message = f"valid_until must be before the {order.pickup_window} of {spoken_date(order.pickup_date)}."
        raise Invalid("valid_after_the_pickup", message, "valid_until")


def minutes_to_pay(order: Order, usual_minutes: int, now: datetime) -> int:
    """Minutes in which what is accepted `now` must be paid: 72 hours, but no longer than to the pickup.

    It is never less than what every booking has.
    """
    until_pickup = window_begins(order.pickup_date, order.pickup_window) - now
    return max(usual_minutes, min(PAYMENT_HOURS * MINUTES, int(until_pickup.total_seconds() // MINUTES)))


def must_cost_something(total_cents: int) -> None:
    """Raises Invalid for lines (USD cents) that come to nothing: a free booking is not made by a quote."""
    if total_cents <= 0:
        raise Invalid("quote_costs_nothing", "The lines must come to more than nothing.", "lines")


def planned_for(order: Order, day: date | None, window: PickupWindow | None) -> Order:
    """The order on the day and in the window that staff offer; None leaves what was asked for."""
    return replace(order, pickup_date=day or order.pickup_date, pickup_window=window or order.pickup_window)


def new_token() -> str:
    """What a link carries: nobody can guess it."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def hash_of(token: str) -> bytes:
    """What is kept of a token; it has 256 bits of chance, so that a plain hash is enough."""
    return hashlib.sha256(token.encode()).digest()
