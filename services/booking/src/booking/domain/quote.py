"""Held prices: a quote is good for the very request it was made for, until its time is over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from chassis.refusal import Conflict, Fault

REST_MEMBERS = {
    "pickup_zip_code": "pickup_address.zip_code",
    "delivery_zip_code": "delivery_address.zip_code",
    "estimated_minutes": "estimated_hours",
}
"""Members of a price request that a booking calls otherwise."""


def rest_member(field: str) -> str:
    """The name that a booking's caller knows a member of the price request by."""
    return REST_MEMBERS.get(field, field)


def must_be_unexpired(expires_at: datetime, now: datetime) -> None:
    """Raises Conflict once the quote's time is over."""
    if now >= expires_at:
        raise Conflict("quote_expired", "This price was held until a moment ago; please ask for a new one.", "quote_id")


def must_be_for(quoted: Mapping[str, object], booked: Mapping[str, object]) -> None:
    """Raises Conflict naming every member in which the booking differs from what was quoted."""
    different = sorted(name for name in quoted.keys() | booked.keys() if quoted.get(name) != booked.get(name))
    if different:
        faults = [Fault(rest_member(name), f"{rest_member(name)} is not what was quoted.") for name in different]
        names = ", ".join(fault.field for fault in faults)
        message = f"This price was held for another request ({names}); please ask for a price for what you book."
        raise Conflict("quote_for_another_request", message, faults=faults)
