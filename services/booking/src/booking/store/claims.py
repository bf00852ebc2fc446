"""Claims as rows and as values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from chassis.refusal import NotFound
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.domain.claims import Claim, ClaimItem, ClaimStatus
from booking.store.claim_tables import claim

LEASE = timedelta(minutes=1)
"""After it, another replica asks for a refund that one has begun to ask for."""


async def add_claim(connection: AsyncConnection, added: Claim) -> None:
    """Stores a new one."""
    await connection.execute(claim.insert().values(row_of(added)))


async def save_claim(connection: AsyncConnection, changed: Claim) -> None:
    """Stores it as it is now; its booking is locked."""
    await connection.execute(claim.update().where(claim.c.id == changed.id).values(row_of(changed)))


async def find_claim(connection: AsyncConnection, claim_id: UUID) -> Claim:
    """The claim with this id. Raises NotFound."""
    row = (await connection.execute(sql.select(claim).where(claim.c.id == claim_id))).mappings().one_or_none()
    if row is None:
        raise NotFound("claim_not_found", "There is no such claim.", "claim_id")
    return claim_of(dict(row))


async def list_claims(connection: AsyncConnection, booking_ids: Sequence[UUID]) -> Sequence[Claim]:
    """The claims of bookings, newest first."""
    question = sql.select(claim).where(claim.c.booking_id.in_(booking_ids)).order_by(claim.c.id.desc())
    return [claim_of(dict(row)) for row in (await connection.execute(question)).mappings()]


async def find_page(
    connection: AsyncConnection, status: ClaimStatus | None, before: tuple[datetime, UUID] | None, limit: int
) -> Sequence[Claim]:
    """Up to `limit` claims, newest first, opened before the one that `before` names."""
    question = sql.select(claim)
    if status:
        question = question.where(claim.c.status == status)
    if before:
        question = question.where(sql.tuple_(claim.c.opened_at, claim.c.id) < before)
    newest = question.order_by(claim.c.opened_at.desc(), claim.c.id.desc()).limit(limit)
    return [claim_of(dict(row)) for row in (await connection.execute(newest)).mappings()]


async def claim_refund(connection: AsyncConnection, now: datetime) -> Claim | None:
    """One accepted claim whose refund is still to be asked for, taken for a minute."""
    due = sql.select(claim.c.id).where(claim.c.refund_due_at <= now).order_by(claim.c.refund_due_at).limit(1)
    chosen = due.with_for_update(skip_locked=True).scalar_subquery()
    taken = claim.update().where(claim.c.id == chosen).values(refund_due_at=now + LEASE).returning(claim)
    row = (await connection.execute(taken)).mappings().one_or_none()
    return claim_of(dict(row)) if row else None


async def save_refund(connection: AsyncConnection, claim_id: UUID, refund_id: UUID | None, refusal: str) -> None:
    """Notes what payments answered."""
    row = claim.update().where(claim.c.id == claim_id)
    await connection.execute(row.values(refund_due_at=None, refund_id=refund_id, refund_refusal=refusal))


async def erase_claims(connection: AsyncConnection, booking_ids: Sequence[UUID]) -> None:
    """Forgets what was written of things; what was wanted and given stays, for the books."""
    row = claim.update().where(claim.c.booking_id.in_(booking_ids))
    await connection.execute(row.values(items=[], reason=""))


def row_of(value: Claim) -> dict[str, Any]:
    """A claim as columns."""
    row = {name: getattr(value, name) for name in Claim.__dataclass_fields__}
    return row | {"items": [asdict(item) for item in value.items]}


def claim_of(row: dict[str, Any]) -> Claim:
    """Columns as a claim."""
    items = tuple(ClaimItem(**item) for item in row["items"])
    return Claim(**row | {"status": ClaimStatus(row["status"]), "items": items})
