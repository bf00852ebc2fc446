"""Looking at tasks: those of a day, and those that nobody does though they begin soon."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from chassis.audit import record_act
from chassis.database import Database
from totetaxi.booking.v1.events_pb2 import AuditRecorded

from booking.store import tasks
from booking.store.tasks import TaskView

LIST = ("task_list", None)


async def day_tasks(database: Database, day: date, now: datetime) -> Sequence[TaskView]:
    """What is to be done on a day, in planned order."""
    async with database.transaction() as connection:
        found = await tasks.list_day(connection, day)
        seen = {"day": day.isoformat(), "shown": len(found)}
        await record_act(connection, AuditRecorded, "task_list.viewed", LIST, now, after=seen)
        return found


async def urgent_tasks(database: Database, within: timedelta, now: datetime) -> Sequence[TaskView]:
    """What nobody does yet though its window begins before `within` is over; what is late comes first."""
    async with database.transaction() as connection:
        found = await tasks.list_urgent(connection, now + within)
        await record_act(connection, AuditRecorded, "task_list.viewed", LIST, now, after={"shown": len(found)})
        return found
