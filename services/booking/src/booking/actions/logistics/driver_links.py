"""Links for drivers: made and ended by staff, one that leads somewhere for each driver and day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from chassis.audit import record_act
from chassis.database import Database
from chassis.identifiers import new_id
from totetaxi.booking.v1.events_pb2 import AuditRecorded

from booking.actions.logistics.assign import must_be_active, must_exist
from booking.domain.custom_quote import hash_of, new_token
from booking.domain.driver_day import KEPT, good_until, must_be_near
from booking.store import crews, driver_links
from booking.store.driver_links import LinkRecord


@dataclass(frozen=True, slots=True)
class NewLink:
    """What is shown this once."""

    token: str
    good_until: datetime


async def create_driver_link(database: Database, driver_id: UUID, day: date, now: datetime) -> NewLink:
    """A link; the one before for the same driver and day has ended. Raises NotFound, Invalid, Conflict.

    The driver is locked, so that of two links made at once the second one leads somewhere, and none of a driver who is
    set inactive meanwhile.
    """
    must_be_near(day, now)
    made = NewLink(new_token(), good_until(day))
    async with database.transaction() as connection:
        must_be_active(await crews.lock_driver(connection, driver_id), "driver_id")
        ended = await driver_links.end_links(connection, driver_id, day, now)
        record = LinkRecord(new_id(), driver_id, day, hash_of(made.token), now, made.good_until)
        await driver_links.add_link(connection, record)
        kept = {"day": day.isoformat(), "good_until": made.good_until.isoformat(), "ended": ended}
        subject = ("driver", driver_id)
        await record_act(connection, AuditRecorded, "driver_link.created", subject, now, after=kept)
    return made


async def revoke_driver_link(database: Database, driver_id: UUID, day: date, now: datetime) -> None:
    """Ends the link of a day; where there is none, nothing happens. Raises NotFound for no such driver."""
    async with database.transaction() as connection:
        must_exist(await crews.lock_driver(connection, driver_id), "driver_id")
        if await driver_links.end_links(connection, driver_id, day, now):
            kept, subject = {"day": day.isoformat()}, ("driver", driver_id)
            await record_act(connection, AuditRecorded, "driver_link.revoked", subject, now, after=kept)


async def forget_driver_links(database: Database, now: datetime, limit: int) -> int:
    """Forgets up to `limit` links that were over long ago; how many."""
    async with database.transaction() as connection:
        return await driver_links.forget(connection, now - KEPT, limit)
