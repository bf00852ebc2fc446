"""Hearing that somebody did something, here or in another service: it goes into the audit log, once and for ever."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.audit.v1.act_pb2 import Act

from identity.domain.audit_chain import AuditEntry, chained
from identity.store import audit

logger = structlog.get_logger()


async def append_act(connection: AsyncConnection, event_id: UUID, service: str, act: Act, now: datetime) -> None:
    """Puts an act at the end of the chain, on the listener's transaction; appends wait for each other.

    Position and hash go into the service's log as well, which is kept elsewhere: who rewrites the whole chain can't
    rewrite that.
    """
    entry = chained(entry_of(event_id, service, act, now), await audit.lock_head(connection))
    await audit.add_entry(connection, entry)
    logger.info("audit entry appended", position=entry.position, hash=entry.hash.hex())


def entry_of(event_id: UUID, service: str, act: Act, now: datetime) -> AuditEntry:
    """An act as an entry."""
    texts: dict[str, Any] = {name: storable(getattr(act, name)) for name in TEXTS}
    return AuditEntry(
        id=event_id, service=service, occurred_at=act.occurred_at.ToDatetime(UTC), recorded_at=now, **texts
    )


TEXTS = tuple(field.name for field in Act.DESCRIPTOR.fields if field.name != "occurred_at")


def storable(text: str) -> str:
    """What a client sent may hold what no database takes; that must not keep it out of the log."""
    return text.replace("\0", "\N{REPLACEMENT CHARACTER}")
