"""Held prices: a quote is good once, in its time, for the very request it was made for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from chassis.refusal import Conflict, Fault, Invalid, NotFound

from pricing.domain.promotion import normalised_code
from pricing.domain.request import PriceRequest

ZIP_DIGITS = 5
OF_CUSTOM_QUOTES = ("service_type", "pickup_date")
"""All that a quote by staff was made for; the rest of a booking is in their lines."""


def unknown_quote() -> NotFound:
    """The refusal of a quote id that nobody was given."""
    return NotFound("quote_not_found", "There is no such quote; ask for a new price.", "quote_id")


def must_hold(expires_at: datetime, now: datetime) -> None:
    """Raises Conflict once the quote's time is over."""
    if now >= expires_at:
        raise Conflict("quote_expired", "This quote's time is over; ask for a new price.", "quote_id")


def must_be_unused(*, is_used: bool) -> None:
    """Raises Conflict when a booking has the quote, or is being made with it."""
    if is_used:
        raise Conflict("quote_used", "This quote was used for a booking; ask for a new price.", "quote_id")


def must_be_for(quoted: PriceRequest, booked: PriceRequest, *, is_custom: bool) -> None:
    """Raises Conflict naming every member in which what is booked differs from what was quoted."""
    different = differences(quoted, booked, is_custom=is_custom)
    if different:
        faults = [Fault(name, f"{name} is not what was quoted.") for name in different]
        message = (
            f"This price was held for another request ({', '.join(different)}); ask for a price for what you book."
        )
        raise Conflict("quote_for_another_request", message, faults=faults)


def differences(one: PriceRequest, other: PriceRequest, *, is_custom: bool = False) -> list[str]:
    """Members in which two requests differ, but for ZIP+4, the order of items and the case of codes."""
    left, right = comparable(one), comparable(other)
    return [name for name in (OF_CUSTOM_QUOTES if is_custom else left) if left[name] != right[name]]


def comparable(request: PriceRequest) -> Mapping[str, Any]:
    """The members, without differences that mean nothing."""
    return {
        **asdict(request),
        "pickup_zip_code": request.pickup_zip_code[:ZIP_DIGITS],
        "delivery_zip_code": request.delivery_zip_code[:ZIP_DIGITS],
        "specialty_item_ids": sorted(request.specialty_item_ids),
        "promotion_code": normalised_code(request.promotion_code),
        "airport": request.airport.upper(),
        "airport_terminal": request.airport_terminal.upper(),
    }


def key_reused() -> Invalid:
    """The refusal of a redemption key that is known for something else."""
    message = "This redemption key was used for another request; use a new key for a new request."
    return Invalid("redemption_key_reused", message, "redemption_key")
