"""The gRPC door: message in, domain, message out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from chassis.principal import current_principal
from chassis.refusal import Invalid, Refusal
from totetaxi.pricing.v1 import pricing_service_pb2

from pricing import actions
from pricing.api.quote_rpcs import QuoteRpcs, buyer
from pricing.domain.conditions import Conditions
from pricing.domain.geography import area_of
from pricing.domain.request import PriceRequest
from pricing.messages import area_message
from pricing.previews import preview, preview_all
from pricing.price_messages import date_of, surcharges_message
from pricing.snapshot import Version

LONGEST_RANGE_DAYS = 366


class PricingApi(QuoteRpcs):
    """Prices, explained and versioned."""

    async def GetCatalog(  # noqa: N802
        self, request: pricing_service_pb2.GetCatalogRequest, context: Any
    ) -> pricing_service_pb2.GetCatalogResponse:
        """The catalogue in force."""
        version = await self._snapshot.current(self._clock.now())
        return pricing_service_pb2.GetCatalogResponse(catalog=version.message)

    async def PreviewPrice(self, request: pricing_service_pb2.PreviewPriceRequest, context: Any) -> Any:  # noqa: N802
        """The price of a request now, held inside its own quote id where that is asked for."""
        now = self._clock.now()
        version = await self._snapshot.current(now)
        written, conditions = await preview(version, request.request, self._find_conditions, now)
        if not request.hold:
            return written.preview
        held = actions.Held(request.request, conditions, version.number, written.total_cents)
        return written.preview + self._hold(held, now)  # two parts of a message, one after the other, are the message

    async def BatchPreviewPrices(  # noqa: N802
        self, request: pricing_service_pb2.BatchPreviewPricesRequest, context: Any
    ) -> Any:
        """The prices of many requests now, all at one version."""
        now = self._clock.now()
        version = await self._snapshot.current(now)
        return await preview_all(version, request.requests, self._find_conditions, now)

    async def ResolveServiceArea(  # noqa: N802
        self, request: pricing_service_pb2.ResolveServiceAreaRequest, context: Any
    ) -> pricing_service_pb2.ResolveServiceAreaResponse:
        """The service area of a ZIP code."""
        catalog = (await self._snapshot.current(self._clock.now())).catalog
        area = area_of(catalog, request.zip_code)
        return pricing_service_pb2.ResolveServiceAreaResponse(
            service_area=area_message(replace(area, zip_codes=())),
            is_local_move_area=area.zone in catalog.local_moves.zones,
        )

    async def ListDateSurcharges(  # noqa: N802
        self, request: pricing_service_pb2.ListDateSurchargesRequest, context: Any
    ) -> pricing_service_pb2.ListDateSurchargesResponse:
        """The days of a range that cost more."""
        first, last = range_of(request)
        calendar = (await self._snapshot.current(self._clock.now())).catalog.calendar
        days = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
        matching = [(day, calendar.rules_on(day)) for day in days]
        return pricing_service_pb2.ListDateSurchargesResponse(
            days=[surcharges_message(day, rules) for day, rules in matching if rules]
        )

    async def _find_conditions(
        self, version: Version, requests: Sequence[PriceRequest], now: datetime
    ) -> list[Conditions | Refusal]:
        return await self._offers.conditions(version, requests, buyer(current_principal()), now)


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
