"""Handing things over: the crew notes, the customer confirms by a code or a signature, and nobody changes it then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from chassis.audit import record_act
from chassis.database import Database
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import AuditRecorded

from booking.actions.upload_document import Handler, theirs
from booking.domain import handovers as rules
from booking.domain.handovers import Handover, HandoverProof, Stage
from booking.store import bookings, documents, handovers
from booking.store.bookings import BookingRecord


async def record_handover(
    database: Database, booking_id: UUID, stage: Stage, notes: str, signed_by: str, actor: str, now: datetime
) -> Handover:
    """Notes the condition of things. Raises NotFound, Conflict once the customer has confirmed it."""
    async with database.transaction() as connection:
        _, found = await lock_handover(connection, booking_id, stage, Handler(None, actor), now)
        noted = rules.recorded(found, notes, signed_by, actor, now)
        await handovers.save_handover(connection, noted)
        await note_act(connection, "handover.recorded", noted, now)
        return noted


async def issue_code(
    database: Database, booking_id: UUID, stage: Stage, handler: Handler, code: str, now: datetime
) -> Handover:
    """Lets the customer confirm by `code`. Raises NotFound, Conflict."""
    async with database.transaction() as connection:
        _, found = await lock_handover(connection, booking_id, stage, handler, now)
        waiting = rules.with_code(found, code, now)
        await handovers.save_handover(connection, waiting)
        return waiting


async def confirm_by_code(
    database: Database, booking_id: UUID, stage: Stage, code: str, actor: str, now: datetime
) -> Handover:
    """Fixes it when the customer's code was told; a wrong one is counted. Raises NotFound, Conflict, Invalid."""
    async with database.transaction() as connection:
        _, found = await lock_handover(connection, booking_id, stage, Handler(None, actor), now)
        if found.confirmed_at:
            return found
        is_right = rules.is_the_code(found, code, now)
        after = rules.confirmed(found, HandoverProof.CODE, now) if is_right else one_more_try(found)
        await handovers.save_handover(connection, after)
        if is_right:
            await note_act(connection, "handover.confirmed", after, now)
    if not is_right:
        raise rules.wrong_code()
    return after


async def confirm_by_signature(
    database: Database, booking_id: UUID, stage: Stage, actor: str, now: datetime
) -> Handover:
    """Fixes it when somebody has signed. Raises NotFound, Conflict."""
    async with database.transaction() as connection:
        _, found = await lock_handover(connection, booking_id, stage, Handler(None, actor), now)
        if found.confirmed_at:
            return found
        rules.must_be_signed(await documents.list_documents(connection, booking_id), stage)
        after = rules.confirmed(found, HandoverProof.SIGNATURE, now)
        await handovers.save_handover(connection, after)
        await note_act(connection, "handover.confirmed", after, now)
        return after


async def show_handovers(database: Database, booking_id: UUID, handler: Handler, now: datetime) -> Sequence[Handover]:
    """Pickup before delivery; that staff looked goes into the audit log. Raises NotFound."""
    async with database.transaction() as connection:
        theirs(bookings.must_exist(await bookings.find_booking(connection, booking_id)), handler)
        if handler.is_staff:
            await record_act(connection, AuditRecorded, "handover_list.viewed", ("booking", booking_id), now)
        return await handovers.list_handovers(connection, [booking_id])


async def lock_handover(
    connection: AsyncConnection, booking_id: UUID, stage: Stage, handler: Handler, now: datetime
) -> tuple[BookingRecord, Handover]:
    """One end of a locked booking's move, new where nothing was noted. Raises NotFound, Conflict."""
    record = theirs(await bookings.lock_booking(connection, booking_id), handler)
    rules.must_take_place(record.status)
    found = await handovers.find_handover(connection, booking_id, stage)
    return record, found or Handover(booking_id, stage, now, handler.actor)


async def note_act(connection: AsyncConnection, act: str, after: Handover, now: datetime) -> None:
    """Notes in the audit log what the crew did."""
    values = {"stage": after.stage, "proof": after.proof}
    await record_act(connection, AuditRecorded, act, ("booking", after.booking_id), now, after=values)


def one_more_try(found: Handover) -> Handover:
    """A wrong code was told."""
    return replace(found, code_tries=found.code_tries + 1)
