"""Taking the place: booking, history, hold, event and the answer under the client's key, all or nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from chassis.audit import record_act
from chassis.database import Database
from chassis.outbox import say
from chassis.refusal import Conflict, Refusal
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.booking_service_pb2 import CreateGuestBookingResponse
from totetaxi.booking.v1.events_pb2 import AuditRecorded, BookingCreated
from totetaxi.pricing.v1.price_pb2 import Price

from booking.actions.organizers import take_organizers
from booking.actions.take_payment import settle_free
from booking.actions.waiting_list.offer import closed_places
from booking.actions.waiting_list.take_offer import hold_of_offer, note_booked
from booking.domain.availability import DAYS_SEARCHED, Usual, day_of, no_van_yet, sold_out
from booking.domain.booking_number import new_booking_number
from booking.domain.waiting import Waiting
from booking.messages import booking_message, summary, timestamp
from booking.store import bookings, capacity, idempotency
from booking.store.bookings import BookingRecord, HistoryEntry
from booking.store.calendar import find_calendar
from booking.store.idempotency import Claim
from booking.store.tables import ID_UNIQUE, QUOTE_UNIQUE

GUEST = "guest"
STAFF = "staff:"


@dataclass(frozen=True, slots=True)
class Terms:
    """What the business has settled."""

    payment_minutes: int
    usual: Usual


@dataclass(frozen=True, slots=True)
class Placing:
    """How one booking is placed."""

    terms: Terms
    now: datetime
    new_number: Callable[[], str]
    actor: str
    waiting_token: str = ""
    """Of an offer of the waiting list; empty without one."""


async def place_booking(
    database: Database,
    record: BookingRecord,
    claim: Claim | None,
    terms: Terms,
    now: datetime,
    new_number: Callable[[], str] = new_booking_number,
    actor: str = GUEST,
    waiting_token: str = "",
) -> CreateGuestBookingResponse:
    """Takes the place and writes the booking, with its answer or its refusal under the client's key: all or nothing.

    With the token of an offer of the waiting list the place is the one that is kept for it.
    """
    order = Placing(terms, now, new_number, actor, waiting_token)
    async with database.transaction() as connection:
        if claim:
            await idempotency.lock_claim(connection, claim)
            earlier = replayed(await idempotency.find_answer(connection, claim))
            if earlier:
                return earlier
        answer = await booked_or_refused(connection, record, order)
        if claim:
            stored = answer if isinstance(answer, Refusal) else answer.SerializeToString()
            await idempotency.add_answer(connection, claim, stored, now)
    if isinstance(answer, Refusal):
        raise answer
    return answer


async def booked_or_refused(
    connection: AsyncConnection, record: BookingRecord, order: Placing
) -> CreateGuestBookingResponse | Conflict:
    """The answer; a refusal leaves no trace of the booking, while the transaction goes on to remember it."""
    try:
        async with connection.begin_nested():
            booked = await book(connection, record, order)
    except Conflict as refusal:
        return refusal
    except IntegrityError as error:
        if ID_UNIQUE in str(error.orig):
            return Conflict("booking_id_taken", "There is another booking with this id; make a new one.", "booking_id")
        if QUOTE_UNIQUE not in str(error.orig):
            raise
        return Conflict("quote_used", "This quote has been booked already; please ask for a new price.", "quote_id")
    return CreateGuestBookingResponse(booking=booking_message(booked))


async def book(connection: AsyncConnection, record: BookingRecord, order: Placing) -> BookingRecord:
    """Place, booking, history and event; paid at once when it is free.

    Raises Conflict when the day can't take it, before anything is written.
    """
    now, actor = order.now, order.actor
    kept = await place_for(connection, record, order)
    booked = await bookings.add_booking(connection, record, order.new_number)
    if kept:
        await note_booked(connection, kept, booked.id, now)
    await bookings.add_history(connection, HistoryEntry(booked.id, None, booked.status, actor, now, "booked"))
    if actor.startswith(STAFF):
        await record_act(connection, AuditRecorded, "booking.created", ("booking", booked.id), now)
    event = BookingCreated(booking=summary(booked), quote_id=booked.quote_id or "")
    event.expires_at.CopyFrom(timestamp(booked.expires_at or now))
    await say(connection, event, booked.id, booked.version)
    return booked if booked.price.total_cents else await settle_free(connection, booked, now)


async def place_for(connection: AsyncConnection, record: BookingRecord, order: Placing) -> Waiting | None:
    """Takes a place, or the one that is kept for the entry of the waiting list that is returned; and organizers.

    Raises Conflict.
    """
    kept = None
    if order.waiting_token:
        place = record.pickup_date, record.pickup_window
        kept = await hold_of_offer(connection, order.waiting_token, *place, order.now)
        if await closed_places(connection, [place]):
            raise await no_place(connection, record, order.terms.usual, order.now)
    else:
        await take_place(connection, record, order.terms.usual, order.now)
    await take_organizers(connection, record, order.terms.usual, order.now)
    return kept


async def take_place(connection: AsyncConnection, record: BookingRecord, usual: Usual, now: datetime) -> None:
    """Takes the booking's place. Raises Conflict, naming better days, when there is none or no van for its items."""
    day = record.pickup_date
    if needs_van(record.price):
        calendar = await find_calendar(connection, day, day + timedelta(days=DAYS_SEARCHED), usual)
        if not day_of(calendar, day, usual, now).has_van:
            raise no_van_yet(calendar, day, usual, now)
    if not await capacity.take_place(connection, day, record.pickup_window, usual.places):
        raise await no_place(connection, record, usual, now)


async def no_place(connection: AsyncConnection, record: BookingRecord, usual: Usual, now: datetime) -> Conflict:
    """The refusal of its window, naming better days."""
    day = record.pickup_date
    calendar = await find_calendar(connection, day, day + timedelta(days=DAYS_SEARCHED), usual)
    return sold_out(calendar, day, record.pickup_window, usual, now)


def needs_van(price: Price) -> bool:
    """Whether something in it only goes with a van that is already scheduled."""
    return any(item.requires_van_schedule for item in price.specialty_items)


def replayed(answer: bytes | None) -> CreateGuestBookingResponse | None:
    """A stored answer, marked as one."""
    if answer is None:
        return None
    response = CreateGuestBookingResponse.FromString(answer)
    response.is_replayed = True
    return response
