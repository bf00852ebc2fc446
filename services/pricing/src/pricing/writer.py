"""Prices in writing: the messages of one version of the catalogue, each written once however often it is answered."""

from __future__ import annotations

from typing import NamedTuple

from totetaxi.pricing.v1.price_pb2 import Price as PriceMessage
from totetaxi.pricing.v1.pricing_service_pb2 import BatchPreviewPricesResponse, PreviewPriceResponse, PriceResult

from pricing.domain.catalog import Catalog
from pricing.domain.line import Line, Price
from pricing.domain.request import PriceRequest
from pricing.price_messages import price_message

REMEMBERED_PRICES = 2_048
"""Some megabytes. Most requests come to one of a few hundred prices: only places, surcharges and sizes tell them apart."""


class Written(NamedTuple):
    """One price, serialized."""

    preview: bytes
    """A PreviewPriceResponse."""
    result: bytes
    """A BatchPreviewPricesResponse with this one result: several, one after the other, are one with all of them."""


class Described(NamedTuple):
    """All that the message of a price says: the same, the same message."""

    lines: tuple[Line, ...]
    service_type: str
    mini_move_package_id: str
    include_packing: bool
    include_unpacking: bool
    specialty_item_ids: tuple[str, ...]


class PriceWriter:
    """Writes prices of one version."""

    def __init__(self, catalog: Catalog, number: int) -> None:
        self._catalog = catalog
        self._number = number
        self.signature = BatchPreviewPricesResponse(catalog_version=number).SerializeToString()
        """The end of a batch: which version all of its prices are of."""
        self._written: dict[Described, Written] = {}

    def write(self, priced: Price, request: PriceRequest) -> Written:
        """The price of `request` in writing."""
        described = Described(
            priced.lines,
            request.service_type,
            request.mini_move_package_id,
            request.include_packing,
            request.include_unpacking,
            request.specialty_item_ids,
        )
        written = self._written.get(described)
        if written is None:
            written = written_out(price_message(priced, self._catalog, self._number, request))
            if len(self._written) >= REMEMBERED_PRICES:
                self._written.clear()
            self._written[described] = written
        return written


def written_out(message: PriceMessage) -> Written:
    """A price as each kind of answer carries it."""
    return Written(
        preview=PreviewPriceResponse(price=message).SerializeToString(),
        result=BatchPreviewPricesResponse(results=[PriceResult(price=message)]).SerializeToString(),
    )
