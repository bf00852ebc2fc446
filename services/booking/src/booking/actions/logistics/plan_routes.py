"""Proposing the routes of a day: read, solved outside of any transaction, kept as the day's next plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from chassis.audit import record_act
from chassis.clock import new_york_date
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.refusal import Conflict, Invalid
from totetaxi.booking.v1.events_pb2 import AuditRecorded

from booking.actions.logistics.assign import must_be_active
from booking.actions.logistics.find_plan import PlanView, view_of
from booking.domain.day_tasks import DayTask, Wishes, trips_of
from booking.domain.logistics import TaskStatus
from booking.domain.pickup import spoken_date
from booking.domain.routing import MOST_TASKS, MOST_VANS, Answer, Problem
from booking.domain.van_days import Planning, Van, van_days
from booking.route_solver import RouteSolver
from booking.store import crews, planned_tasks, route_plans
from booking.store.crews import DriverRecord, VanRecord
from booking.store.route_plans import PlanRecord


@dataclass(frozen=True, slots=True)
class PlanWish:
    """What shall be planned, and by whom."""

    day: date
    is_anew: bool
    crews: Sequence[tuple[UUID, UUID]]
    """Vans and who shall drive them."""
    depot: str
    actor: str


@dataclass(frozen=True, slots=True)
class Known:
    """A day as it is."""

    tasks: Sequence[DayTask]
    vans: Sequence[VanRecord]
    drivers: Sequence[DriverRecord]


async def plan_routes(database: Database, solver: RouteSolver, wish: PlanWish, now: datetime) -> PlanView:
    """The proposal; nothing changes until it is accepted. Raises Invalid, NotFound, Conflict, Unavailable."""
    must_lie_ahead(wish.day, now)
    async with database.reading() as connection:
        known = Known(
            await planned_tasks.list_for_planning(connection, wish.day),
            await crews.list_vans(connection),
            await crews.list_drivers(connection),
        )
    answer = await answer_of(solver, wish, known, now)
    versions = seen(known.tasks, answer)
    record = PlanRecord(new_id(), wish.day, 0, now, wish.actor, wish.is_anew, None, None, versions, answer)
    async with database.transaction() as connection:
        record = await route_plans.add(connection, record)
        made = {"day": wish.day.isoformat(), "version": record.version, "tasks": len(record.planned)}
        await record_act(connection, AuditRecorded, "route_plan.made", ("route_plan", record.id), now, after=made)
        return await view_of(connection, record)


def must_lie_ahead(day: date, now: datetime) -> None:
    """Raises Invalid for a day that is over in New York."""
    today = new_york_date(now)
    if day < today:
        message = f"day must be today or later: today is {spoken_date(today)} in New York."
        raise Invalid("day_is_over", message, "day")


async def answer_of(solver: RouteSolver, wish: PlanWish, known: Known, now: datetime) -> Answer:
    """What the solver says, and what is left out or idle whatever it says. Raises as plan_routes does."""
    vans = [each for each in known.vans if each.is_active]
    drivers = [str(each.id) for each in known.drivers if each.is_active]
    instant = int(now.timestamp())
    wishes = Wishes(instant, wish.is_anew, {str(each.id) for each in vans}, set(drivers))
    tasks = [wishes.presumed(each) for each in known.tasks]
    trips, left_out = trips_of(tasks, wishes)
    must_be_few(sum(len(trip.calls) for trip in trips), len(vans))
    kinds = [Van(str(each.id), each.name, each.capacity) for each in vans]
    planning = Planning(wish.day, instant, wish.depot)
    days, idle = van_days(planning, kinds, drivers, wanted_crews(wish, known), tasks)
    answer = await solver.answer(Problem(wish.depot, tuple(days), tuple(trips)))
    return replace(answer, left_out=(*left_out, *answer.left_out), idle=(*idle, *answer.idle))


def seen(tasks: Sequence[DayTask], answer: Answer) -> dict[str, int]:
    """The versions of the tasks that accepting it changes: those that get a crew, and those that lose theirs."""
    given = {stop.task_id for route in answer.routes for stop in route.stops if not stop.is_fixed}
    lost = {left.task_id for left in answer.left_out}
    is_lost = {task.id for task in tasks if task.id in lost and task.status is TaskStatus.ASSIGNED}
    return {task.id: task.version for task in tasks if task.id in given | is_lost}


def must_be_few(tasks: int, vans: int) -> None:
    """Raises Conflict for more than can be planned at once."""
    if tasks > MOST_TASKS:
        message = f"At most {MOST_TASKS} tasks can be planned at once; this day has {tasks} that are not done."
        raise Conflict("too_many_tasks", message, "day")
    if vans > MOST_VANS:
        message = f"At most {MOST_VANS} vans can be planned at once; {vans} are in service."
        raise Conflict("too_many_vans", message, "day")


def wanted_crews(wish: PlanWish, known: Known) -> Mapping[str, str]:
    """Who shall drive which van. Raises Invalid, NotFound, Conflict."""
    vans = {each.id: each for each in known.vans}
    drivers = {each.id: each for each in known.drivers}
    for van_id, driver_id in wish.crews:
        must_be_active(vans.get(van_id), "van_id")
        must_be_active(drivers.get(driver_id), "driver_id")
    wanted = {str(van_id): str(driver_id) for van_id, driver_id in wish.crews}
    if len(wanted) < len(wish.crews) or len(set(wanted.values())) < len(wish.crews):
        raise Invalid("crew_named_twice", "crews must name each van and each driver once.", "crews")
    return wanted
