"""The audit log between the contract and our own values."""

from __future__ import annotations

from datetime import UTC, datetime

from google.protobuf.message import Message
from totetaxi.identity.v1 import audit_service_pb2 as messages

from identity.actions.append_act import TEXTS
from identity.domain.audit_chain import AuditEntry
from identity.messages.moments import timestamp
from identity.store.audit import AuditFilter
from identity.store.audit_tables import FILTERS


def entry_message(entry: AuditEntry) -> messages.AuditEntry:
    """An entry."""
    return messages.AuditEntry(
        position=entry.position,
        id=str(entry.id),
        service=entry.service,
        occurred_at=timestamp(entry.occurred_at),
        recorded_at=timestamp(entry.recorded_at),
        hash=entry.hash.hex(),
        **{name: getattr(entry, name) for name in TEXTS},
    )


def filter_of(message: messages.AuditFilter) -> AuditFilter:
    """What to look for."""
    texts = {name: getattr(message, name) for name in FILTERS}
    return AuditFilter(**texts, not_before=instant_in(message, "from"), before=instant_in(message, "until"))


def instant_in(message: Message, member: str) -> datetime | None:
    """A member that is an instant, if it is there."""
    return getattr(message, member).ToDatetime(UTC) if message.HasField(member) else None
