"""Making, changing and finding discount codes."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from chassis.audit import record_act
from chassis.database import Database
from chassis.refusal import Conflict, NotFound
from totetaxi.pricing.v1.events_pb2 import AuditRecorded

from pricing.domain.promotion import Promotion, must_end_after, must_take_something
from pricing.store import promotions


@dataclass(frozen=True)
class Change:
    """What staff want otherwise; None leaves it as it is."""

    ends_at: datetime | None
    total_limit: int | None
    per_customer_limit: int | None
    reason: str


async def create_promotion(database: Database, promotion: Promotion, now: datetime) -> Promotion:
    """Stores a new promotion and says who made it. Raises Invalid, or Conflict when its code is taken."""
    must_take_something(promotion.terms.basis_points, promotion.terms.fixed_amount_cents)
    must_end_after(promotion.starts_at, promotion.ends_at)
    async with database.transaction() as connection:
        if not await promotions.add_promotion(connection, promotion):
            message = f"The code {promotion.terms.code} was given out before; choose another."
            raise Conflict("promotion_code_taken", message, "code")
        subject = ("promotion", promotions.id_of(promotion))
        await record_act(connection, AuditRecorded, "promotion.created", subject, now, after=told(promotion))
    return promotion


async def update_promotion(database: Database, promotion_id: UUID, change: Change, now: datetime) -> Promotion:
    """Changes when and how often it can be used, and says who did. Raises NotFound, or Invalid."""
    async with database.transaction() as connection:
        before = await promotions.lock_promotion(connection, promotion_id)
        if before is None:
            raise no_promotion()
        after = changed(before, change, now)
        await promotions.save_limits(connection, after)
        acted: dict[str, Any] = {"before": told(before), "after": told(after), "reason": change.reason}
        await record_act(connection, AuditRecorded, "promotion.updated", ("promotion", promotion_id), now, **acted)
    return after


def changed(promotion: Promotion, change: Change, now: datetime) -> Promotion:
    """The promotion as staff want it; an end that is past already is now, for what was used was used rightly."""
    given = {name: getattr(change, name) for name in ("total_limit", "per_customer_limit")}
    limits = {name: value for name, value in given.items() if value is not None}
    ends_at = max(change.ends_at, now) if change.ends_at else promotion.ends_at
    return replace(promotion, ends_at=ends_at, **limits)


async def get_promotion(database: Database, promotion_id: UUID) -> Promotion:
    """One promotion. Raises NotFound."""
    async with database.reading() as connection:
        promotion = await promotions.find_promotion(connection, promotion_id)
    if promotion is None:
        raise no_promotion()
    return promotion


def no_promotion() -> NotFound:
    """The refusal of an id that no promotion has."""
    return NotFound("promotion_not_found", "There is no such promotion.", "promotion_id")


def told(promotion: Promotion) -> dict[str, Any]:
    """A promotion as the audit log keeps it."""
    values = asdict(promotion)
    return {**values, "service_types": sorted(promotion.service_types)}
