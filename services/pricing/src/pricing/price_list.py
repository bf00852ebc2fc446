"""The price list: the prices of one version of the catalogue in writing, each written once for all who ask for it."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date
from typing import NamedTuple

from totetaxi.pricing.v1.price_pb2 import Price as PriceMessage
from totetaxi.pricing.v1.pricing_service_pb2 import BatchPreviewPricesResponse, PreviewPriceResponse, PriceResult

from pricing.domain.catalog import Catalog
from pricing.domain.conditions import Conditions
from pricing.domain.price import timeless_price
from pricing.domain.request import PriceRequest
from pricing.domain.sameness import what_decides
from pricing.price_messages import price_message

MOST_PRICES = 4_096
"""Some megabytes. Customers ask for hundreds of prices; sizes, surcharges and areas are all that tells them apart."""

MOST_QUESTIONS = 8_192
"""A few megabytes: days and addresses, in all the ways to ask for those prices."""


class Written(NamedTuple):
    """One price, serialized."""

    preview: bytes
    """A PreviewPriceResponse."""
    result: bytes
    """A BatchPreviewPricesResponse with this one result: several, one after the other, are one with all of them."""
    total_cents: int


class Answer(NamedTuple):
    """What was answered to a question, and what must be looked at before it is answered again."""

    written: Written
    pickup_date: date
    is_same_day_delivery: bool


class PriceList:
    """Grows by what is asked for; what is full begins anew."""

    def __init__(self, catalog: Catalog, number: int) -> None:
        self._catalog = catalog
        self._number = number
        self._prices: dict[Hashable, Written] = {}
        self._answers: dict[bytes, Answer] = {}

    def __len__(self) -> int:
        return len(self._prices)

    def recall(self, question: bytes) -> Answer | None:
        """What was answered to a request that was sent in these bytes, where nothing but the catalogue decides it."""
        return self._answers.get(question)

    def remember(self, question: bytes, request: PriceRequest, written: Written) -> Answer:
        """Lets `recall` find the answer to `request`."""
        answer = Answer(written, request.pickup_date, request.is_same_day_delivery)
        if len(self._answers) >= MOST_QUESTIONS:
            self._answers.clear()
        self._answers[question] = answer
        return answer

    def find(self, request: PriceRequest, conditions: Conditions) -> Written:
        """The price of `request` at any time. Raises Invalid."""
        if conditions.promotion or conditions.available_credit_cents:
            return self._write(request, conditions)  # one customer's own
        key = what_decides(self._catalog, request), conditions.booked_count
        written = self._prices.get(key)
        if written is None:
            written = self._write(request, conditions)
            if len(self._prices) >= MOST_PRICES:
                self._prices.clear()
            self._prices[key] = written
        return written

    def _write(self, request: PriceRequest, conditions: Conditions) -> Written:
        priced = timeless_price(self._catalog, request, conditions)
        return written_out(price_message(priced, self._catalog, self._number, request))


def written_out(price: PriceMessage) -> Written:
    """A price as each kind of answer carries it."""
    return Written(
        preview=PreviewPriceResponse(price=price).SerializeToString(),
        result=BatchPreviewPricesResponse(results=[PriceResult(price=price)]).SerializeToString(),
        total_cents=price.total_cents,
    )
