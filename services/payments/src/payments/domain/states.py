"""Where a payment is, and what each fact makes of it: one table. A state never goes back on an older fact."""

from __future__ import annotations

from typing import Literal

State = Literal["creating", "pending", "requires_action", "failed", "succeeded", "cancelling", "cancelled", "refunded"]
FactKind = Literal[
    "created", "requires_action", "failed", "succeeded", "cancelled", "closed", "refunded", "refund_failed"
]

LIVE: tuple[State, ...] = ("creating", "pending", "requires_action", "failed")
"""May still be paid; a booking has one such payment at most."""

TRANSITIONS: dict[State, dict[FactKind, State]] = {
    "creating": {
        "created": "pending",
        "requires_action": "requires_action",
        "failed": "failed",
        "succeeded": "succeeded",
        "cancelled": "cancelled",
        "closed": "cancelling",
    },
    "pending": {
        "requires_action": "requires_action",
        "failed": "failed",
        "succeeded": "succeeded",
        "cancelled": "cancelled",
        "closed": "cancelling",
    },
    "requires_action": {
        "failed": "failed",
        "succeeded": "succeeded",
        "cancelled": "cancelled",
        "closed": "cancelling",
    },
    "failed": {
        "requires_action": "requires_action",
        "succeeded": "succeeded",
        "cancelled": "cancelled",
        "closed": "cancelling",
    },
    "cancelling": {"succeeded": "succeeded", "cancelled": "cancelled"},
    "cancelled": {"succeeded": "succeeded"},
    "succeeded": {"refunded": "refunded"},
    "refunded": {"refund_failed": "succeeded"},
}
"""`closed`: the booking expired or was cancelled. Money that came although we cancelled is money all the same."""


def after(state: State, fact: FactKind) -> State | None:
    """The state that `fact` leads to, or None when it is older news and changes nothing."""
    return TRANSITIONS[state].get(fact)
