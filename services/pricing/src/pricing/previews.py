"""Previews: prices as they are asked for and answered, all at one version of the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from chassis.database import Database
from chassis.refusal import Refusal
from chassis.validation import validate
from totetaxi.pricing.v1.price_pb2 import PriceRequest as RequestMessage
from totetaxi.pricing.v1.pricing_service_pb2 import (
    BatchPreviewPricesResponse,
    PriceFault,
    PriceRefusal,
    PriceResult,
)

from pricing import actions
from pricing.domain.conditions import NO_CONDITIONS, Conditions
from pricing.domain.demand import follows_demand
from pricing.domain.price import price
from pricing.domain.request import PriceRequest
from pricing.price_messages import request_of
from pricing.snapshot import Version
from pricing.writer import Written


async def preview(database: Database, version: Version, message: RequestMessage, now: datetime) -> bytes:
    """The PreviewPriceResponse of one request. Raises Refusal."""
    request = request_of(message)
    conditions: Conditions | Refusal = NO_CONDITIONS
    if has_conditions(version, request):
        (conditions,) = await actions.find_conditions(database, version.catalog, [request], now)
    return written(version, request, conditions, now).preview


async def preview_all(
    database: Database, version: Version, messages: Sequence[RequestMessage], now: datetime
) -> bytes:
    """The BatchPreviewPricesResponse of all requests: in its place the price of each, or why it has none."""
    requests = [readable(message) for message in messages]
    conditions = await conditions_of(database, version, requests, now)
    pairs = zip(requests, conditions, strict=True)
    results = [result(version, request, found, now) for request, found in pairs]
    return b"".join((*results, version.writer.signature))


def readable(message: RequestMessage) -> PriceRequest | Refusal:
    """One request of many, if it keeps to its contract."""
    try:
        validate(message)
        return request_of(message)
    except Refusal as refusal:
        return refusal


async def conditions_of(
    database: Database, version: Version, requests: Sequence[PriceRequest | Refusal], now: datetime
) -> list[Conditions | Refusal]:
    """The conditions of each request in its place; asks the database once, and only when there is something to ask."""
    asking = {
        place: request
        for place, request in enumerate(requests)
        if isinstance(request, PriceRequest) and has_conditions(version, request)
    }
    found: list[Conditions | Refusal] = [NO_CONDITIONS] * len(requests)
    if asking:
        answers = await actions.find_conditions(database, version.catalog, list(asking.values()), now)
        for place, answer in zip(asking, answers, strict=True):
            found[place] = answer
    return found


def has_conditions(version: Version, request: PriceRequest) -> bool:
    """Whether anything beside the request and the catalogue decides its price."""
    return bool(request.promotion_code) or request.use_credit or follows_demand(version.catalog, request.service_type)


def result(version: Version, request: PriceRequest | Refusal, conditions: Conditions | Refusal, now: datetime) -> bytes:
    """One result of a batch."""
    try:
        return written(version, request, conditions, now).result
    except Refusal as refusal:
        refused = PriceResult(refusal=refusal_message(refusal))
        return BatchPreviewPricesResponse(results=[refused]).SerializeToString()


def written(
    version: Version, request: PriceRequest | Refusal, conditions: Conditions | Refusal, now: datetime
) -> Written:
    """A price in writing. Raises Refusal."""
    if isinstance(request, Refusal):
        raise request
    if isinstance(conditions, Refusal):
        raise conditions
    return version.writer.write(price(version.catalog, request, now, conditions), request)


def refusal_message(refusal: Refusal) -> PriceRefusal:
    """Why a request has no price."""
    faults = [PriceFault(field=fault.field, message=fault.message) for fault in refusal.faults]
    return PriceRefusal(slug=refusal.slug, message=refusal.message, faults=faults)
