"""What partners can be told: the published list of events, and the small document that each of them is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

TEST = "webhook.test"

EVENT_TYPES: Mapping[str, str] = {
    "booking.created": "A booking was made; it waits for its payment.",
    "booking.paid": "A booking was paid in full.",
    "booking.rescheduled": "A booking was moved to another day or window.",
    "booking.cancelled": "A booking was called off.",
    "booking.expired": "A booking was not paid in time.",
    "booking.confirmed": "Our staff keep a booking's place until it is paid.",
    "booking.scheduled": "A van and a crew are planned for a booking.",
    "booking.started": "A booking is under way.",
    "booking.completed": "Everything of a booking is where it belongs.",
}
"""By name, with when it is told; names are never given another meaning."""

MEMBERS: Mapping[str, str] = {
    "booking_id": "UUID",
    "booking_number": "`TT-` and six characters",
    "version": "counts up with every change of the booking: the larger is the newer",
    "status": "where the booking is after the fact, such as `paid`",
    "service_type": "such as `mini_move`",
    "pickup_date": "calendar date in New York",
    "pickup_window": "`morning`, `afternoon` or `evening`",
    "total_cents": "US cents",
    "currency": "`USD`",
}
"""What `data` of every booking event has."""

OWN_MEMBERS: Mapping[str, Mapping[str, str]] = {
    "booking.rescheduled": {"previous_pickup_date": "calendar date in New York it was planned for before"},
    "booking.cancelled": {"refund_cents": "US cents that are paid back; null when it was not paid"},
}
"""What `data` of some events has besides."""


def body_of(event_type: str, happened_at: datetime, data: Mapping[str, Any]) -> str:
    """The body, byte for byte as it is signed and sent at every try."""
    document = {"type": event_type, "timestamp": happened_at.isoformat(), "data": data}
    return json.dumps(document, separators=(",", ":"), ensure_ascii=False)


def catalogue() -> str:
    """The published list as Markdown, for docs/partner-webhooks.md."""
    events = [f"| `{name}` | {when} | {own_members(name)} |" for name, when in EVENT_TYPES.items()]
    members = [f"| `{name}` | {meaning} |" for name, meaning in MEMBERS.items()]
    return "\n".join(
        [
            *("| event | when | `data` has besides |", "|---|---|---|", *events, ""),
            *("| member of `data` | what it is |", "|---|---|", *members),
        ]
    )


def own_members(name: str) -> str:
    """What only this event has."""
    return "; ".join(f"`{member}`: {meaning}" for member, meaning in OWN_MEMBERS.get(name, {}).items())
