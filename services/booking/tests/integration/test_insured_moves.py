"""A booking that needs a certificate of insurance is never scheduled on a day for which it has none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from booking.actions import Change, Move, move_for_customer, update_booking
from booking.actions.move_on import Step, move_on
from booking.domain.documents import Document, DocumentStatus, Kind
from booking.domain.lifecycle import Fact, Status, act
from booking.store import bookings, documents
from booking_callers import STAFF, act_as_staff
from booking_stage import DAY, NOW, TERMS, said, status_of
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.refusal import Conflict
from logistics_stage import paid
from totetaxi.booking.v1.events_pb2 import BookingRescheduled, BookingScheduled
from totetaxi.pricing.v1.catalog_pb2 import SERVICE_TYPE_MINI_MOVE
from totetaxi.pricing.v1.price_pb2 import PriceRequest

COI = PriceRequest(service_type=SERVICE_TYPE_MINI_MOVE, pickup_date=DAY.isoformat(), coi_required=True)
LATER = DAY + timedelta(days=7)


@pytest.fixture
async def booking_id(database: Database) -> UUID:
    """Paid, and in need of a certificate."""
    act_as_staff()
    return await paid(database, request=COI)


async def accept(database: Database, booking_id: UUID, until: date, version: int) -> None:
    """A certificate that staff took."""
    asked = Document(new_id(), booking_id, Kind.CERTIFICATE, version, DocumentStatus.ACCEPTED, "", NOW, STAFF)
    seen: dict[str, Any] = {
        "submitted_at": NOW,
        "decided_at": NOW,
        "content_type": "application/pdf",
        "size_bytes": 9,
        "sha256": "5e" * 32,
    }
    taken = replace(asked, valid_until=until, **seen)
    async with database.transaction() as connection:
        await documents.add_document(connection, taken)


async def test_the_one_way_into_a_state_refuses_whoever_would_schedule_it_uninsured(
    database: Database, booking_id: UUID
) -> None:
    async with database.transaction() as connection:
        record = await bookings.lock_booking(connection, booking_id)
        with pytest.raises(Conflict) as refused:
            await move_on(connection, record, Step(act(record.status, Fact.SCHEDULED), STAFF, "planned"), NOW)
    assert refused.value.slug == "certificate_needed"
    assert await status_of(database, str(booking_id)) is Status.PAID
    assert await said(database, BookingScheduled) == []


async def test_what_is_scheduled_moves_only_to_a_day_on_which_its_certificate_holds(
    database: Database, booking_id: UUID
) -> None:
    await accept(database, booking_id, DAY, 2)
    await update_booking(database, Change(booking_id, Status.SCHEDULED, None, "", 0, STAFF), NOW)
    move = Move(booking_id, LATER, None)
    with pytest.raises(Conflict, match="the one there is ends on June 2, 2027") as refused:
        await move_for_customer(database, move, STAFF, "They called.", TERMS, NOW)
    assert (refused.value.slug, refused.value.faults[0].field) == ("certificate_needed", "pickup_date")
    assert await said(database, BookingRescheduled) == []
    await accept(database, booking_id, LATER, 3)
    assert (await move_for_customer(database, move, STAFF, "They called.", TERMS, NOW)).pickup_date == LATER
