"""What bookings are looked for by, whose they are, where they are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.domain.lifecycle import HOLDING, Status
from booking.store.tables import booking, search_term

LAST_CHARACTER = chr(0x10FFFF)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which bookings; empty members exclude none."""

    prefix: str = ""
    """Of a search term (domain/search.py)."""
    statuses: Collection[Status] = ()
    service_type: str = ""
    first_day: date | None = None
    last_day: date | None = None
    customer_id: UUID | None = None
    is_deleted: bool = False

    @property
    def is_only_a_prefix(self) -> bool:
        """Whether nothing else is asked for."""
        return bool(self.prefix) and not any(getattr(self, each.name) for each in fields(self) if each.name != "prefix")


async def add_terms(connection: AsyncConnection, booking_id: UUID, terms: Iterable[str]) -> None:
    """Lets a booking be found by `terms`."""
    rows = [{"term": term, "booking_id": booking_id} for term in sorted(terms)]
    await connection.execute(search_term.insert().values(rows))


async def keep_terms(connection: AsyncConnection, terms: Mapping[UUID, Iterable[str]]) -> None:
    """Lets bookings (by id) be found by these terms and no others."""
    await connection.execute(search_term.delete().where(search_term.c.booking_id.in_(terms)))
    for booking_id, kept in terms.items():
        await add_terms(connection, booking_id, kept)


async def find_urgent(connection: AsyncConnection, first_day: date, limit: int) -> Sequence[dict[str, Any]]:
    """The rows of paid or confirmed bookings that nobody has scheduled; the earliest pickup first."""
    wanted = Wanted(statuses=(Status.CONFIRMED, Status.PAID), first_day=first_day)
    question = sql.select(booking).where(*conditions(wanted))
    soonest = question.order_by(booking.c.pickup_date, booking.c.created_at).limit(limit)
    return [dict(row) for row in (await connection.execute(soonest)).mappings()]


async def find_planned(connection: AsyncConnection, first_day: date, last_day: date) -> Sequence[dict[str, Any]]:
    """The rows of every booking that takes a place from `first_day` to `last_day`, by day, window and number."""
    wanted = Wanted(statuses=HOLDING, first_day=first_day, last_day=last_day)
    question = sql.select(booking).where(*conditions(wanted))
    in_order = question.order_by(booking.c.pickup_date, booking.c.pickup_window, booking.c.number)
    return [dict(row) for row in (await connection.execute(in_order)).mappings()]


async def count_by_status(connection: AsyncConnection, customer_id: UUID | None = None) -> dict[Status, int]:
    """How many bookings there are in each state, of one customer or of all."""
    question = sql.select(booking.c.status, sql.func.count()).where(*conditions(Wanted(customer_id=customer_id)))
    return {Status(row[0]): row[1] for row in await connection.execute(question.group_by(booking.c.status))}


def conditions(wanted: Wanted) -> list[sql.ColumnElement[bool]]:
    """What a booking must fulfil."""
    deleted = booking.c.deleted_at.is_not(None) if wanted.is_deleted else booking.c.deleted_at.is_(None)
    return [deleted, *tests(wanted)]


def tests(wanted: Wanted) -> list[sql.ColumnElement[bool]]:
    """The same, but for being deleted or not."""
    return [test(value) for name, test in TESTS.items() if (value := getattr(wanted, name))]


def is_found_by(prefix: str) -> sql.ColumnElement[bool]:
    """Whether one of its terms begins so; asked of each booking by itself.

    The offset forbids the planner to read all that begins so, and the function to look for it in that index.
    """
    begins_so = sql.func.left(search_term.c.term, len(prefix)) == prefix
    terms = sql.select(sql.literal(1)).where(search_term.c.booking_id == booking.c.id, begins_so)
    return sql.exists(terms.offset(sql.literal_column("0")))


def begins(prefix: str) -> tuple[sql.ColumnElement[bool], sql.ColumnElement[bool]]:
    """Whether a term begins so, as a range of the index by characters, which any plan can use."""
    term = search_term.c.term
    return term.bool_op("~>=~")(prefix), term.bool_op("~<~")(prefix + LAST_CHARACTER)


TESTS: Final[dict[str, Callable[[Any], sql.ColumnElement[bool]]]] = {
    "prefix": is_found_by,
    "statuses": lambda statuses: booking.c.status.in_(sorted(statuses)),
    "service_type": lambda service_type: booking.c.service_type == service_type,
    "first_day": lambda day: booking.c.pickup_date >= day,
    "last_day": lambda day: booking.c.pickup_date <= day,
    "customer_id": lambda customer_id: booking.c.customer_id == customer_id,
}
"""By member of Wanted; an empty one is not tested."""
