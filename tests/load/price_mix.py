"""What customers ask prices for: a realistic mix over services, packages, days and places, the same in every run."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, TypeVar

from pricing.messages import service_type_value
from totetaxi.pricing.v1.catalog_pb2 import Catalog
from totetaxi.pricing.v1.price_pb2 import PriceRequest

Choice = TypeVar("Choice")

SEED = 20270602
SHARES = {"mini_move": 50, "standard_delivery": 25, "specialty_item": 10, "blade_luggage": 10, "mini_storage": 5}
USUAL_DAYS_AHEAD = 45
MOST_DAYS_AHEAD = 300
PERCENT_WITH_ADDRESSES = 60


class PriceMix:
    """Requests as customers make them, from one catalogue: most days are near, and some places are asked for more."""

    def __init__(self, catalog: Catalog, today: date) -> None:
        self._chance = random.Random(SEED)
        self._packages = [package.id for package in catalog.mini_move_packages]
        self._items = [item.id for item in catalog.specialty_items]
        zones = {area.zone: list(area.zip_codes) for area in catalog.service_areas}
        self._city = self._shuffled(zones["manhattan"] + zones["brooklyn"] + zones["nj"] + zones["ct"])
        self._beach = self._shuffled(zones["hamptons"] + zones["hamptons_east"])
        self._today = today

    def requests(self, count: int) -> list[PriceRequest]:
        """`count` of them."""
        names = self._chance.choices(list(SHARES), weights=list(SHARES.values()), k=count)
        return [self._request(name) for name in names]

    def _request(self, service_type: str) -> PriceRequest:
        members: dict[str, Any] = getattr(self, f"_{service_type}")()
        day = self._day().isoformat()
        return PriceRequest(service_type=service_type_value(service_type), pickup_date=day, **members)

    def _day(self) -> date:
        ahead = 2 + int(self._chance.expovariate(1 / USUAL_DAYS_AHEAD))
        return self._today + timedelta(days=min(ahead, MOST_DAYS_AHEAD))

    def _often(self, percent: int) -> bool:
        return self._chance.randrange(100) < percent

    def _shuffled(self, values: list[str]) -> list[str]:
        return self._chance.sample(values, len(values))

    def _popular(self, values: Sequence[Choice]) -> Choice:
        """One of them: the first twice as often as the second, three times as often as the third, and so on."""
        weights = [1 / rank for rank in range(1, len(values) + 1)]
        return self._chance.choices(values, weights=weights)[0]

    def _places(self) -> dict[str, Any]:
        if not self._often(PERCENT_WITH_ADDRESSES):
            return {}
        ends = [self._popular(self._city), self._popular(self._beach)]
        if self._often(40):
            ends.reverse()
        return {"pickup_zip_code": ends[0], "delivery_zip_code": ends[1]}

    def _mini_move(self) -> dict[str, Any]:
        return self._places() | {
            "mini_move_package_id": self._popular(self._packages),
            "include_packing": self._often(40),
            "include_unpacking": self._often(25),
            "coi_required": self._often(50),
        }

    def _standard_delivery(self) -> dict[str, Any]:
        return self._places() | {"standard_delivery_item_count": self._popular(range(1, 13))}

    def _specialty_item(self) -> dict[str, Any]:
        items = self._chance.choices(self._items, k=self._popular(range(1, 5)))
        return self._places() | {"specialty_item_ids": items}

    def _blade_luggage(self) -> dict[str, Any]:
        return {
            "bag_count": self._popular(range(1, 9)),
            "airport": self._popular(["JFK", "EWR"]),
            "is_expedited": self._often(20),
        }

    def _mini_storage(self) -> dict[str, Any]:
        return {"months": self._popular(range(1, 13))}
