"""A driver's day by link: their own stops, and how far each is, by the same rules as where staff report for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from chassis.audit import record_act
from chassis.database import Database
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import AuditRecorded

from booking.actions.logistics.driver_sheet import sheet_stops
from booking.actions.logistics.report import Report, driver_who, report_in
from booking.domain.custom_quote import hash_of
from booking.domain.driver_day import leads_nowhere
from booking.domain.driver_sheet import SheetStop
from booking.store import driver_links, driver_sheets
from booking.store.driver_links import OpenLink
from booking.store.tasks import TaskView


@dataclass(frozen=True, slots=True)
class DriverStop:
    """One door: how far it is, and what a crew must know there."""

    view: TaskView
    sheet: SheetStop


@dataclass(frozen=True, slots=True)
class DriverDay:
    """Everything that a link shows."""

    driver: str
    day: date
    good_until: datetime
    stops: Sequence[DriverStop]


async def find_driver_day(database: Database, token: str, now: datetime) -> DriverDay:
    """The day as it is now. Four questions; the look is in the audit log. Raises NotFound."""
    async with database.transaction() as connection:
        link = await open_link(connection, token, now)
        shown = await day_of(connection, link)
        after, who = {"day": link.own.day.isoformat(), "stops": len(shown.stops)}, driver_who(link.own)
        subject = ("driver", link.own.driver_id)
        await record_act(connection, AuditRecorded, "driver_day.viewed", subject, now, after=after, actor=who)
        return shown


async def report_by_link(database: Database, token: str, report: Report, now: datetime) -> DriverDay:
    """The day after the report. Raises NotFound, Invalid, Conflict.

    The link is held last of all that is locked, so that this waits for nobody who waits for it: a report and the end of
    the link come one after the other, and after its end nothing is reported.
    """
    async with database.transaction() as connection:
        link = await open_link(connection, token, now)
        await report_in(connection, report.by(link.own), now)
        if not await driver_links.hold_open(connection, link.id, now):
            raise leads_nowhere()
        return await day_of(connection, link)


async def open_link(connection: AsyncConnection, token: str, now: datetime) -> OpenLink:
    """The link of a token. Raises NotFound, alike for every token that leads nowhere."""
    link = await driver_links.find_open(connection, hash_of(token), now)
    if link is None:
        raise leads_nowhere()
    return link


async def day_of(connection: AsyncConnection, link: OpenLink) -> DriverDay:
    """The stops of a link's driver and day."""
    views = await driver_sheets.list_own_stops(connection, link.own)
    sheets = await sheet_stops(connection, views)
    stops = [DriverStop(view, sheet) for view, sheet in zip(views, sheets, strict=True)]
    return DriverDay(link.driver, link.own.day, link.good_until, stops)
