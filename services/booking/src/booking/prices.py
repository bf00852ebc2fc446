"""Questions to pricing; all of them are asked before a transaction is opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

import grpc
import structlog
from chassis.refusal import Fault, Invalid, NotFound, Refusal
from totetaxi.pricing.v1.catalog_pb2 import SERVICE_TYPE_MINI_STORAGE
from totetaxi.pricing.v1.price_pb2 import DateSurcharge, Price, PriceRequest, Quote
from totetaxi.pricing.v1.pricing_service_pb2 import (
    CreateCustomQuoteRequest,
    CustomLine,
    ListDateSurchargesRequest,
    PreviewPriceRequest,
    RedeemQuoteRequest,
    ReleaseQuoteRequest,
)

from booking.domain.order import Order
from booking.domain.quote import rest_member

if TYPE_CHECKING:
    from totetaxi.pricing.v1.pricing_service_pb2_grpc import PricingServiceAsyncStub as Pricing

logger = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Redemption:
    """One booking's use of a price."""

    key: str
    """The same for every try to make the same booking."""
    quote_id: str
    """A held price; empty for today's."""
    request: PriceRequest
    customer_id: str
    """Empty for guests."""
    email: str


async def redeem(pricing: Pricing, redemption: Redemption) -> Quote:
    """Uses a price, once for each key, with its code and its credit. Raises what pricing refuses, in REST's names."""
    question = RedeemQuoteRequest(
        quote_id=redemption.quote_id,
        request=redemption.request,
        redemption_key=redemption.key,
        customer_id=redemption.customer_id,
        customer_email=redemption.email,
    )
    try:
        return (await pricing.RedeemQuote(question)).quote
    except NotFound as refusal:
        raise Invalid("quote_unknown", "There is no such quote; please ask for a new price.", "quote_id") from refusal
    except Refusal as refusal:
        raise in_rest_names(refusal) from refusal


async def price_on(pricing: Pricing, request: PriceRequest, day: date) -> Price:
    """Today's price of the same request on another day, without code and credit. Raises what pricing refuses."""
    asked = PriceRequest()
    asked.CopyFrom(request)
    asked.pickup_date = day.isoformat()
    asked.ClearField("promotion_code")
    asked.ClearField("use_credit")
    try:
        return (await pricing.PreviewPrice(PreviewPriceRequest(request=asked))).price
    except Refusal as refusal:
        raise in_rest_names(refusal) from refusal


async def month_of_storage(pricing: Pricing, day: date) -> Price:
    """The catalogue's price of one month of storage that begins on `day`. Raises what pricing refuses."""
    request = PriceRequest(service_type=SERVICE_TYPE_MINI_STORAGE, pickup_date=day.isoformat(), months=1)
    try:
        return (await pricing.PreviewPrice(PreviewPriceRequest(request=request))).price
    except Refusal as refusal:
        raise in_rest_names(refusal) from refusal


async def write_quote(
    pricing: Pricing, order: Order, lines: Sequence[CustomLine], valid_until: datetime, note: str
) -> Quote:
    """The price that staff wrote, held by pricing until `valid_until`. Raises what pricing refuses."""
    question = CreateCustomQuoteRequest(
        service_type=f"SERVICE_TYPE_{order.service_type.upper()}",
        pickup_date=order.pickup_date.isoformat(),
        lines=lines,
        note=note,
    )
    question.valid_until.FromDatetime(valid_until)
    try:
        return (await pricing.CreateCustomQuote(question)).quote
    except Refusal as refusal:
        raise in_rest_names(refusal) from refusal


async def give_back(pricing: Pricing, quote_id: str, key: str) -> None:
    """Gives back what was redeemed for a booking that was refused.

    Where pricing doesn't answer, nothing is lost: its clock gives back what no booking confirms.
    """
    question = ReleaseQuoteRequest(quote_id=quote_id, redemption_key=key)
    try:
        await pricing.ReleaseQuote(question)
    except (Refusal, grpc.aio.AioRpcError) as error:
        logger.warning("a redeemed quote was not given back", quote_id=quote_id, error=repr(error))


async def surcharges_by_date(pricing: Pricing, first: date, last: date) -> dict[str, Sequence[DateSurcharge]]:
    """The surcharges of each day that has any, by YYYY-MM-DD."""
    question = ListDateSurchargesRequest(start_date=first.isoformat(), end_date=last.isoformat())
    return {day.date: day.surcharges for day in (await pricing.ListDateSurcharges(question)).days}


def in_rest_names(refusal: Refusal) -> Refusal:
    """The same refusal, its members named as in a booking."""
    message, faults = refusal.message, []
    for fault in refusal.faults:
        name = rest_member(fault.field)
        message = message.replace(fault.field, name)
        faults.append(Fault(name, fault.message.replace(fault.field, name)))
    return type(refusal)(refusal.slug, message, faults=faults, retry_after_seconds=refusal.retry_after_seconds)
