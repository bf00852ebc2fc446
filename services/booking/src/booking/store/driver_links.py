"""Drivers' links as rows and as records."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.domain.driver_day import OwnDay
from booking.store.driver_link_tables import driver_link
from booking.store.logistics_tables import driver


@dataclass(frozen=True, slots=True)
class LinkRecord:
    """One link as stored."""

    id: UUID
    driver_id: UUID
    day: date
    token_hash: bytes
    created_at: datetime
    good_until: datetime
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OpenLink:
    """A link that leads somewhere."""

    id: UUID
    own: OwnDay
    driver: str
    good_until: datetime


async def add_link(connection: AsyncConnection, record: LinkRecord) -> None:
    """Stores a new one; its driver is locked, and the one before has ended."""
    await connection.execute(driver_link.insert().values(asdict(record)))


async def end_links(connection: AsyncConnection, driver_id: UUID, day: date | None, now: datetime) -> int:
    """Ends a driver's link of a day, or all of theirs; how many led somewhere."""
    theirs = [driver_link.c.driver_id == driver_id, driver_link.c.ended_at.is_(None)]
    if day:
        theirs.append(driver_link.c.day == day)
    return (await connection.execute(driver_link.update().where(*theirs).values(ended_at=now))).rowcount


async def find_open(connection: AsyncConnection, token_hash: bytes, now: datetime) -> OpenLink | None:
    """The link of a token; None for one that never was, or leads nowhere any more."""
    is_meant = (driver_link.c.token_hash == token_hash, *leads_somewhere(now))
    question = sql.select(driver_link, driver.c.name).join(driver).where(*is_meant)
    row = (await connection.execute(question)).mappings().one_or_none()
    if row is None:
        return None
    return OpenLink(row["id"], OwnDay(row["driver_id"], row["day"]), row["name"], row["good_until"])


async def hold_open(connection: AsyncConnection, link_id: UUID, now: datetime) -> bool:
    """Whether it still leads somewhere; if so, nobody ends it before the transaction does."""
    is_meant = (driver_link.c.id == link_id, *leads_somewhere(now))
    question = sql.select(driver_link.c.id).where(*is_meant).with_for_update(read=True)
    return (await connection.execute(question)).scalar_one_or_none() is not None


async def forget(connection: AsyncConnection, before: datetime, limit: int) -> int:
    """Forgets up to `limit` that were good until before then; how many."""
    old = sql.select(driver_link.c.id).where(driver_link.c.good_until < before).limit(limit)
    chosen = old.with_for_update(skip_locked=True).scalar_subquery()
    return (await connection.execute(driver_link.delete().where(driver_link.c.id.in_(chosen)))).rowcount


def leads_somewhere(now: datetime) -> tuple[sql.ColumnElement[Any], ...]:
    """Neither ended nor over."""
    return driver_link.c.ended_at.is_(None), driver_link.c.good_until > now
