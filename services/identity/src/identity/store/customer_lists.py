"""What staff ask about many customers, and what they noted about one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from identity.domain.customer import KnownCustomer
from identity.store.customer_tables import customer, customer_note
from identity.store.customers import known_of, select_known
from identity.store.rows import columns_of, containing, newest_first, older_than, row_of


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody noted about a customer."""

    id: UUID
    customer_id: UUID
    text: str
    author_id: UUID
    author_name: str
    created_at: datetime


async def list_customers(
    connection: AsyncConnection, words: str, is_vip: bool | None, place: tuple[datetime, UUID] | None, limit: int
) -> Sequence[KnownCustomer]:
    """Customers behind `place`, newest first, that contain `words` and, if that is asked, are VIP or are not."""
    wanted = {None: sql.true(), True: customer.c.is_vip, False: sql.not_(customer.c.is_vip)}[is_vip]
    open_ones = select_known().where(customer.c.erasure_requested_at.is_(None))
    question = open_ones.where(containing(customer.c.search_text, words), wanted, older_than(customer, place))
    rows = await connection.execute(question.order_by(*newest_first(customer)).limit(limit))
    return [known_of(row) for row in rows.mappings()]


async def count_customers(connection: AsyncConnection) -> tuple[int, int]:
    """How many there are, and how many of them are VIP; without those who asked to be forgotten."""
    counts = sql.select(sql.func.count(), sql.func.count().filter(customer.c.is_vip)).select_from(customer)
    question = counts.where(customer.c.erasure_requested_at.is_(None))
    total, vip = (await connection.execute(question)).one()
    return total, vip


async def add_note(connection: AsyncConnection, note: Note) -> None:
    """Stores a note."""
    await connection.execute(customer_note.insert().values(row_of(customer_note, note)))


async def list_notes(
    connection: AsyncConnection, customer_id: UUID, place: tuple[datetime, UUID] | None, limit: int
) -> Sequence[Note]:
    """Notes behind `place`, newest first."""
    question = sql.select(*columns_of(customer_note, Note)).where(
        customer_note.c.customer_id == customer_id, older_than(customer_note, place)
    )
    rows = await connection.execute(question.order_by(*newest_first(customer_note)).limit(limit))
    return [Note(**row) for row in rows.mappings()]
