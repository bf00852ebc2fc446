"""Questions to pricing; all of them are asked before a transaction is opened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from chassis.refusal import Fault, Invalid, NotFound, Refusal
from totetaxi.pricing.v1.price_pb2 import DateSurcharge, Price, PriceRequest, Quote
from totetaxi.pricing.v1.pricing_service_pb2 import (
    GetQuoteRequest,
    ListDateSurchargesRequest,
    PreviewPriceRequest,
)

from booking.domain.quote import must_be_for, must_be_unexpired, rest_member

if TYPE_CHECKING:
    from totetaxi.pricing.v1.pricing_service_pb2_grpc import PricingServiceAsyncStub as Pricing

ZIP_DIGITS = 5


async def price_of(pricing: Pricing, request: PriceRequest, quote_id: str, now: datetime) -> Price:
    """The held price of `quote_id`, or today's price without one. Raises what pricing refuses, in REST's names."""
    if quote_id:
        return await held_price(pricing, request, quote_id, now)
    try:
        return (await pricing.PreviewPrice(PreviewPriceRequest(request=request))).price
    except Refusal as refusal:
        raise in_rest_names(refusal) from refusal


async def held_price(pricing: Pricing, request: PriceRequest, quote_id: str, now: datetime) -> Price:
    """The price of a quote. Raises Invalid for an unknown one, Conflict for an expired or different one."""
    quote = await find_quote(pricing, quote_id)
    must_be_unexpired(quote.expires_at.ToDatetime(UTC), now)
    must_be_for(comparable(quote.request), comparable(request))
    return quote.price


async def find_quote(pricing: Pricing, quote_id: str) -> Quote:
    """A held price as pricing knows it. Raises Invalid for an unknown one."""
    try:
        return (await pricing.GetQuote(GetQuoteRequest(quote_id=quote_id))).quote
    except NotFound as refusal:
        raise Invalid("quote_unknown", "There is no such quote; please ask for a new price.", "quote_id") from refusal


async def surcharges_by_date(pricing: Pricing, first: date, last: date) -> dict[str, Sequence[DateSurcharge]]:
    """The surcharges of each day that has any, by YYYY-MM-DD."""
    question = ListDateSurchargesRequest(start_date=first.isoformat(), end_date=last.isoformat())
    return {day.date: day.surcharges for day in (await pricing.ListDateSurcharges(question)).days}


def comparable(request: PriceRequest) -> dict[str, Any]:
    """A request's members, without differences that mean nothing: ZIP+4, and the order of items."""
    members: dict[str, Any] = {field.name: value for field, value in request.ListFields()}
    for name in ("pickup_zip_code", "delivery_zip_code"):
        if name in members:
            members[name] = members[name][:ZIP_DIGITS]
    if request.specialty_item_ids:
        members["specialty_item_ids"] = sorted(request.specialty_item_ids)
    return members


def in_rest_names(refusal: Refusal) -> Refusal:
    """The same refusal, its fields named as in a booking."""
    faults = [Fault(rest_member(fault.field), fault.message) for fault in refusal.faults]
    return type(refusal)(refusal.slug, refusal.message, faults=faults, retry_after_seconds=refusal.retry_after_seconds)
