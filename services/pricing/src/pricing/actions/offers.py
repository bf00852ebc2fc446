"""Offers: a price with everything it was made of, so that it can be held and, later, made again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.database import Database
from chassis.refusal import Refusal
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.pricing.v1 import price_pb2

from pricing.actions.find_conditions import conditions_for, find_conditions, find_known
from pricing.demand import Demand
from pricing.domain.conditions import Conditions
from pricing.domain.pickup_day import refuse_day
from pricing.domain.price import timeless_price
from pricing.domain.request import PriceRequest
from pricing.price_messages import price_message, request_of
from pricing.quote_messages import conditions_message
from pricing.snapshot import Snapshot, Version
from pricing.store import credit
from pricing.store.customers import Customer
from pricing.store.quotes import QuoteRecord


@dataclass(frozen=True)
class Offer:
    """What was asked for, under which conditions, and what it costs."""

    request: price_pb2.PriceRequest
    conditions: Conditions
    price: price_pb2.Price

    def held(self, quote_id: UUID, now: datetime, expires_at: datetime) -> QuoteRecord:
        """The offer as a quote, still unused."""
        return QuoteRecord(quote_id, self.request, self.price, now, expires_at, conditions_message(self.conditions))


@dataclass(frozen=True)
class Basis:
    """What an offer is made on, read before any transaction."""

    version: Version
    message: price_pb2.PriceRequest
    request: PriceRequest
    booked_count: int

    def offer(self, conditions: Conditions, now: datetime | None) -> Offer:
        """The offer under these conditions; at no time in particular where it was made before. Raises Invalid."""
        found = timeless_price(self.version.catalog, self.request, conditions)
        if now is not None:
            refuse_day(self.version.catalog, self.request, now)
        price = price_message(found, self.version.catalog, self.version.number, self.request)
        return Offer(self.message, conditions, price)

    async def bound(self, connection: AsyncConnection, customer: Customer, now: datetime) -> Offer:
        """The offer on the caller's transaction, in which nobody else spends the customer's credit. Raises Refusal."""
        if self.request.use_credit and customer.id:
            await credit.lock_balance(connection, customer.id)
        known = await find_known(connection, [self.request], customer)
        return self.offer(conditions_for(self.version.catalog, self.request, self.booked_count, known, now), now)


class Offers:
    """Makes offers from what is in memory, and of the database only what codes and credit need."""

    def __init__(self, database: Database, snapshot: Snapshot, demand: Demand) -> None:
        self._database = database
        self._snapshot = snapshot
        self._demand = demand

    async def basis(self, message: price_pb2.PriceRequest, now: datetime) -> Basis:
        """What an offer would be made on now. Raises Invalid."""
        version = await self._snapshot.current(now)
        request = request_of(message)
        counts = await self._demand.counts(version.catalog)
        return Basis(version, message, request, counts.get(request.pickup_date, 0))

    async def make(self, message: price_pb2.PriceRequest, customer: Customer, now: datetime) -> Offer:
        """An offer to `customer`. Raises Refusal."""
        basis = await self.basis(message, now)
        (conditions,) = await self.conditions(basis.version, [basis.request], customer, now)
        if isinstance(conditions, Refusal):
            raise conditions
        return basis.offer(conditions, now)

    async def conditions(
        self, version: Version, requests: Sequence[PriceRequest], customer: Customer, now: datetime
    ) -> list[Conditions | Refusal]:
        """The conditions of each request in its place, or why `customer` can't have what it asks for."""
        return await find_conditions(self._database, self._demand, version.catalog, requests, customer, now)

    async def make_again(self, message: price_pb2.PriceRequest, number: int, conditions: Conditions) -> Offer:
        """The offer as it was made at that version and under those conditions. Raises Unavailable or Invalid."""
        version = await self._snapshot.numbered(number)
        return Basis(version, message, request_of(message), conditions.booked_count).offer(conditions, None)
