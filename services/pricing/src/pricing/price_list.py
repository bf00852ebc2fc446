"""The price list: the prices of one version of the catalogue in writing, each written once for all who ask for it."""

from __future__ import annotations

from collections.abc import Hashable
from typing import NamedTuple

from totetaxi.pricing.v1.price_pb2 import Price as PriceMessage
from totetaxi.pricing.v1.pricing_service_pb2 import BatchPreviewPricesResponse, PreviewPriceResponse, PriceResult

from pricing.domain.catalog import Catalog
from pricing.domain.conditions import Conditions
from pricing.domain.price import timeless_price
from pricing.domain.request import PriceRequest
from pricing.domain.sameness import what_decides
from pricing.price_messages import price_message

LONGEST = 2_048
"""Prices: some megabytes. Customers ask for hundreds; sizes, surcharges and areas are all that tells them apart."""


class Written(NamedTuple):
    """One price, serialized."""

    preview: bytes
    """A PreviewPriceResponse."""
    result: bytes
    """A BatchPreviewPricesResponse with this one result: several, one after the other, are one with all of them."""


class PriceList:
    """Grows by what is asked for, and begins anew when it is full."""

    def __init__(self, catalog: Catalog, number: int) -> None:
        self._catalog = catalog
        self._number = number
        self._prices: dict[Hashable, Written] = {}

    def __len__(self) -> int:
        return len(self._prices)

    def find(self, request: PriceRequest, conditions: Conditions) -> Written:
        """The price of `request` at any time. Raises Invalid."""
        if conditions.promotion or conditions.available_credit_cents:
            return self._write(request, conditions)  # one customer's own
        key = what_decides(self._catalog, request), conditions.booked_count
        written = self._prices.get(key)
        if written is None:
            written = self._write(request, conditions)
            self._keep(key, written)
        return written

    def _write(self, request: PriceRequest, conditions: Conditions) -> Written:
        priced = timeless_price(self._catalog, request, conditions)
        return written_out(price_message(priced, self._catalog, self._number, request))

    def _keep(self, key: Hashable, written: Written) -> None:
        if len(self._prices) >= LONGEST:
            self._prices.clear()
        self._prices[key] = written


def written_out(price: PriceMessage) -> Written:
    """A price as each kind of answer carries it."""
    return Written(
        preview=PreviewPriceResponse(price=price).SerializeToString(),
        result=BatchPreviewPricesResponse(results=[PriceResult(price=price)]).SerializeToString(),
    )
