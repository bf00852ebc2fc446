"""Accepting a route plan: every task of it is given to its crew in one transaction, or none is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import UUID

from chassis.audit import record_act
from chassis.database import Database
from chassis.outbox import Saying, say_all
from chassis.refusal import Conflict
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import AuditRecorded

from booking.actions.logistics.assign import must_be_active
from booking.actions.logistics.find_plan import PlanView, view_of
from booking.actions.logistics.say import task_act, task_said
from booking.domain.logistics import TaskStatus, spoken, spoken_time
from booking.domain.routing import Stop
from booking.store import planned_tasks, route_plans
from booking.store.bookings import BookingRecord
from booking.store.route_plans import PlanRecord
from booking.store.tasks import TaskRecord

MOST_NAMED = 3
"""Changes that a refusal names; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Locked:
    """Everything that a plan changes, locked."""

    bookings: Mapping[UUID, BookingRecord]
    tasks: Mapping[UUID, TaskRecord]
    names: Mapping[UUID, str]
    """Of the drivers and vans, which are all in service."""


async def accept_plan(database: Database, plan_id: UUID, actor: str, now: datetime) -> PlanView:
    """The plan, accepted; by the same person twice changes nothing. Raises NotFound, Conflict.

    Bookings are locked before drivers, vans and tasks, each in the order of their ids, as where one task is given: so
    two who accept at once wait for each other, and the second is told what the first has changed.
    """
    async with database.transaction() as connection:
        plan = await route_plans.lock(connection, plan_id)
        if plan.accepted_at is None:
            locked = await lock_all(connection, plan)
            must_be_as_seen(plan, locked)
            must_begin_later(plan, now)
            changed = changes(plan, locked)
            await must_be_free(connection, [each for each in changed if each.driver_id], locked)
            await save_and_say(connection, changed, locked, now)
            plan = await route_plans.save_accepted(connection, plan, actor, now)
            kept = {"day": plan.day.isoformat(), "version": plan.version, "tasks": len(changed)}
            await record_act(connection, AuditRecorded, "route_plan.accepted", ("route_plan", plan.id), now, after=kept)
        elif plan.accepted_by != actor:
            message = f"Somebody else accepted this plan already, at {spoken_time(plan.accepted_at)}."
            raise Conflict("plan_accepted", message, "plan_id")
        return await view_of(connection, plan)


async def lock_all(connection: AsyncConnection, plan: PlanRecord) -> Locked:
    """What it changes. Raises NotFound and Conflict for a crew that is not in service any more."""
    task_ids = [UUID(each) for each in plan.seen]
    routes = [route for route in plan.answer.routes if any(not stop.is_fixed for stop in route.stops)]
    bookings = await planned_tasks.lock_bookings(connection, task_ids)
    drivers = await planned_tasks.lock_drivers(connection, {UUID(route.driver_id) for route in routes})
    vans = await planned_tasks.lock_vans(connection, {UUID(route.van_id) for route in routes})
    for route in routes:
        must_be_active(drivers.get(UUID(route.driver_id)), "driver_id")
        must_be_active(vans.get(UUID(route.van_id)), "van_id")
    names = {each.id: each.name for each in drivers.values()} | {each.id: each.name for each in vans.values()}
    return Locked(bookings, await planned_tasks.lock_tasks(connection, task_ids), names)


def must_be_as_seen(plan: PlanRecord, locked: Locked) -> None:
    """Raises Conflict, naming what has changed, when a task is not as it was when the plan was made."""
    changed = [each for each in locked.tasks.values() if each.version != plan.seen[str(each.id)]]
    if not changed:
        return
    named = [spoken_task(each, locked) for each in changed[:MOST_NAMED]]
    more = f", and {len(changed) - MOST_NAMED} more" if len(changed) > MOST_NAMED else ""
    message = f"This changed since the plan was made: {'; '.join(named)}{more}. Plan the day again."
    raise Conflict("plan_outdated", message, "plan_id")


def spoken_task(task: TaskRecord, locked: Locked) -> str:
    """`the pickup of TT-7QK2MB is assigned now`."""
    kind = task.kind.replace("_", " ")
    return f"the {kind} of {locked.bookings[task.booking_id].number} is {spoken(task.status)} now"


def must_begin_later(plan: PlanRecord, now: datetime) -> None:
    """Raises Conflict when a crew would have had to be at a door before now."""
    begins = [stop.begins for route in plan.answer.routes for stop in route.stops if not stop.is_fixed]
    if begins and min(begins) < now.timestamp():
        message = f"This plan begins at {spoken_time(instant(min(begins)))}, which is over. Plan the day again."
        raise Conflict("plan_outdated", message, "plan_id")


def changes(plan: PlanRecord, locked: Locked) -> list[TaskRecord]:
    """The tasks as they shall be, without those that are so already."""
    given = {
        UUID(stop.task_id): (stop, UUID(route.driver_id), UUID(route.van_id))
        for route in plan.answer.routes
        for stop in route.stops
    }
    wanted = [given_to(task, *given[task.id]) if task.id in given else freed(task) for task in locked.tasks.values()]
    return [each for each in wanted if each != locked.tasks[each.id]]


def given_to(task: TaskRecord, stop: Stop, driver_id: UUID, van_id: UUID) -> TaskRecord:
    """With its crew, at its time."""
    return replace(
        task,
        status=TaskStatus.ASSIGNED,
        driver_id=driver_id,
        van_id=van_id,
        planned_from=instant(stop.begins),
        planned_until=instant(stop.departs),
    )


def freed(task: TaskRecord) -> TaskRecord:
    """Without the crew that it had, to be done at any time of its window."""
    return replace(
        task,
        status=TaskStatus.UNASSIGNED,
        driver_id=None,
        van_id=None,
        planned_from=task.window_from,
        planned_until=task.window_until,
    )


async def must_be_free(connection: AsyncConnection, given: Sequence[TaskRecord], locked: Locked) -> None:
    """Raises Conflict, naming the other task, when a driver or a van is elsewhere then."""
    if not given:
        return
    moving = {each.id for each in locked.tasks.values()}
    others = [each for each in await planned_tasks.list_others(connection, given) if each.record.id not in moving]
    for other in others:
        for task in given:
            is_then = task.planned_from < other.record.planned_until and other.record.planned_from < task.planned_until
            who = {task.driver_id, task.van_id} & {other.record.driver_id, other.record.van_id}
            if is_then and who:
                since, until = spoken_time(other.record.planned_from), spoken_time(other.record.planned_until)
                name = next(locked.names[each] for each in who if each)
                message = f"{name} is with booking {other.number} from {since} to {until}. Plan the day again."
                raise Conflict("plan_outdated", message, "plan_id")


async def save_and_say(
    connection: AsyncConnection, changed: Sequence[TaskRecord], locked: Locked, now: datetime
) -> None:
    """Stores all at once, and says all at once."""
    if not changed:
        return
    saved = await planned_tasks.save_all(connection, changed, now)
    await say_all(connection, [saying for after in saved for saying in said_of(after, locked, now)])


def said_of(after: TaskRecord, locked: Locked, now: datetime) -> list[Saying]:
    """That a task has another crew or time; that it has none any more is for the audit log alone."""
    before = locked.tasks[after.id]
    if after.status is TaskStatus.ASSIGNED:
        return task_said(locked.bookings[after.booking_id], before, after, now)
    return [task_act("task.freed", before, after, now)]


def instant(seconds: int) -> datetime:
    """Seconds since 1970, UTC."""
    return datetime.fromtimestamp(seconds, UTC)
