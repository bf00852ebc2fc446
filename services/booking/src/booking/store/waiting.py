"""Names on the waiting list: one line for each day, and places that are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.domain.contact import Contact
from booking.domain.pickup import PickupWindow
from booking.domain.waiting import LIVE, Waiting, WaitingState
from booking.store.tables import capacity, verified_customer
from booking.store.waiting_tables import waiting

Place = tuple[date, PickupWindow]
CONTACT = ("first_name", "last_name", "email", "phone")
WINDOWS = ("pickup_window", "offered_window")


async def lock_email(connection: AsyncConnection, email: str) -> None:
    """Lets one transaction at a time put an email down."""
    number = sql.func.hashtextextended(f"waiting {email.casefold()}", 0)
    await connection.execute(sql.select(sql.func.pg_advisory_xact_lock(number)))


async def find_live(connection: AsyncConnection, email: str) -> Sequence[Waiting]:
    """What an email waits for, oldest first."""
    theirs = (sql.func.lower(waiting.c.email) == sql.func.lower(email), waiting.c.state.in_(sorted(LIVE)))
    return await found(connection, sql.select(waiting).where(*theirs).order_by(waiting.c.position))


async def add_waiting(connection: AsyncConnection, entry: Waiting) -> None:
    """Puts a name down, at the end of the line."""
    await connection.execute(waiting.insert().values(row_of(entry)))


async def save_waiting(connection: AsyncConnection, entry: Waiting) -> None:
    """Keeps a locked entry as it is now."""
    await connection.execute(waiting.update().where(waiting.c.id == entry.id).values(row_of(entry)))


async def find_by_token(connection: AsyncConnection, token_hash: bytes, *, lock: bool = False) -> Waiting | None:
    """The entry of a token, or of its offer's; locked until the transaction ends when asked."""
    question = sql.select(waiting).where(
        sql.or_(waiting.c.token_hash == token_hash, waiting.c.offer_hash == token_hash)
    )
    entries = await found(connection, question.with_for_update() if lock else question)
    return entries[0] if entries else None


async def lock_next(connection: AsyncConnection, place: Place) -> Waiting | None:
    """The first in line for a place, locked; the caller has locked the place, so nobody joins unseen."""
    day, window = place
    fits = sql.or_(waiting.c.pickup_window.is_(None), waiting.c.pickup_window == window)
    in_line = sql.select(waiting).where(waiting.c.pickup_date == day, waiting.c.state == WaitingState.WAITING, fits)
    entries = await found(connection, in_line.order_by(waiting.c.position).limit(1).with_for_update(skip_locked=True))
    return entries[0] if entries else None


async def days_waited_for(connection: AsyncConnection, days: Sequence[date]) -> set[date]:
    """Those of `days` for which anybody waits: nearly always none."""
    in_line = sql.select(waiting.c.pickup_date).where(
        waiting.c.pickup_date.in_(days), waiting.c.state == WaitingState.WAITING
    )
    return set((await connection.execute(in_line.distinct())).scalars())


async def find_waited_for(connection: AsyncConnection, today: date, limit: int) -> Sequence[Place]:
    """Places that are free although somebody waits for them, such as those that staff have added."""
    fits = sql.or_(waiting.c.pickup_window.is_(None), waiting.c.pickup_window == capacity.c.pickup_window)
    joined = capacity.join(waiting, sql.and_(waiting.c.pickup_date == capacity.c.pickup_date, fits))
    question = (
        sql.select(capacity.c.pickup_date, capacity.c.pickup_window)
        .select_from(joined)
        .where(
            waiting.c.state == WaitingState.WAITING,
            waiting.c.pickup_date >= today,
            capacity.c.used < capacity.c.maximum,
        )
    )
    rows = await connection.execute(question.distinct().order_by(*question.selected_columns).limit(limit))
    return [(day, PickupWindow(window)) for day, window in rows]


async def lock_called(connection: AsyncConnection, limit: int) -> Sequence[Waiting]:
    """Entries whose offer is yet to be written; what another replica holds is passed over."""
    called = sql.select(waiting).where(waiting.c.state == WaitingState.CALLED).order_by(waiting.c.position)
    return await found(connection, called.limit(limit).with_for_update(skip_locked=True))


async def lock_unanswered(connection: AsyncConnection, now: datetime, limit: int) -> Sequence[Waiting]:
    """Entries whose offer is over; what another replica holds is passed over."""
    over = sql.select(waiting).where(waiting.c.state == WaitingState.OFFERED, waiting.c.offer_ends_at <= now)
    ordered = over.order_by(waiting.c.offer_ends_at).limit(limit)
    return await found(connection, ordered.with_for_update(skip_locked=True))


async def list_day(connection: AsyncConnection, day: date, after: int, limit: int) -> Sequence[Waiting]:
    """Everybody who ever waited for a day, in the order of the line, from behind position `after`."""
    question = sql.select(waiting).where(waiting.c.pickup_date == day, waiting.c.position > after)
    return await found(connection, question.order_by(waiting.c.position).limit(limit))


async def find_of_customer(
    connection: AsyncConnection, customer_id: UUID, email: str = "", *, lock: bool = False
) -> Sequence[Waiting]:
    """A customer's entries, and those made without an account with the email that it has verified (or `email`).

    Locked only when asked: whoever is locked is passed over when a place comes free.
    """
    verified = sql.select(verified_customer.c.email).where(verified_customer.c.customer_id == customer_id)
    own = sql.func.lower(sql.func.coalesce(sql.func.nullif(email, ""), verified.scalar_subquery()))
    by_email = sql.and_(waiting.c.customer_id.is_(None), sql.func.lower(waiting.c.email) == own)
    question = sql.select(waiting).where(sql.or_(waiting.c.customer_id == customer_id, by_email))
    ordered = question.order_by(waiting.c.position)
    return await found(connection, ordered.with_for_update() if lock else ordered)


async def delete_waiting(connection: AsyncConnection, ids: Sequence[UUID]) -> None:
    """Forgets entries for good."""
    await connection.execute(waiting.delete().where(waiting.c.id.in_(ids)))


async def forget_past(connection: AsyncConnection, before: date, limit: int) -> int:
    """Forgets up to `limit` entries for days before `before`; how many went."""
    past = sql.select(waiting.c.id).where(waiting.c.pickup_date < before).limit(limit)
    return (await connection.execute(waiting.delete().where(waiting.c.id.in_(past)))).rowcount


async def found(connection: AsyncConnection, question: sql.Select[Any]) -> Sequence[Waiting]:
    """What a question finds, as entries."""
    return [entry_of(dict(row)) for row in (await connection.execute(question)).mappings()]


def entry_of(row: dict[str, Any]) -> Waiting:
    """One row."""
    contact = Contact(**{name: row.pop(name) for name in CONTACT})
    windows: dict[str, Any] = {name: window_of(row.pop(name)) for name in WINDOWS}
    return Waiting(contact=contact, state=WaitingState(row.pop("state")), **windows, **row)


def window_of(text: str | None) -> PickupWindow | None:
    """A window, or none."""
    return PickupWindow(text) if text else None


def row_of(entry: Waiting) -> dict[str, Any]:
    """The same as a row."""
    columns = asdict(entry)
    columns |= columns.pop("contact")
    del columns["position"]
    return columns
