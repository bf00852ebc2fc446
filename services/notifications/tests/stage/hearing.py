"""Events heard as the consumer hears them, by the real listeners and the real inbox, without NATS between."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sql
from chassis.clock import Clock
from chassis.database import Database
from chassis.events import Fact, attributes
from chassis.identifiers import new_id
from chassis.inbox import hear_once
from chassis.listening import Listener
from chassis.messaging_schema import OUTBOX
from google.protobuf.message import Message
from notifications.events import listeners
from notifications.listeners import of_partners
from notifications.store.tables import message

OFFICE = "office@totetaxi.example"


def fact_of(event: Message, time: datetime | None = None, version: int = 1) -> Fact:
    """`event` as an outbox would hold it, under an id of its own."""
    return Fact(
        id=new_id(), about=new_id(), version=version, time=time or datetime.now(UTC), context={}, **attributes(event)
    )


def listener_for(event: Message, clock: Clock, grace: timedelta = timedelta(0)) -> Listener:
    ours = [each for each in listeners(clock, grace, OFFICE) if each.handle.__module__ != of_partners.__name__]
    [found] = [each for each in ours if each.event is type(event)]
    return found


async def hear(
    database: Database,
    event: Message,
    times: int = 1,
    clock: Clock | None = None,
    grace: timedelta = timedelta(0),
    version: int = 1,
) -> list[bool]:
    """One event, delivered `times` times."""
    clock = clock or Clock()
    listener, fact = listener_for(event, clock, grace), fact_of(event, clock.now(), version)
    durable = listener.durable("notifications")
    return [await hear_once(database, listener, durable, fact, attempt + 1) for attempt in range(times)]


async def rows(database: Database) -> list[Any]:
    """Every message, oldest first, but what most bookings have: a reminder, and what the office hears of it."""
    task = message.c.context["task"].astext
    is_of_most = sql.or_(message.c.template == "booking_reminder", task.in_(("new_booking", "unassigned_booking")))
    return await every_row(database, sql.func.coalesce(is_of_most, False).is_(False))


async def every_row(database: Database, condition: sql.ColumnElement[bool] | None = None) -> list[Any]:
    """Every message, or those that a condition holds of, oldest first."""
    question = sql.select(message).where(sql.true() if condition is None else condition).order_by(message.c.id)
    async with database.reading() as connection:
        return list((await connection.execute(question)).all())


async def said(database: Database, kind: type[Message]) -> list[Any]:
    """What we told the others."""
    question = sql.select(OUTBOX.c.payload).where(OUTBOX.c.type == kind.DESCRIPTOR.full_name)
    async with database.reading() as connection:
        return [kind.FromString(payload) for payload in (await connection.execute(question)).scalars()]
