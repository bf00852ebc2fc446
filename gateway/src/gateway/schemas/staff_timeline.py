"""Everything about one booking, in the order in which it happened."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, Field

EntryKind = Literal["state", "document", "handover", "claim", "task", "payment", "refund", "dispute", "message", "act"]
Source = Literal["booking", "payments", "notifications", "audit_log"]


class TimelineEntry(BaseModel):
    """One thing that happened."""

    at: datetime
    kind: EntryKind
    what: str = Field(description="One line for people", examples=["pending → paid: payment succeeded"])
    who: str | None = Field(description="kind:id, such as staff:…, or a service; null when unknown")
    request_id: str | None = Field(description="Correlates it with logs; null when unknown")
    subject_id: str = Field(
        description="Of the booking, document, claim, task, payment, refund, dispute or message that it happened to"
    )


class MissingPart(BaseModel):
    """A part of the story that is not told here."""

    source: Source
    code: str = Field(examples=["upstream_unavailable"])
    reason: str = Field(description="One sentence")


class Timeline(BaseModel):
    """A page of it, oldest first."""

    entries: list[TimelineEntry]
    missing: list[MissingPart] = Field(description="Who did not answer, or may not be asked; ask again for the whole")
    next_cursor: str = Field(description="For the next page; empty on the last")
