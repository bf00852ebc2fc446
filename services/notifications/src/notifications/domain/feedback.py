"""What a provider tells of a mail after it left: it came back, its reader called it unwanted, or opened it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any

BOUNCE_COUNTS_FOR = timedelta(days=90)
"""After that an address is tried again: mailboxes are emptied, and domains come back."""


class Trouble(StrEnum):
    """Why an address is not written to."""

    BOUNCED = "bounced"
    COMPLAINED = "complained"
    UNSUBSCRIBED = "unsubscribed"


@dataclass(frozen=True)
class Feedback:
    """What became of one mail."""

    provider_message_id: str
    trouble: Trouble | None
    """None when it was opened, which SES tells where it is set up so."""


def feedback_of(told: Mapping[str, Any]) -> Feedback | None:
    """What SES tells; None for what changes nothing, such as a delivery or a mailbox that is full today.

    Raises KeyError, TypeError or AttributeError when it is not SES's format.
    https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html
    """
    kind = told.get("notificationType") or told["eventType"]
    provider_message_id = str(told["mail"]["messageId"])
    if kind == "Bounce" and told["bounce"]["bounceType"] == "Permanent":
        return Feedback(provider_message_id, Trouble.BOUNCED)
    if kind == "Complaint":
        return Feedback(provider_message_id, Trouble.COMPLAINED)
    if kind == "Open":
        return Feedback(provider_message_id, None)
    return None
