"""The gRPC door: message in, domain, message out."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from chassis.clock import Clock
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.refusal import Invalid
from totetaxi.pricing.v1 import price_pb2, pricing_service_pb2, pricing_service_pb2_grpc

from pricing import actions
from pricing.domain.calendar import rules_on
from pricing.domain.price import price
from pricing.price_messages import date_of, price_message, request_of
from pricing.snapshot import Snapshot

LONGEST_RANGE_DAYS = 366


class PricingApi(pricing_service_pb2_grpc.PricingServiceServicer):
    """Prices, explained and versioned."""

    def __init__(self, database: Database, snapshot: Snapshot, clock: Clock, quote_minutes: int) -> None:
        self._database = database
        self._snapshot = snapshot
        self._clock = clock
        self._quote_minutes = quote_minutes

    async def GetCatalog(  # noqa: N802
        self, request: pricing_service_pb2.GetCatalogRequest, context: Any
    ) -> pricing_service_pb2.GetCatalogResponse:
        """The catalogue in force."""
        version = await self._snapshot.current(self._clock.now())
        return pricing_service_pb2.GetCatalogResponse(catalog=version.message)

    async def PreviewPrice(  # noqa: N802
        self, request: pricing_service_pb2.PreviewPriceRequest, context: Any
    ) -> pricing_service_pb2.PreviewPriceResponse:
        """The price of a request now."""
        priced = await self._price(request.request, self._clock.now())
        return pricing_service_pb2.PreviewPriceResponse(price=priced)

    async def CreateQuote(  # noqa: N802
        self, request: pricing_service_pb2.CreateQuoteRequest, context: Any
    ) -> pricing_service_pb2.CreateQuoteResponse:
        """The price of a request, held."""
        now = self._clock.now()
        priced = await self._price(request.request, now)
        quote = await actions.create_quote(self._database, new_id(), request.request, priced, now, self._quote_minutes)
        return pricing_service_pb2.CreateQuoteResponse(quote=quote)

    async def GetQuote(  # noqa: N802
        self, request: pricing_service_pb2.GetQuoteRequest, context: Any
    ) -> pricing_service_pb2.GetQuoteResponse:
        """A held price."""
        quote = await actions.get_quote(self._database, request.quote_id, self._clock.now())
        return pricing_service_pb2.GetQuoteResponse(quote=quote)

    async def ListDateSurcharges(  # noqa: N802
        self, request: pricing_service_pb2.ListDateSurchargesRequest, context: Any
    ) -> pricing_service_pb2.ListDateSurchargesResponse:
        """The days of a range that cost more."""
        first, last = range_of(request)
        rules = (await self._snapshot.current(self._clock.now())).catalog.surcharge_rules
        days = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
        matching = [(day, rules_on(rules, day)) for day in days]
        return pricing_service_pb2.ListDateSurchargesResponse(
            days=[
                price_pb2.DateSurcharges(
                    date=day.isoformat(),
                    surcharges=[
                        price_pb2.DateSurcharge(
                            name=rule.name, surcharge_type=rule.surcharge_type, description=rule.description
                        )
                        for rule in found
                    ],
                )
                for day, found in matching
                if found
            ]
        )

    async def _price(self, message: price_pb2.PriceRequest, now: datetime) -> price_pb2.Price:
        version = await self._snapshot.current(now)
        request = request_of(message)
        return price_message(price(version.catalog, request, now), version.catalog, version.number, request)


def range_of(request: pricing_service_pb2.ListDateSurchargesRequest) -> tuple[date, date]:
    """First and last day. Raises Invalid for a range that is upside down or longer than 366 days."""
    first, last = date_of(request.start_date, "start_date"), date_of(request.end_date, "end_date")
    if last < first:
        raise Invalid("range_upside_down", "end_date must not be before start_date.", "end_date")
    if (last - first).days > LONGEST_RANGE_DAYS:
        raise Invalid(
            "range_too_long", f"end_date must be at most {LONGEST_RANGE_DAYS} days after start_date.", "end_date"
        )
    return first, last
