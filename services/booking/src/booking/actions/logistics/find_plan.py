"""Looking at route plans: one with its tasks as they are now, and those of a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from chassis.audit import record_act
from chassis.cursors import cursor_of, number_of, page_of, page_size_of
from chassis.database import Database
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import AuditRecorded

from booking.store import crews, planned_tasks, route_plans
from booking.store.route_plans import PlanRecord
from booking.store.tasks import TaskView


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan with what staff must know."""

    record: PlanRecord
    tasks: Mapping[str, TaskView]
    van_names: Mapping[str, str]
    driver_names: Mapping[str, str]


async def find_plan(database: Database, plan_id: UUID, now: datetime) -> PlanView:
    """One plan; the look is in the audit log. Raises NotFound."""
    async with database.transaction() as connection:
        record = await route_plans.find(connection, plan_id)
        await record_act(connection, AuditRecorded, "route_plan.viewed", ("route_plan", record.id), now)
        return await view_of(connection, record)


async def list_plans(
    database: Database, day: date, page_size: int, page_token: str
) -> tuple[Sequence[PlanRecord], str]:
    """A page of a day's plans, the newest first, and the token of the next. Raises Invalid."""
    size = page_size_of(page_size)
    async with database.reading() as connection:
        found = await route_plans.list_of_day(connection, day, number_of(page_token), size + 1)
    page, has_more = page_of(found, size)
    return page, cursor_of(page[-1].version) if has_more else ""


async def view_of(connection: AsyncConnection, record: PlanRecord) -> PlanView:
    """A plan with its tasks, vans and drivers as they are now, in three questions."""
    stops = [stop.task_id for route in record.answer.routes for stop in route.stops]
    task_ids = [UUID(each) for each in (*stops, *(left.task_id for left in record.answer.left_out))]
    tasks = await planned_tasks.list_views(connection, task_ids)
    return PlanView(
        record=record,
        tasks={str(each.record.id): each for each in tasks},
        van_names={str(each.id): each.name for each in await crews.list_vans(connection)},
        driver_names={str(each.id): each.name for each in await crews.list_drivers(connection)},
    )
