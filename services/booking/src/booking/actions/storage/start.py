"""Starting a storage: at the catalogue's monthly price; billed from its first day on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from chassis.audit import record_act
from chassis.clock import new_york_date
from chassis.database import Database
from chassis.refusal import Conflict, Invalid
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import AuditRecorded
from totetaxi.booking.v1.storage_pb2 import Storage
from totetaxi.pricing.v1.price_pb2 import Price

from booking.actions.storage.look import view_of
from booking.actions.storage.say import note, say_started
from booking.domain.booking_number import new_storage_number
from booking.domain.contact import Contact, normalised_contact
from booking.domain.lifecycle import ENDED, spoken
from booking.domain.pickup import spoken_date
from booking.domain.storage import Direction, ItemKind, Standing, StorageStatus, must_begin_soon, must_take_in
from booking.prices import month_of_storage
from booking.storage_messages import storage_message
from booking.store import bookings, idempotency, storage_contents, storages
from booking.store.bookings import BookingRecord
from booking.store.idempotency import Claim
from booking.store.storage_contents import ItemRecord
from booking.store.storages import StorageRecord

if TYPE_CHECKING:
    from totetaxi.pricing.v1.pricing_service_pb2_grpc import PricingServiceAsyncStub as Pricing

CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class NewItem:
    """A thing that is taken in, its id made at the door."""

    id: UUID
    kind: ItemKind
    label: str


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is to be started."""

    storage_id: UUID
    customer_id: UUID | None
    """None where the booking says whose it is."""
    contact: Contact | None
    booking_id: UUID | None
    """That brings the things."""
    start_date: date
    items: Sequence[NewItem]
    language: str
    claim: Claim | None
    actor: str


@dataclass(frozen=True, slots=True)
class Started:
    """The answer, and whether it was given before."""

    storage: Storage
    is_replayed: bool


async def start_storage(
    database: Database,
    pricing: Pricing,
    beginning: Beginning,
    now: datetime,
    new_number: Callable[[], str] = new_storage_number,
) -> Started:
    """Starts it today, or plans it for its first day. Raises Invalid, NotFound, Conflict, Unavailable."""
    must_begin_soon(beginning.start_date, new_york_date(now))
    if beginning.contact:
        beginning = replace(beginning, contact=normalised_contact(beginning.contact))
    price = await month_of_storage(pricing, beginning.start_date)
    async with database.transaction() as connection:
        claim = beginning.claim
        if claim:
            await idempotency.lock_claim(connection, claim)
            earlier = await idempotency.find_answer(connection, claim)
            if earlier is not None:
                return Started(Storage.FromString(earlier), is_replayed=True)
        storage = await start(connection, beginning, price, now, new_number)
        if claim:
            await idempotency.add_answer(connection, claim, storage.SerializeToString(), now)
        return Started(storage, is_replayed=False)


async def start(
    connection: AsyncConnection, beginning: Beginning, price: Price, now: datetime, new_number: Callable[[], str]
) -> Storage:
    """Writes it with its things and its leg, and begins it when its day has come. Raises NotFound, Conflict."""
    leg = await bookings.lock_booking(connection, beginning.booking_id) if beginning.booking_id else None
    planned = new_record(beginning, leg, price, now)
    record = await storages.add_storage(connection, planned, new_number)
    must_take_in(record.status, 0, len(beginning.items))
    today = new_york_date(now)
    items = [ItemRecord(each.id, record.id, each.kind, each.label, today) for each in beginning.items]
    await storage_contents.add_items(connection, items)
    if leg:
        await storage_contents.add_leg(connection, record.id, leg.id, Direction.PICKUP)
    await note(connection, record, beginning.actor, f"planned to begin on {spoken_date(record.start_date)}", now)
    after = {"start_date": record.start_date, "monthly_cents": record.monthly_cents}
    await record_act(connection, AuditRecorded, "storage.planned", ("storage", record.id), now, after=after)
    if record.start_date <= today:
        record = await begin(connection, record, beginning.actor, now)
    return storage_message(await view_of(connection, record), today)


def new_record(beginning: Beginning, leg: BookingRecord | None, price: Price, now: datetime) -> StorageRecord:
    """The storage to be. Raises Invalid, Conflict where nobody can be billed for it."""
    customer_id = beginning.customer_id or (leg.customer_id if leg else None)
    contact = beginning.contact or (leg.contact if leg else None)
    if leg:
        must_bring(leg, customer_id)
    if customer_id is None or contact is None:
        message = "customer_id and contact must be given, or booking_id of a booking that is in an account."
        raise Invalid("storage_needs_an_account", message, "customer_id")
    return StorageRecord(
        id=beginning.storage_id,
        number="",
        status=StorageStatus.PLANNED,
        standing=Standing.GOOD,
        customer_id=customer_id,
        contact=contact,
        language=beginning.language or (leg.language if leg else ""),
        start_date=beginning.start_date,
        end_date=None,
        price=price,
        created_at=now,
        updated_at=now,
        version=1,
    )


def must_bring(leg: BookingRecord, customer_id: UUID | None) -> None:
    """Raises Conflict for a booking of somebody else, or one that is over."""
    if leg.customer_id != customer_id:
        raise Conflict("booking_of_another", "This booking is not of the same customer.", "booking_id")
    if leg.status in ENDED:
        message = f"Booking {leg.number} is {spoken(leg.status)}; it brings nothing."
        raise Conflict("booking_over", message, "booking_id")


async def begin(connection: AsyncConnection, record: StorageRecord, actor: str, now: datetime) -> StorageRecord:
    """Its first day has come: it is active, and payments bills it."""
    active = await storages.save(connection, replace(record, status=StorageStatus.ACTIVE), now)
    await note(connection, active, actor, "began", now)
    await say_started(connection, active)
    return active


async def begin_due(database: Database, now: datetime) -> int:
    """Begins one storage whose first day has come in New York; how many there were, 0 or 1."""
    async with database.transaction() as connection:
        record = await storages.lock_due(connection, new_york_date(now))
        if record is None:
            return 0
        await begin(connection, record, CLOCK, now)
    return 1
