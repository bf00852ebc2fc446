"""Writing the next version of a quote and sending it; the links of those before lead nowhere then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from chassis.audit import record_act
from chassis.database import Database
from chassis.outbox import say
from chassis.refusal import Conflict
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import AuditRecorded, QuoteSent
from totetaxi.pricing.v1.price_pb2 import Quote
from totetaxi.pricing.v1.pricing_service_pb2 import CustomLine

from booking.actions.custom_quote.look import QuoteView, view_of
from booking.custom_quote_messages import quote_summary
from booking.domain.custom_quote import (
    QuoteStatus,
    hash_of,
    must_be_sendable,
    must_cost_something,
    must_end_before_the_pickup,
    new_token,
    planned_for,
)
from booking.domain.order import Order
from booking.domain.pickup import PickupWindow, must_be_bookable
from booking.messages import timestamp
from booking.prices import write_quote
from booking.store import custom_quotes
from booking.store.custom_quotes import CustomQuoteRecord, VersionRecord

if TYPE_CHECKING:
    from totetaxi.pricing.v1.pricing_service_pb2_grpc import PricingServiceAsyncStub as Pricing


@dataclass(frozen=True, slots=True)
class Offer:
    """What staff write."""

    quote_id: UUID
    lines: Sequence[CustomLine]
    valid_until: datetime
    note: str
    pickup_date: date | None
    """None for the day that was asked for."""
    pickup_window: PickupWindow | None
    expected_version: int
    """Zero for any."""
    actor: str


@dataclass(frozen=True, slots=True)
class Sent:
    """The quote, and what its link carries."""

    view: QuoteView
    token: str


async def send_quote(database: Database, pricing: Pricing, offer: Offer, now: datetime) -> Sent:
    """Has pricing keep the lines, then stores and sends the version. Raises what either refuses."""
    async with database.reading() as connection:
        asked = await custom_quotes.find_quote(connection, offer.quote_id)
    order = checked_offer(offer, asked, now)
    priced = await write_quote(pricing, order, offer.lines, offer.valid_until, offer.note)
    must_cost_something(priced.price.total_cents)
    token = new_token()
    async with database.transaction() as connection:
        record = await custom_quotes.lock_quote(connection, offer.quote_id)
        must_be_sendable(record.status)
        must_be_seen(record, offer.expected_version or asked.version)
        view = await send(connection, record, offer, order, priced, token, now)
    return Sent(view, token)


def checked_offer(offer: Offer, asked: CustomQuoteRecord, now: datetime) -> Order:
    """The move that is offered. Raises Conflict, Invalid."""
    must_be_sendable(asked.status)
    must_be_seen(asked, offer.expected_version)
    order = planned_for(asked.order, offer.pickup_date, offer.pickup_window)
    must_be_bookable(order.pickup_date, order.pickup_window, now)
    must_end_before_the_pickup(offer.valid_until, order)
    return order


async def send(
    connection: AsyncConnection,
    record: CustomQuoteRecord,
    offer: Offer,
    order: Order,
    priced: Quote,
    token: str,
    now: datetime,
) -> QuoteView:
    """Keeps the version of a locked quote, opens its link and says so."""
    number = len(await custom_quotes.list_versions(connection, [record.id])) + 1
    version = VersionRecord(
        record.id, number, priced.price, priced.quote_id, offer.note, offer.valid_until, now, offer.actor
    )
    await custom_quotes.add_version(connection, version)
    offered = replace(
        record,
        status=QuoteStatus.SENT,
        order=order,
        token_hash=hash_of(token),
        valid_until=offer.valid_until,
        decline_reason="",
    )
    sent = await custom_quotes.save(connection, offered, now)
    after = {"version": number, "total_cents": priced.price.total_cents, "valid_until": offer.valid_until}
    await record_act(connection, AuditRecorded, "quote.sent", ("quote", record.id), now, after=after)
    event = QuoteSent(quote=quote_summary(sent, version), version_number=number, token=token, sent_at=timestamp(now))
    await say(connection, event, sent.id, sent.version)
    return await view_of(connection, sent)


def must_be_seen(record: CustomQuoteRecord, expected_version: int) -> None:
    """Raises Conflict when it was changed since somebody looked at it."""
    if expected_version not in (0, record.version):
        message = f"This quote was changed meanwhile: it is {record.status} now. Look at it again, then repeat."
        raise Conflict("quote_changed", message, "expected_version")
