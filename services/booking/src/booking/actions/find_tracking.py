"""How far the things of a booking are, for whoever may know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from chassis.database import Database

from booking.actions.find_papers import Asker, find_for
from booking.domain.lifecycle import Status
from booking.domain.tracking import Leg
from booking.store import tracking


@dataclass(frozen=True, slots=True)
class Tracking:
    """Where a booking is, and each of its legs."""

    number: str
    status: Status
    legs: Sequence[Leg]


async def find_tracking(database: Database, asker: Asker, now: datetime) -> Tracking:
    """How far it is. Raises NotFound, NotAllowed."""
    async with database.transaction() as connection:
        record = await find_for(connection, asker, "booking.tracking_viewed", now)
        return Tracking(record.number, record.status, await tracking.list_legs(connection, record.id))
