"""Saying something once more because staff asked: what was said, while it is still true and nothing was forgotten."""

from __future__ import annotations

from datetime import datetime

from chassis.refusal import Conflict

from notifications.domain.message import ClaimedMessage, Status
from notifications.domain.still_true import outdated_because

ON_ITS_WAY = frozenset({Status.QUEUED, Status.SENDING})


def resend_refusal(past: ClaimedMessage, status: Status, now: datetime) -> Conflict | None:
    """Why it can't be said once more; None when it can."""
    if status in ON_ITS_WAY:
        return Conflict("message_waiting", "This message is still on its way; please wait until it has been sent.")
    if not past.context:
        return Conflict("message_forgotten", "What this message said is not kept, so it can't be sent again.")
    reason = outdated_because(past, now)
    return Conflict("message_outdated", f"This message is not true any more: {reason}") if reason else None


def resend_turn(past: ClaimedMessage, key: str) -> str:
    """What tells this time from the last; the same key is the same time."""
    return f"resent/{past.id}/{key}"
