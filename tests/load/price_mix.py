"""What customers ask prices for: a realistic mix over services, packages, days and places, the same in every run."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from pricing.messages import service_type_value
from totetaxi.pricing.v1.catalog_pb2 import Catalog
from totetaxi.pricing.v1.price_pb2 import PriceRequest

SEED = 20270602
DAYS_AHEAD = 240
SHARES = {
    "mini_move": 50,
    "standard_delivery": 25,
    "specialty_item": 10,
    "blade_luggage": 10,
    "mini_storage": 5,
}


class PriceMix:
    """Requests as customers make them, from one catalogue."""

    def __init__(self, catalog: Catalog, today: date) -> None:
        self._chance = random.Random(SEED)
        self._packages = [package.id for package in catalog.mini_move_packages]
        self._items = [item.id for item in catalog.specialty_items]
        zones = {area.zone: list(area.zip_codes) for area in catalog.service_areas}
        self._city = zones["manhattan"] * 3 + zones["brooklyn"] + zones["nj"] + zones["ct"]
        self._beach = zones["hamptons"] * 4 + zones["hamptons_east"]
        self._today = today

    def requests(self, count: int) -> list[PriceRequest]:
        """`count` of them."""
        names = self._chance.choices(list(SHARES), weights=list(SHARES.values()), k=count)
        return [self._request(name) for name in names]

    def _request(self, service_type: str) -> PriceRequest:
        day = self._today + timedelta(days=self._chance.randrange(1, DAYS_AHEAD))
        members: dict[str, Any] = getattr(self, f"_{service_type}")()
        return PriceRequest(service_type=service_type_value(service_type), pickup_date=day.isoformat(), **members)

    def _often(self, percent: int) -> bool:
        return self._chance.randrange(100) < percent

    def _places(self) -> dict[str, Any]:
        if self._often(30):
            return {}
        ends = [self._chance.choice(self._city), self._chance.choice(self._beach)]
        if self._often(40):
            ends.reverse()
        return {"pickup_zip_code": ends[0], "delivery_zip_code": ends[1]}

    def _mini_move(self) -> dict[str, Any]:
        return self._places() | {
            "mini_move_package_id": self._chance.choice(self._packages),
            "include_packing": self._often(40),
            "include_unpacking": self._often(25),
            "coi_required": self._often(50),
        }

    def _standard_delivery(self) -> dict[str, Any]:
        return self._places() | {"standard_delivery_item_count": self._chance.randint(1, 12)}

    def _specialty_item(self) -> dict[str, Any]:
        items = self._chance.choices(self._items, k=self._chance.randint(1, 4))
        return self._places() | {"specialty_item_ids": items}

    def _blade_luggage(self) -> dict[str, Any]:
        return {
            "bag_count": self._chance.randint(1, 8),
            "airport": self._chance.choice(["JFK", "EWR"]),
            "is_expedited": self._often(20),
        }

    def _mini_storage(self) -> dict[str, Any]:
        return {"months": self._chance.randint(1, 12)}
