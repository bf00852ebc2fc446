"""Previews: prices as they are asked for and answered, all at one version of the catalogue."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import TypeVar

from chassis.refusal import Refusal
from chassis.validation import validate
from totetaxi.pricing.v1.price_pb2 import PriceRequest as RequestMessage
from totetaxi.pricing.v1.pricing_service_pb2 import BatchPreviewPricesResponse, PriceFault, PriceRefusal, PriceResult

from pricing.domain.conditions import NO_CONDITIONS, Conditions
from pricing.domain.pickup_day import refuse_day
from pricing.domain.request import PriceRequest
from pricing.price_list import Written
from pricing.price_messages import request_of
from pricing.snapshot import Version

FindConditions = Callable[[Version, Sequence[PriceRequest], datetime], Awaitable[list[Conditions | Refusal]]]
"""Finds the conditions of requests in their places."""

Found = TypeVar("Found", PriceRequest, Conditions)

AT_ONCE = 100
"""Requests of a batch that are priced before others get their turn: about two milliseconds."""


async def preview(
    version: Version, message: RequestMessage, find: FindConditions, now: datetime
) -> tuple[Written, Conditions]:
    """The price of one request, and the conditions it was made under. Raises Refusal."""
    request = request_of(message)
    conditions = NO_CONDITIONS
    if has_conditions(version, request):
        (found,) = await find(version, [request], now)
        conditions = or_raise(found)
    written = version.prices.find(request, conditions)
    refuse_day(version.catalog, request, now)
    return written, conditions


def has_conditions(version: Version, request: PriceRequest) -> bool:
    """Whether anything beside the request and the catalogue may decide its price."""
    return bool(version.catalog.demand_rules or request.promotion_code or request.use_credit)


async def preview_all(
    version: Version, messages: Sequence[RequestMessage], find: FindConditions, now: datetime
) -> bytes:
    """A BatchPreviewPricesResponse: in the place of each request its price, or why it has none."""
    requests = [readable(message) for message in messages]
    conditions_of_each = await conditions_of(version, requests, find, now)
    results = []
    for place, (request, conditions) in enumerate(zip(requests, conditions_of_each, strict=True)):
        results.append(result(version, request, conditions, now))
        if place % AT_ONCE == AT_ONCE - 1:
            await asyncio.sleep(0)
    results.append(BatchPreviewPricesResponse(catalog_version=version.number).SerializeToString())
    return b"".join(results)


def readable(message: RequestMessage) -> PriceRequest | Refusal:
    """One request of many, if it keeps to its contract."""
    try:
        validate(message)
        return request_of(message)
    except Refusal as refusal:
        return refusal


async def conditions_of(
    version: Version, requests: Sequence[PriceRequest | Refusal], find: FindConditions, now: datetime
) -> Sequence[Conditions | Refusal]:
    """The conditions of each request in its place; asked for once, and only when there is something to ask."""
    found: list[Conditions | Refusal] = [NO_CONDITIONS] * len(requests)
    asking = {
        place: request
        for place, request in enumerate(requests)
        if isinstance(request, PriceRequest) and has_conditions(version, request)
    }
    if asking:
        for place, answer in zip(asking, await find(version, list(asking.values()), now), strict=True):
            found[place] = answer
    return found


def result(version: Version, request: PriceRequest | Refusal, conditions: Conditions | Refusal, now: datetime) -> bytes:
    """One result, as a batch of its own."""
    try:
        asked = or_raise(request)
        written = version.prices.find(asked, or_raise(conditions))
        refuse_day(version.catalog, asked, now)
        return written.result
    except Refusal as refusal:
        refused = PriceResult(refusal=refusal_message(refusal))
        return BatchPreviewPricesResponse(results=[refused]).SerializeToString()


def or_raise(found: Found | Refusal) -> Found:
    """What was found. Raises the Refusal that was found in its place."""
    if isinstance(found, Refusal):
        raise found
    return found


def refusal_message(refusal: Refusal) -> PriceRefusal:
    """Why a request has no price."""
    faults = [PriceFault(field=fault.field, message=fault.message) for fault in refusal.faults]
    return PriceRefusal(slug=refusal.slug, message=refusal.message, faults=faults)
