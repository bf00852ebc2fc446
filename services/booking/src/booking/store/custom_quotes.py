"""Quotes whose lines staff write, as rows and as records."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from chassis.refusal import NotFound
from google.protobuf.json_format import ParseDict
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.pricing.v1.price_pb2 import Price

from booking.domain.address import Address
from booking.domain.contact import Contact
from booking.domain.custom_quote import QuoteStatus
from booking.domain.order import Order
from booking.domain.pickup import PickupWindow
from booking.domain.storage import Direction
from booking.store.bookings import NUMBERS_TRIED, NumbersExhaustedError, as_json
from booking.store.custom_quote_tables import custom_quote, version
from booking.store.tables import booking

CHANGEABLE = (
    "status",
    "token_hash",
    "valid_until",
    "booking_id",
    "decline_reason",
    "link_due_at",
    "updated_at",
    "version",
)
LINK_LEASE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class CustomQuoteRecord:
    """One quote as stored."""

    id: UUID
    number: str
    status: QuoteStatus
    order: Order
    """Its instructions are what is to be moved, in the customer's words."""
    company_name: str
    customer_id: UUID | None
    storage_id: UUID | None
    storage_direction: Direction
    created_at: datetime
    updated_at: datetime
    version: int
    token_hash: bytes | None = None
    valid_until: datetime | None = None
    booking_id: UUID | None = None
    decline_reason: str = ""
    link_due_at: datetime | None = None
    """When payments is asked for a payment link; None when there is nothing to ask."""
    erased_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class VersionRecord:
    """What was offered at one time."""

    quote_id: UUID
    number: int
    price: Price
    pricing_quote_id: str
    note: str
    valid_until: datetime
    sent_at: datetime
    written_by: str


async def add_quote(
    connection: AsyncConnection, record: CustomQuoteRecord, new_number: Callable[[], str]
) -> CustomQuoteRecord:
    """Stores it under the first free number of `new_number`."""
    row = row_of(record)
    for _ in range(NUMBERS_TRIED):
        added = insert(custom_quote).values({**row, "number": new_number()})
        free = added.on_conflict_do_nothing(index_elements=["number"]).returning(custom_quote.c.number)
        number = (await connection.execute(free)).scalar_one_or_none()
        if number is not None:
            return replace(record, number=number)
    raise NumbersExhaustedError


async def find_by_hash(connection: AsyncConnection, token_hash: bytes) -> CustomQuoteRecord:
    """The quote whose newest link has this token. Raises NotFound."""
    found = await find_one(connection, custom_quote.c.token_hash == token_hash)
    if found is None:
        message = "This link leads to no quote; a newer one may have replaced it."
        raise NotFound("quote_link_unknown", message, "token")
    return found


async def find_quote(connection: AsyncConnection, quote_id: UUID) -> CustomQuoteRecord:
    """The quote. Raises NotFound."""
    return must_exist(await find_one(connection, custom_quote.c.id == quote_id))


async def lock_quote(connection: AsyncConnection, quote_id: UUID) -> CustomQuoteRecord:
    """The quote, locked until the transaction ends. Raises NotFound."""
    question = sql.select(custom_quote).where(custom_quote.c.id == quote_id).with_for_update()
    row = (await connection.execute(question)).mappings().one_or_none()
    return must_exist(record_of(dict(row)) if row else None)


async def lock_outdated(connection: AsyncConnection, now: datetime) -> CustomQuoteRecord | None:
    """One offer whose time is over; what another replica holds is passed over."""
    is_over = sql.and_(custom_quote.c.status == QuoteStatus.SENT, custom_quote.c.valid_until <= now)
    question = sql.select(custom_quote).where(is_over).order_by(custom_quote.c.valid_until).limit(1)
    row = (await connection.execute(question.with_for_update(skip_locked=True))).mappings().one_or_none()
    return record_of(dict(row)) if row else None


async def claim_link(connection: AsyncConnection, now: datetime) -> CustomQuoteRecord | None:
    """One accepted quote that owes its customer a payment link; nobody else tries for a minute."""
    due = sql.select(custom_quote).where(custom_quote.c.link_due_at <= now).order_by(custom_quote.c.link_due_at)
    row = (await connection.execute(due.limit(1).with_for_update(skip_locked=True))).mappings().one_or_none()
    if row is None:
        return None
    await save_link_due(connection, row["id"], now + LINK_LEASE)
    return record_of(dict(row))


async def save_link_due(connection: AsyncConnection, quote_id: UUID, due_at: datetime | None) -> None:
    """When payments is asked next; None once it has answered."""
    await connection.execute(custom_quote.update().where(custom_quote.c.id == quote_id).values(link_due_at=due_at))


async def save(connection: AsyncConnection, changed: CustomQuoteRecord, now: datetime) -> CustomQuoteRecord:
    """Stores what can change on a locked quote, as its next version; as it is then."""
    saved = replace(changed, updated_at=max(now, changed.updated_at), version=changed.version + 1)
    values = {name: getattr(saved, name) for name in CHANGEABLE}
    values |= {"pickup_date": saved.order.pickup_date, "pickup_window": saved.order.pickup_window}
    await connection.execute(custom_quote.update().where(custom_quote.c.id == saved.id).values(values))
    return saved


async def add_version(connection: AsyncConnection, record: VersionRecord) -> None:
    """Keeps what was offered, for ever."""
    row = {name: getattr(record, name) for name in VersionRecord.__dataclass_fields__}
    await connection.execute(version.insert().values({**row, "price": as_json(record.price)}))


async def list_versions(connection: AsyncConnection, quote_ids: Collection[UUID]) -> Sequence[VersionRecord]:
    """What was offered, oldest first."""
    question = sql.select(version).where(version.c.quote_id.in_(quote_ids)).order_by(version.c.number)
    return [
        VersionRecord(**{**row, "price": ParseDict(row["price"], Price(), ignore_unknown_fields=True)})
        for row in (await connection.execute(question)).mappings()
    ]


async def find_booking_numbers(connection: AsyncConnection, booking_ids: Collection[UUID]) -> dict[UUID, str]:
    """The numbers of the bookings that quotes became."""
    question = sql.select(booking.c.id, booking.c.number).where(booking.c.id.in_(booking_ids))
    return {row[0]: row[1] for row in await connection.execute(question)}


async def find_one(connection: AsyncConnection, condition: sql.ColumnElement[bool]) -> CustomQuoteRecord | None:
    """The one quote for which it holds."""
    row = (await connection.execute(sql.select(custom_quote).where(condition))).mappings().one_or_none()
    return record_of(dict(row)) if row else None


def must_exist(record: CustomQuoteRecord | None) -> CustomQuoteRecord:
    """The quote. Raises NotFound when there is none."""
    if record is None:
        raise NotFound("quote_not_found", "There is no such quote.", "quote_id")
    return record


def row_of(record: CustomQuoteRecord) -> dict[str, Any]:
    """A record as the table's columns."""
    row = {name: getattr(record, name) for name in CustomQuoteRecord.__dataclass_fields__ if name != "order"}
    order = record.order
    return {
        **row,
        **asdict(order.contact),
        "language": order.language,
        "service_type": order.service_type,
        "pickup_date": order.pickup_date,
        "pickup_window": order.pickup_window,
        "pickup_address": asdict(order.pickup_address),
        "delivery_address": asdict(order.delivery_address),
        "description": order.special_instructions,
    }


def record_of(row: dict[str, Any]) -> CustomQuoteRecord:
    """The columns of a row as a record."""
    order = Order(
        contact=Contact(*(row.pop(name) for name in ("first_name", "last_name", "email", "phone"))),
        service_type=row.pop("service_type"),
        pickup_date=row.pop("pickup_date"),
        pickup_window=PickupWindow(row.pop("pickup_window")),
        pickup_address=Address(**row.pop("pickup_address")),
        delivery_address=Address(**row.pop("delivery_address")),
        special_instructions=row.pop("description"),
        language=row.pop("language"),
    )
    row |= {"status": QuoteStatus(row["status"]), "storage_direction": Direction(row["storage_direction"])}
    return CustomQuoteRecord(order=order, **row)
