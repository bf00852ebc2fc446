"""Lists of bookings, newest first, a page at a time, at a cost that hardly grows with how many bookings there are.

Where few are meant, an index of their own says which, in order, and each is looked at. Otherwise the newest bookings
are walked, and where many are meant, a page of them has soon been met. No plan depends on what the server estimates.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.store.search import Wanted, begins, is_found_by, tests
from booking.store.tables import booking, search_term

FEW = 10_000
"""Entries of an index that are read rather than met on a walk; no count goes further either."""
WALKED_TO_COUNT = 1_000
"""Bookings that are asked one by one, only to count them."""

Place = tuple[datetime, UUID]
"""When a booking was made, and which."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many bookings are wanted."""

    found: int
    is_cut_short: bool = False
    """There are at least that many."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for, and how to come to it."""

    wanted: Wanted
    rest: Wanted
    """What is asked of each booking that is looked at."""
    candidates: sql.Select[Any] | None = None
    """Entries of an index among which is all that is wanted; None where it is met on a walk."""


async def question_of(connection: AsyncConnection, wanted: Wanted) -> Question:
    """The question for `wanted` that looks at the fewest bookings."""
    fewest, best = FEW, Question(wanted, wanted)
    for entries, question in narrowed(wanted):
        counted = sql.select(sql.func.count()).select_from(entries.limit(fewest).subquery())
        count = int((await connection.execute(counted)).scalar_one())
        if count < fewest:
            fewest, best = count, question
    return best


def narrowed(wanted: Wanted) -> list[tuple[sql.Select[Any], Question]]:
    """Entries of indexes that may be few, and what to do where they are."""
    ways: list[tuple[sql.Select[Any], Question]] = []
    made = sql.select(booking.c.created_at, booking.c.id.label("booking_id"))
    if wanted.prefix:
        terms = sql.select(search_term.c.created_at, search_term.c.booking_id).where(*begins(wanted.prefix))
        ways.append((terms, Question(wanted, replace(wanted, prefix=""), terms)))
    if wanted.first_day and wanted.last_day and not wanted.customer_id:
        days = made.where(booking.c.pickup_date.between(wanted.first_day, wanted.last_day))
        ways.append((days, Question(wanted, replace(wanted, first_day=None, last_day=None), days)))
    if ways and wanted.statuses:
        walked = made.where(booking.c.status.in_(sorted(wanted.statuses)))
        ways.append((walked, Question(wanted, wanted)))
    return ways


async def find_page(
    connection: AsyncConnection, question: Question, after: Place | None, limit: int
) -> Sequence[dict[str, Any]]:
    """The rows of up to `limit` bookings, newest first, that were made before the one `after` names."""
    met = in_order(question, after).limit(limit).subquery()
    rows = sql.select(booking).join(met, booking.c.id == met.c.booking_id)
    in_turn = rows.order_by(booking.c.created_at.desc(), booking.c.id.desc())
    return [dict(row) for row in (await connection.execute(in_turn)).mappings()]


async def count_wanted(connection: AsyncConnection, question: Question) -> Count:
    """How many there are; cut short where counting all would take long."""
    wanted, most = question.wanted, FEW
    if wanted.is_only_a_prefix:
        asked = found_by_prefix(wanted.prefix)
    elif wanted.prefix and question.candidates is None:
        asked, most = met_on_a_walk(wanted), WALKED_TO_COUNT
    else:
        met = in_order(question, None).limit(FEW).subquery()
        asked = sql.select(sql.func.count(), sql.func.count()).select_from(met)
    looked_at, found = (await connection.execute(asked)).one()
    return Count(found, is_cut_short=looked_at >= most)


def in_order(question: Question, after: Place | None) -> sql.Select[Any]:
    """Places of what is wanted, from the newest on: of all bookings, or of every candidate."""
    wanted, candidates = question.rest, question.candidates
    if candidates is None:
        place = sql.select(booking.c.created_at, booking.c.id.label("booking_id"))
        return newest_first(place.where(*tests(wanted), is_there(booking.c.id, wanted)), after)
    once = newest_first(sql.select(candidates.subquery()).distinct(), after).subquery()
    found = sql.select(once).where(is_there(once.c.booking_id, wanted))
    if asked := tests(wanted):
        is_it = sql.select(booking.c.id).where(booking.c.id == once.c.booking_id, *asked)
        found = found.join(is_it.limit(sql.literal_column("1")).lateral(), sql.true())
    return newest_first(found, None)


def newest_first(places: sql.Select[Any], after: Place | None) -> sql.Select[Any]:
    """The same places in the order of every list, from the one after `after` on."""
    columns = (places.selected_columns.created_at, places.selected_columns.booking_id)
    later = places.where(sql.tuple_(*columns) < after) if after else places
    return later.order_by(*(column.desc() for column in columns))


def is_there(booking_id: sql.ColumnElement[UUID], wanted: Wanted) -> sql.ColumnElement[bool]:
    """Whether it is deleted, or is not, as is wanted; those that are deleted are few and known from an index alone."""
    if wanted.is_deleted and booking_id is booking.c.id:
        return booking.c.deleted_at.is_not(None)
    other = booking.alias("other")
    deleted = sql.select(other.c.id).where(other.c.deleted_at.is_not(None))
    return booking_id.in_(deleted) if wanted.is_deleted else booking_id.not_in(deleted)


def found_by_prefix(prefix: str) -> sql.Select[int, int]:
    """How many entries begin so, and of how many bookings that are there; from indexes alone."""
    entry = sql.select(search_term.c.booking_id).where(*begins(prefix)).limit(FEW).subquery()
    found = sql.func.count(entry.c.booking_id.distinct()).filter(is_there(entry.c.booking_id, Wanted()))
    return sql.select(sql.func.count().label("looked_at"), found)


def met_on_a_walk(wanted: Wanted) -> sql.Select[int, int]:
    """How many bookings were asked whether their terms begin so, and how many do."""
    others = in_order(Question(wanted, replace(wanted, prefix="")), None)
    met = others.with_only_columns(is_found_by(wanted.prefix).label("is_found")).limit(WALKED_TO_COUNT).subquery()
    return sql.select(sql.func.count().label("asked"), sql.func.count().filter(met.c.is_found))
