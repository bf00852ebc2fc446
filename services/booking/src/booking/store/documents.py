"""Documents as rows and as values."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from chassis.refusal import NotFound
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.domain.documents import MOST_DOCUMENTS, Document, DocumentStatus, Kind
from booking.store.document_tables import document

COLUMNS = [document.c[name] for name in Document.__dataclass_fields__]
FORGOTTEN = {"note": "", "reason": "", "sha256": "", "valid_until": None}


async def add_document(connection: AsyncConnection, added: Document) -> None:
    """Stores a new version."""
    await connection.execute(document.insert().values(row_of(added)))


async def save_document(connection: AsyncConnection, changed: Document) -> None:
    """Stores a document as it is now; its booking is locked."""
    await connection.execute(document.update().where(document.c.id == changed.id).values(row_of(changed)))


async def find_document(connection: AsyncConnection, document_id: UUID) -> Document:
    """The document with this id. Raises NotFound."""
    row = (await connection.execute(sql.select(*COLUMNS).where(document.c.id == document_id))).mappings().one_or_none()
    if row is None:
        raise no_such_document()
    return document_of(dict(row))


async def list_documents(connection: AsyncConnection, booking_id: UUID) -> Sequence[Document]:
    """The documents of a booking, newest first."""
    return await list_all_documents(connection, [booking_id])


async def list_all_documents(connection: AsyncConnection, booking_ids: Sequence[UUID]) -> Sequence[Document]:
    """The documents of several bookings, newest first."""
    question = sql.select(*COLUMNS).where(document.c.booking_id.in_(booking_ids))
    newest = question.order_by(document.c.requested_at.desc(), document.c.id.desc())
    rows = (await connection.execute(newest.limit(MOST_DOCUMENTS * max(1, len(booking_ids))))).mappings()
    return [document_of(dict(row)) for row in rows]


async def find_running_out(connection: AsyncConnection, warned_until: date, today: date) -> Document | None:
    """One accepted document that is over, or that ends by `warned_until` and nobody was told yet."""
    is_due = sql.or_(
        document.c.valid_until < today,
        sql.and_(document.c.valid_until <= warned_until, document.c.expiry_told_at.is_(None)),
    )
    question = sql.select(*COLUMNS).where(document.c.status == DocumentStatus.ACCEPTED, is_due)
    first = question.order_by(document.c.valid_until).limit(1).with_for_update(skip_locked=True)
    row = (await connection.execute(first)).mappings().one_or_none()
    return document_of(dict(row)) if row else None


async def erase_documents(connection: AsyncConnection, booking_ids: Sequence[UUID]) -> None:
    """Forgets what documents said; their files go next (`list_files_to_remove`)."""
    row = document.update().where(document.c.booking_id.in_(booking_ids))
    await connection.execute(row.values(status=DocumentStatus.ERASED, uploaded_by="", **FORGOTTEN))


async def list_files_to_remove(connection: AsyncConnection, limit: int) -> Sequence[UUID]:
    """Documents whose files must go."""
    is_due = sql.and_(document.c.status == DocumentStatus.ERASED, document.c.file_gone_at.is_(None))
    question = sql.select(document.c.id).where(is_due).order_by(document.c.id).limit(limit)
    return (await connection.execute(question)).scalars().all()


async def save_removed(connection: AsyncConnection, ids: Sequence[UUID], gone_at: datetime | None) -> None:
    """Notes that files are gone, or with None that they came back and must go again."""
    await connection.execute(document.update().where(document.c.id.in_(ids)).values(file_gone_at=gone_at))


def no_such_document() -> NotFound:
    """The same for one that is somebody else's."""
    return NotFound("document_not_found", "There is no such document.", "document_id")


def row_of(value: Document) -> dict[str, Any]:
    """A document as columns."""
    return {name: getattr(value, name) for name in Document.__dataclass_fields__}


def document_of(row: dict[str, Any]) -> Document:
    """Columns as a document."""
    return Document(**row | {"kind": Kind(row["kind"]), "status": DocumentStatus(row["status"])})
