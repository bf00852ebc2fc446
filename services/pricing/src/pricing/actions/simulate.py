"""Simulating: pricing many requests under two catalogues without keeping anybody else waiting."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from chassis.database import Database
from chassis.refusal import Fault, Invalid
from totetaxi.pricing.v1 import price_pb2

from pricing.domain.catalog import Catalog
from pricing.domain.conditions import Conditions
from pricing.domain.request import PriceRequest
from pricing.domain.simulation import Outcome, outcome_of
from pricing.price_messages import request_of
from pricing.store import booked, quotes

Item = TypeVar("Item")

AT_ONCE = 20
"""Requests priced before others get their turn: about a millisecond."""


async def past_requests(database: Database, count: int) -> list[price_pb2.PriceRequest]:
    """What was booked last, newest first, without codes and credit."""
    async with database.reading() as connection:
        return [request for request, _ in await quotes.list_recent_requests(connection, count)]


async def simulate(
    database: Database, current: Catalog, draft: Catalog, messages: Sequence[price_pb2.PriceRequest]
) -> list[Outcome]:
    """Every request under both catalogues, in order, each for its own pickup day. Raises Invalid, naming the request.

    It is about the catalogue: codes and credit count for nothing, and a day is as busy as it is now.
    """
    requests = [numbered_request(number, message) async for number, message in unhurried(messages)]
    counts = await booked_counts(database, (current, draft), requests)
    return [
        outcome_of(current, draft, request, Conditions(counts.get(request.pickup_date, 0)))
        async for _, request in unhurried(requests)
    ]


async def unhurried(items: Sequence[Item]) -> AsyncIterator[tuple[int, Item]]:
    """The items with their numbers; others get their turn after every few."""
    for number, item in enumerate(items):
        yield number, item
        if number % AT_ONCE == AT_ONCE - 1:
            await asyncio.sleep(0)


def numbered_request(number: int, message: price_pb2.PriceRequest) -> PriceRequest:
    """The request as the domain knows it. Raises Invalid, saying which one it is."""
    try:
        return request_of(message)
    except Invalid as error:
        faults = [Fault(f"requests[{number}].{fault.field}", fault.message) for fault in error.faults]
        raise Invalid(error.slug, error.message, faults=faults) from error


async def booked_counts(
    database: Database, catalogs: Sequence[Catalog], requests: Sequence[PriceRequest]
) -> Mapping[date, int]:
    """Bookings of the days that are asked for, where a catalogue's prices follow demand."""
    if not any(catalog.demand_rules for catalog in catalogs):
        return {}
    async with database.reading() as connection:
        return await booked.count_on_days(connection, {request.pickup_date for request in requests})
