"""Route plans as rows and as records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from chassis.refusal import NotFound
from pydantic import TypeAdapter
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.domain.routing import Answer
from booking.store.route_plan_tables import planned_day, route_plan

ANSWERS = TypeAdapter(Answer)


@dataclass(frozen=True, slots=True)
class PlanRecord:
    """One plan as stored."""

    id: UUID
    day: date
    version: int
    made_at: datetime
    made_by: str
    is_anew: bool
    """Whether what crews had and had not begun was planned anew."""
    accepted_at: datetime | None
    accepted_by: str | None
    seen: Mapping[str, int]
    """The versions of the tasks that accepting it changes, as they were when it was made."""
    answer: Answer

    @property
    def planned(self) -> set[str]:
        """The tasks that it gives to crews."""
        return {stop.task_id for route in self.answer.routes for stop in route.stops if not stop.is_fixed}


async def add(connection: AsyncConnection, record: PlanRecord) -> PlanRecord:
    """Stores it as the day's next version; as it is then."""
    counted = insert(planned_day).values(day=record.day, latest=1)
    counted = counted.on_conflict_do_update(index_elements=["day"], set_={"latest": planned_day.c.latest + 1})
    version = (await connection.execute(counted.returning(planned_day.c.latest))).scalar_one()
    stored = replace(record, version=version)
    row = asdict(stored) | {"answer": ANSWERS.dump_python(stored.answer, mode="json")}
    await connection.execute(route_plan.insert().values(row))
    return stored


async def find(connection: AsyncConnection, plan_id: UUID) -> PlanRecord:
    """One plan. Raises NotFound."""
    return must_exist(await connection.execute(sql.select(route_plan).where(route_plan.c.id == plan_id)))


async def lock(connection: AsyncConnection, plan_id: UUID) -> PlanRecord:
    """One plan, locked until the transaction ends. Raises NotFound."""
    question = sql.select(route_plan).where(route_plan.c.id == plan_id).with_for_update()
    return must_exist(await connection.execute(question))


async def list_of_day(connection: AsyncConnection, day: date, before: int | None, limit: int) -> Sequence[PlanRecord]:
    """Up to `limit` plans of a day, the newest first, older than version `before`."""
    question = sql.select(route_plan).where(route_plan.c.day == day)
    if before is not None:
        question = question.where(route_plan.c.version < before)
    rows = (await connection.execute(question.order_by(route_plan.c.version.desc()).limit(limit))).mappings()
    return [record_of(dict(row)) for row in rows]


async def save_accepted(connection: AsyncConnection, record: PlanRecord, by: str, now: datetime) -> PlanRecord:
    """Stores that a locked plan was accepted; as it is then."""
    accepted = {"accepted_at": now, "accepted_by": by}
    await connection.execute(route_plan.update().where(route_plan.c.id == record.id).values(accepted))
    return replace(record, accepted_at=now, accepted_by=by)


async def forget(connection: AsyncConnection, before: date, limit: int) -> int:
    """Deletes up to `limit` plans of days before `before`, the oldest first, and days without any; how many plans.

    Days that another replica is at are passed over: of two that shared a day, neither would see it empty.
    """
    oldest = sql.select(planned_day.c.day).where(planned_day.c.day < before).order_by(planned_day.c.day).limit(limit)
    days = (await connection.execute(oldest.with_for_update(skip_locked=True))).scalars().all()
    first = sql.select(route_plan.c.id).where(route_plan.c.day.in_(days)).order_by(route_plan.c.day).limit(limit)
    gone = await connection.execute(route_plan.delete().where(route_plan.c.id.in_(first)))
    has_plans = sql.exists().where(route_plan.c.day == planned_day.c.day)
    await connection.execute(planned_day.delete().where(planned_day.c.day.in_(days), ~has_plans))
    return gone.rowcount


def must_exist(found: sql.CursorResult[Any]) -> PlanRecord:
    """The record of the one row. Raises NotFound when there is none."""
    row = found.mappings().one_or_none()
    if row is None:
        raise NotFound("route_plan_not_found", "There is no such plan.", "plan_id")
    return record_of(dict(row))


def record_of(row: dict[str, Any]) -> PlanRecord:
    """The columns of a row as a record."""
    return PlanRecord(**row | {"answer": ANSWERS.validate_python(row["answer"])})
