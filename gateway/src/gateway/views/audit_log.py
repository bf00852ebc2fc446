"""The audit log on its way out: as JSON, and as CSV that spreadsheets can't be made to run."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from google.protobuf.timestamp_pb2 import Timestamp
from totetaxi.identity.v1 import audit_service_pb2 as message

from gateway.schemas import audit_log as schema
from gateway.views.words import instant

COLUMNS = (
    "position",
    "occurred_at",
    "recorded_at",
    "service",
    "actor_kind",
    "actor_id",
    "actor_role",
    "on_behalf_of",
    "action",
    "subject_type",
    "subject_id",
    "client_address",
    "user_agent",
    "request_id",
    "reason",
    "before",
    "after",
    "id",
    "hash",
)
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would run; user agents and names come from strangers."""


def audit_filter(sent: schema.AuditFilter) -> message.AuditFilter:
    """What to look for."""
    words = sent.model_dump(exclude={"since", "until", "page_size", "cursor"})
    asked = message.AuditFilter(**words, until=timestamp(sent.until))
    if sent.since is not None:
        getattr(asked, "from").FromDatetime(sent.since)  # a reserved word, so no member of its own in Python
    return asked


def timestamp(moment: datetime | None) -> Timestamp | None:
    """As the wire has it; None for none."""
    if moment is None:
        return None
    stamp = Timestamp()
    stamp.FromDatetime(moment)
    return stamp


def entry(each: message.AuditEntry) -> schema.AuditEntry:
    """One entry."""
    return schema.AuditEntry(
        position=each.position,
        id=each.id,
        service=each.service,
        occurred_at=instant(each.occurred_at),
        recorded_at=instant(each.recorded_at),
        actor_kind=each.actor_kind,
        actor_id=each.actor_id,
        actor_role=each.actor_role,
        on_behalf_of=each.on_behalf_of,
        action=each.action,
        subject_type=each.subject_type,
        subject_id=each.subject_id,
        client_address=each.client_address,
        user_agent=each.user_agent,
        request_id=each.request_id,
        reason=each.reason,
        before=json.loads(each.before) if each.before else None,
        after=json.loads(each.after) if each.after else None,
        hash=each.hash,
    )


def verification(answer: message.VerifyAuditChainResponse) -> schema.AuditVerification:
    """What was found."""
    return schema.AuditVerification(
        is_intact=answer.is_intact,
        verified=answer.verified,
        broken_position=answer.broken_position or None,
        finding=answer.finding,
        next_position=answer.next_position or None,
    )


def csv_of(rows: Iterable[Iterable[Any]]) -> bytes:
    """Rows as CSV (RFC 4180)."""
    text = io.StringIO()
    csv.writer(text).writerows([harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode()


def csv_row(each: message.AuditEntry) -> list[Any]:
    """One entry, in the order of COLUMNS."""
    return [csv_cell(getattr(each, column)) for column in COLUMNS]


def csv_cell(value: Any) -> Any:
    """Instants as ISO 8601."""
    return instant(value).isoformat() if isinstance(value, Timestamp) else value


def harmless(cell: Any) -> str:
    """The cell as text; an apostrophe keeps a spreadsheet from taking it for a formula. A number of ours is none."""
    text = str(cell)
    if isinstance(cell, int):
        return text
    return f"'{text}" if text.startswith(FORMULA) else text
