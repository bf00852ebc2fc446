"""The gRPC door: message in, domain, message out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from chassis.principal import current_principal
from chassis.refusal import Invalid
from totetaxi.pricing.v1 import price_pb2, pricing_service_pb2

from pricing.api.quote_rpcs import QuoteRpcs, buyer
from pricing.domain.calendar import rules_on
from pricing.price_messages import date_of

LONGEST_RANGE_DAYS = 366


class PricingApi(QuoteRpcs):
    """Prices, explained and versioned."""

    async def GetCatalog(  # noqa: N802
        self, request: pricing_service_pb2.GetCatalogRequest, context: Any
    ) -> pricing_service_pb2.GetCatalogResponse:
        """The catalogue in force."""
        version = await self._snapshot.current(self._clock.now())
        return pricing_service_pb2.GetCatalogResponse(catalog=version.message)

    async def PreviewPrice(  # noqa: N802
        self, request: pricing_service_pb2.PreviewPriceRequest, context: Any
    ) -> pricing_service_pb2.PreviewPriceResponse:
        """The price of a request now, held inside its own quote id where that is asked for."""
        now = self._clock.now()
        offer = await self._offers.make(request.request, buyer(current_principal()), now)
        response = pricing_service_pb2.PreviewPriceResponse(price=offer.price)
        if request.hold:
            self._hold(response, offer, now)
        return response

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
