"""Quotes: prices that are held, redeemed by one key at a time, and used by one booking for ever."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from google.protobuf.json_format import MessageToDict
from sqlalchemy.dialects.postgresql import JSONB, insert
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.pricing.v1.price_pb2 import Price, PriceConditions, PriceRequest

from pricing.store.customers import NOBODY, Customer
from pricing.store.tables import INSTANT, metadata

UNCONFIRMED = sql.text("redemption_key IS NOT NULL AND booking_id IS NULL")
USED = sql.text("booking_id IS NOT NULL AND NOT is_custom")
MESSAGES: dict[str, Any] = {"request": PriceRequest, "price": Price, "conditions": PriceConditions}

EMPTY: dict[str, Any] = {"nullable": False, "server_default": ""}

quotes = sql.Table(
    "quote",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("catalog_number", sql.BigInteger, sql.ForeignKey("catalog_version.number"), nullable=False),
    sql.Column("request", sql.LargeBinary, nullable=False),
    sql.Column("price", sql.LargeBinary, nullable=False),
    sql.Column("lines", JSONB, nullable=False),
    sql.Column("total_cents", sql.BigInteger, nullable=False),
    sql.Column("created_at", INSTANT, nullable=False),
    sql.Column("expires_at", INSTANT, nullable=False),
    sql.Column("booking_id", sql.Uuid, nullable=True),
    sql.Column("used_at", INSTANT, nullable=True),
    sql.Column("conditions", sql.LargeBinary, **EMPTY),
    sql.Column("is_custom", sql.Boolean, nullable=False, server_default=sql.false()),
    sql.Column("note", sql.Text, **EMPTY),
    sql.Column("created_by", sql.Text, **EMPTY),
    sql.Column("idempotency_key", sql.Text),
    sql.Column("customer_id", sql.Text, **EMPTY),
    sql.Column("email_digest", sql.LargeBinary, **EMPTY),
    sql.Column("redemption_key", sql.Text),
    sql.Column("redeemed_at", INSTANT),
    sql.CheckConstraint("total_cents = quote_lines_cents(lines)", name="quote_total_is_the_sum_of_its_lines"),
    sql.CheckConstraint("(redemption_key IS NULL) = (redeemed_at IS NULL)", name="quote_redeemed_at_some_time"),
    sql.UniqueConstraint("redemption_key", name="quote_redeemed_once_by_a_key"),
    sql.UniqueConstraint("booking_id", name="quote_used_by_one_booking"),
    sql.UniqueConstraint("created_by", "idempotency_key", name="quote_written_once_by_a_key"),
    sql.Index("quote_unconfirmed", "redeemed_at", postgresql_where=UNCONFIRMED),
    sql.Index("quote_by_use", "used_at", postgresql_where=USED),
)


@dataclass(frozen=True, slots=True)
class QuoteRecord:
    """A quote as stored."""

    id: UUID
    request: PriceRequest
    price: Price
    created_at: datetime
    expires_at: datetime
    conditions: PriceConditions = field(default_factory=PriceConditions)
    is_custom: bool = False
    note: str = ""
    created_by: str = ""
    """Principal id of who wrote its lines; empty where rules did."""
    idempotency_key: str | None = None
    customer: Customer = NOBODY
    redemption_key: str | None = None
    """Whose try holds it."""
    redeemed_at: datetime | None = None
    booking_id: UUID | None = None
    """Who has it for good."""
    used_at: datetime | None = None

    @property
    def is_used(self) -> bool:
        """Whether somebody else comes too late."""
        return self.redemption_key is not None or self.booking_id is not None


async def add_quote(connection: AsyncConnection, record: QuoteRecord) -> None:
    """Stores a quote, unless one with its id is there already."""
    await connection.execute(insert(quotes).values(row_of(record)).on_conflict_do_nothing(index_elements=["id"]))


async def find_quote(connection: AsyncConnection, quote_id: UUID) -> QuoteRecord | None:
    """One quote."""
    return one_of(await connection.execute(sql.select(quotes).where(quotes.c.id == quote_id)))


async def lock_redeemed(connection: AsyncConnection, redemption_key: str) -> QuoteRecord | None:
    """The quote that a key redeemed, locked until the transaction ends."""
    question = sql.select(quotes).where(quotes.c.redemption_key == redemption_key).with_for_update()
    return one_of(await connection.execute(question))


async def find_written(connection: AsyncConnection, created_by: str, idempotency_key: str) -> QuoteRecord | None:
    """The quote that staff wrote under a key of theirs."""
    row = (quotes.c.created_by == created_by) & (quotes.c.idempotency_key == idempotency_key)
    return one_of(await connection.execute(sql.select(quotes).where(row)))


async def lock_quote(connection: AsyncConnection, quote_id: UUID) -> QuoteRecord | None:
    """One quote, locked until the transaction ends."""
    return one_of(await connection.execute(sql.select(quotes).where(quotes.c.id == quote_id).with_for_update()))


async def lock_quote_of(connection: AsyncConnection, booking_id: UUID) -> QuoteRecord | None:
    """The quote that a booking has, locked until the transaction ends."""
    question = sql.select(quotes).where(quotes.c.booking_id == booking_id).with_for_update()
    return one_of(await connection.execute(question))


async def lock_unconfirmed(connection: AsyncConnection, before: datetime) -> QuoteRecord | None:
    """A quote that was redeemed before `before` and that no booking has; what another replica holds is passed over."""
    oldest = sql.select(quotes).where(UNCONFIRMED, quotes.c.redeemed_at < before).order_by(quotes.c.redeemed_at)
    return one_of(await connection.execute(oldest.limit(1).with_for_update(skip_locked=True)))


async def save_use(connection: AsyncConnection, record: QuoteRecord) -> None:
    """Stores by whom a locked quote is redeemed and used."""
    names = ("redemption_key", "redeemed_at", "booking_id", "used_at", "customer_id", "email_digest")
    row = row_of(record)
    await connection.execute(
        quotes.update().where(quotes.c.id == record.id).values({name: row[name] for name in names})
    )


async def list_recent_requests(connection: AsyncConnection, limit: int) -> Sequence[tuple[PriceRequest, datetime]]:
    """What was booked last and when it was priced, newest first; without anything that belongs to a person."""
    latest = sql.select(quotes.c.request, quotes.c.created_at).where(USED).order_by(quotes.c.used_at.desc())
    rows = await connection.execute(latest.limit(limit))
    return [(impersonal(PriceRequest.FromString(request)), created_at) for request, created_at in rows]


def impersonal(request: PriceRequest) -> PriceRequest:
    """The request without code and credit, and with ZIP codes of five digits."""
    for name in ("promotion_code", "use_credit"):
        request.ClearField(name)
    request.pickup_zip_code = request.pickup_zip_code[:5]
    request.delivery_zip_code = request.delivery_zip_code[:5]
    return request


def one_of(found: sql.CursorResult[Any]) -> QuoteRecord | None:
    """The record of the one row, if there is one."""
    row = found.mappings().one_or_none()
    if row is None:
        return None
    values = {name: row[name] for name in QuoteRecord.__dataclass_fields__ if name != "customer"}
    read = {name: message.FromString(values[name]) for name, message in MESSAGES.items()}
    return QuoteRecord(customer=Customer(row["customer_id"], row["email_digest"]), **values | read)


def row_of(record: QuoteRecord) -> dict[str, Any]:
    """A record as the table's columns."""
    row = {name: getattr(record, name) for name in QuoteRecord.__dataclass_fields__ if name != "customer"}
    written = {name: row[name].SerializeToString(deterministic=True) for name in MESSAGES}
    return {
        **row,
        **written,
        "customer_id": record.customer.id,
        "email_digest": record.customer.email_digest,
        "catalog_number": record.price.catalog_version,
        "lines": lines_of(record.price),
        "total_cents": record.price.total_cents,
    }


def lines_of(price: Price) -> list[dict[str, Any]]:
    """The lines as jsonb, for the database's own sum."""
    return [
        {**MessageToDict(line, preserving_proto_field_name=True), "amount_cents": line.amount_cents}
        for line in price.lines
    ]
