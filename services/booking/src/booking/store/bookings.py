"""Bookings and their history, as rows and as records."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from chassis.refusal import NotFound
from google.protobuf.json_format import MessageToDict, ParseDict
from google.protobuf.message import Message
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.pricing.v1.price_pb2 import Price, PriceRequest

from booking.domain.address import Address
from booking.domain.contact import Contact
from booking.domain.lifecycle import Status
from booking.domain.pickup import PickupWindow
from booking.domain.search import search_terms
from booking.store import search
from booking.store.tables import booking, history, verified_customer

NUMBERS_TRIED = 8
"""Of 32⁶ numbers; that eight in a row are taken means that something else is wrong."""

CHANGEABLE = (
    "status",
    "expires_at",
    "pickup_date",
    "pickup_window",
    "staff_notes",
    "deleted_at",
    "refund_cents",
    "updated_at",
    "version",
)


@dataclass(frozen=True, slots=True)
class BookingRecord:
    """One booking as stored."""

    id: UUID
    number: str
    status: Status
    contact: Contact
    language: str
    request: PriceRequest
    price: Price
    pickup_date: date
    pickup_window: PickupWindow
    pickup_address: Address
    delivery_address: Address
    special_instructions: str
    service_type: str
    quote_id: str | None
    """None only in bookings from before prices were redeemed."""
    guest_session: str
    created_at: datetime
    updated_at: datetime
    expires_at: datetime | None
    version: int
    customer_id: UUID | None = None
    """Whose account it is in; None for guests."""
    erased_at: datetime | None = None
    """When its customer was forgotten, and with them all that said who they are."""
    staff_notes: str = ""
    deleted_at: datetime | None = None
    """Since when it is left out of lists and numbers."""
    refund_cents: int = 0
    """What is paid back since it was called off."""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One thing that happened to a booking, and who made it happen."""

    booking_id: UUID
    from_status: Status | None
    to_status: Status
    actor: str
    at: datetime
    cause: str


class NumbersExhaustedError(Exception):
    """No free booking number was found."""


async def add_booking(
    connection: AsyncConnection, record: BookingRecord, new_number: Callable[[], str]
) -> BookingRecord:
    """Stores a booking under the first free number of `new_number`; the record with it, and with its customer.

    A guest whose email an account has verified books into that account.
    """
    row = row_of(record)
    if record.customer_id is None:
        row["customer_id"] = customer_with(record.contact.email)
    for _ in range(NUMBERS_TRIED):
        added = (
            insert(booking).values({**row, "number": new_number()}).on_conflict_do_nothing(index_elements=["number"])
        )
        stored = (await connection.execute(added.returning(booking.c.number, booking.c.customer_id))).one_or_none()
        if stored is not None:
            numbered = replace(record, number=stored.number, customer_id=stored.customer_id)
            await search.add_terms(connection, numbered.id, terms_of(numbered))
            return numbered
    raise NumbersExhaustedError


def customer_with(email: str) -> sql.ScalarSelect[UUID]:
    """The account that has verified `email` last, as part of a question."""
    has_it = sql.func.lower(verified_customer.c.email) == sql.func.lower(email)
    found = sql.select(verified_customer.c.customer_id).where(has_it)
    return found.order_by(verified_customer.c.verified_at.desc()).limit(1).scalar_subquery()


async def find_by_number(connection: AsyncConnection, number: str) -> BookingRecord | None:
    """The booking of a normalised number."""
    return one_of(await connection.execute(sql.select(booking).where(booking.c.number == number)))


async def find_booking(connection: AsyncConnection, booking_id: UUID) -> BookingRecord | None:
    """The booking with this id."""
    return one_of(await connection.execute(sql.select(booking).where(booking.c.id == booking_id)))


async def lock_booking(connection: AsyncConnection, booking_id: UUID) -> BookingRecord:
    """The booking, locked until the transaction ends. Raises NotFound."""
    question = sql.select(booking).where(booking.c.id == booking_id).with_for_update()
    return must_exist(one_of(await connection.execute(question)))


async def lock_unpaid(connection: AsyncConnection, now: datetime, limit: int) -> Sequence[BookingRecord]:
    """Up to `limit` bookings whose time to pay is over; what another replica holds is passed over."""
    overdue = sql.select(booking).where(booking.c.expires_at <= now).order_by(booking.c.expires_at).limit(limit)
    rows = (await connection.execute(overdue.with_for_update(skip_locked=True))).mappings()
    return [record_of(dict(row)) for row in rows]


async def save(connection: AsyncConnection, changed: BookingRecord, now: datetime) -> BookingRecord:
    """Stores what can change on a locked booking, as its next version; as it is then."""
    saved = replace(changed, updated_at=max(now, changed.updated_at), version=changed.version + 1)
    values = {name: getattr(saved, name) for name in CHANGEABLE}
    await connection.execute(booking.update().where(booking.c.id == saved.id).values(values))
    return saved


async def add_history(connection: AsyncConnection, entry: HistoryEntry) -> None:
    """Notes what happened."""
    await connection.execute(history.insert().values(asdict(entry)))


async def add_histories(connection: AsyncConnection, entries: Sequence[HistoryEntry]) -> None:
    """Notes all of it at once."""
    if entries:
        await connection.execute(history.insert().values([asdict(entry) for entry in entries]))


async def list_histories(connection: AsyncConnection, booking_ids: Sequence[UUID]) -> Sequence[HistoryEntry]:
    """What happened to bookings, oldest first."""
    columns = [column for column in history.c if column.name != "id"]
    question = sql.select(*columns).where(history.c.booking_id.in_(booking_ids)).order_by(history.c.id)
    return [
        HistoryEntry(**{**row, "from_status": row["from_status"] and Status(row["from_status"])})
        for row in (await connection.execute(question)).mappings()
    ]


def must_exist(record: BookingRecord | None, field: str = "booking_id") -> BookingRecord:
    """The booking. Raises NotFound, naming the field that was asked by, when there is none."""
    if record is None:
        which = "such booking" if field == "booking_id" else "booking with this number"
        raise NotFound("booking_not_found", f"There is no {which}.", field)
    return record


def must_be_of(record: BookingRecord | None, customer_id: UUID) -> BookingRecord:
    """The customer's own booking. Raises NotFound, the same for somebody else's and for one that was deleted."""
    found = must_exist(record)
    return must_exist(found if found.customer_id == customer_id and found.deleted_at is None else None)


def terms_of(record: BookingRecord) -> set[str]:
    """Everything that staff may look for it by."""
    return search_terms(record.number, record.contact, zip_codes_of(record))


def zip_codes_of(record: BookingRecord) -> tuple[str, str]:
    """Of both ends."""
    return record.pickup_address.zip_code, record.delivery_address.zip_code


def one_of(found: sql.CursorResult[Any]) -> BookingRecord | None:
    """The record of the one row, if there is one."""
    row = found.mappings().one_or_none()
    return record_of(dict(row)) if row else None


def row_of(record: BookingRecord) -> dict[str, Any]:
    """A record as the table's columns."""
    row = {name: getattr(record, name) for name in BookingRecord.__dataclass_fields__ if name != "contact"}
    return {
        **row,
        **asdict(record.contact),
        "request": as_json(record.request),
        "price": as_json(record.price),
        "total_cents": record.price.total_cents,
        "pickup_address": asdict(record.pickup_address),
        "delivery_address": asdict(record.delivery_address),
    }


def record_of(row: dict[str, Any]) -> BookingRecord:
    """The columns of a row as a record."""
    contact = Contact(*(row.pop(name) for name in ("first_name", "last_name", "email", "phone")))
    del row["total_cents"]
    row |= {
        "status": Status(row["status"]),
        "pickup_window": PickupWindow(row["pickup_window"]),
        "request": ParseDict(row["request"], PriceRequest(), ignore_unknown_fields=True),
        "price": ParseDict(row["price"], Price(), ignore_unknown_fields=True),
        "pickup_address": Address(**row["pickup_address"]),
        "delivery_address": Address(**row["delivery_address"]),
    }
    return BookingRecord(contact=contact, **row)


def as_json(message: Message) -> dict[str, Any]:
    """A message as jsonb, under the names of its contract."""
    return MessageToDict(message, preserving_proto_field_name=True)
