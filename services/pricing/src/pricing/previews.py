"""Previews: prices as they are asked for and answered, all at one version of the catalogue."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from chassis.refusal import Refusal
from chassis.validation import validate
from totetaxi.pricing.v1.price_pb2 import PriceRequest as RequestMessage
from totetaxi.pricing.v1.pricing_service_pb2 import BatchPreviewPricesResponse, PriceFault, PriceRefusal, PriceResult

from pricing.domain.conditions import NO_CONDITIONS, Conditions
from pricing.domain.pickup_day import refuse_day
from pricing.domain.request import PriceRequest
from pricing.price_list import Answer, Written
from pricing.price_messages import request_of
from pricing.snapshot import Version

FindConditions = Callable[[Version, Sequence[PriceRequest], datetime], Awaitable[list[Conditions | Refusal]]]
"""Finds the conditions of requests in their places."""

AT_ONCE = 100
"""Requests of a batch that are priced before others get their turn: about a millisecond."""


class Conditional(NamedTuple):
    """A request whose price more than the catalogue decides."""

    request: PriceRequest


async def preview(
    version: Version, message: RequestMessage, find: FindConditions, now: datetime
) -> tuple[Written, Conditions]:
    """The price of one request, and the conditions it was made under. Raises Refusal."""
    question = message.SerializeToString()
    answer = version.prices.recall(question) or answer_to(version, question, message)
    if isinstance(answer, Conditional):
        (conditions,) = await find(version, [answer.request], now)
        return written_under(version, answer.request, conditions, now), or_raise(conditions)
    refuse_day(version.catalog, answer, now)
    return answer.written, NO_CONDITIONS


def answer_to(version: Version, question: bytes, message: RequestMessage) -> Answer | Conditional:
    """The price of one request, whatever the time. Raises Invalid."""
    request = request_of(message)
    if version.catalog.demand_rules or request.promotion_code or request.use_credit:
        return Conditional(request)
    return version.prices.remember(question, request, version.prices.find(request, NO_CONDITIONS))


def written_under(version: Version, request: PriceRequest, conditions: Conditions | Refusal, now: datetime) -> Written:
    """The price of a request under its conditions. Raises Refusal."""
    written = version.prices.find(request, or_raise(conditions))
    refuse_day(version.catalog, request, now)
    return written


def or_raise(conditions: Conditions | Refusal) -> Conditions:
    """The conditions that were found. Raises the Refusal that was found instead."""
    if isinstance(conditions, Refusal):
        raise conditions
    return conditions


async def preview_all(
    version: Version, messages: Sequence[RequestMessage], find: FindConditions, now: datetime
) -> bytes:
    """A BatchPreviewPricesResponse: in the place of each request its price, or why it has none."""
    results: list[bytes | PriceRequest] = []
    for place, message in enumerate(messages):
        results.append(result_of(version, message, now))
        if place % AT_ONCE == AT_ONCE - 1:
            await asyncio.sleep(0)
    asking = [result for result in results if isinstance(result, PriceRequest)]
    conditions = iter(await find(version, asking, now) if asking else ())
    written = [
        result if isinstance(result, bytes) else result_under(version, result, next(conditions), now)
        for result in results
    ]
    return b"".join((*written, BatchPreviewPricesResponse(catalog_version=version.number).SerializeToString()))


def result_of(version: Version, message: RequestMessage, now: datetime) -> bytes | PriceRequest:
    """One result, as a batch of its own; the request itself where conditions must be found first."""
    question = message.SerializeToString()
    answer: Answer | Conditional | None = version.prices.recall(question)
    try:
        if answer is None:
            validate(message)
            answer = answer_to(version, question, message)
        if isinstance(answer, Conditional):
            return answer.request
        refuse_day(version.catalog, answer, now)
        return answer.written.result
    except Refusal as refusal:
        return refused(refusal)


def result_under(version: Version, request: PriceRequest, conditions: Conditions | Refusal, now: datetime) -> bytes:
    """The result of a request whose conditions are found."""
    try:
        return written_under(version, request, conditions, now).result
    except Refusal as refusal:
        return refused(refusal)


def refused(refusal: Refusal) -> bytes:
    """Why a request has no price, as a batch of its own."""
    faults = [PriceFault(field=fault.field, message=fault.message) for fault in refusal.faults]
    result = PriceResult(refusal=PriceRefusal(slug=refusal.slug, message=refusal.message, faults=faults))
    return BatchPreviewPricesResponse(results=[result]).SerializeToString()
