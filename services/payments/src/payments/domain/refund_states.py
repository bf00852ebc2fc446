"""Where a refund is, and what each decision or fact makes of it: one table. What failed or was rejected is over."""

from __future__ import annotations

from typing import Literal

RefundState = Literal["requested", "approved", "rejected", "processing", "completed", "failed"]
RefundStep = Literal["approve", "reject", "send", "pending", "succeeded", "failed"]
Origin = Literal["staff", "cancellation", "orphan", "stripe"]

HOLDING: tuple[RefundState, ...] = ("requested", "approved", "processing", "completed")
"""Their amounts can't be asked for again."""

REFUND_TRANSITIONS: dict[RefundState, dict[RefundStep, RefundState]] = {
    "requested": {"approve": "approved", "reject": "rejected"},
    "approved": {"send": "processing", "reject": "rejected"},
    "processing": {"pending": "processing", "succeeded": "completed", "failed": "failed"},
    "completed": {"failed": "failed"},
    "rejected": {},
    "failed": {},
}
"""`pending`, `succeeded` and `failed` are Stripe's; a bank may send back what was completed days ago."""


def after_step(state: RefundState, step: RefundStep) -> RefundState | None:
    """The state that `step` leads to, or None when it changes nothing any more."""
    return REFUND_TRANSITIONS[state].get(step)
