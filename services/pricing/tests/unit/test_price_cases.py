"""Every worked case of the price list holds, to the cent."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from pricing.domain.catalog import Catalog
from pricing.domain.document import catalog_of, document_of
from pricing.domain.price import price
from pricing.domain.request import PriceRequest

CASES = [json.loads(line) for line in (Path(__file__).parent / "price_cases.jsonl").read_text().splitlines()]
CATALOG = catalog_of(json.loads((files("pricing") / "seed" / "catalog.json").read_text()))
BEFORE_ALL = datetime(2027, 1, 2, 15, tzinfo=UTC)
PLAIN = ("coi_required", "include_packing", "include_unpacking", "standard_delivery_item_count", "bag_count")
PLACES = ("pickup_zip_code", "delivery_zip_code", "airport", "is_expedited", "service_type")


def request_of(case: dict[str, Any], catalog: Catalog) -> PriceRequest:
    members = {name: case[name] for name in (*PLAIN, *PLACES) if name in case}
    if "tier" in case:
        packages = {package.tier: package.id for package in catalog.mini_move_packages}
        members["mini_move_package_id"] = packages[case["tier"]]
    if "items" in case:
        items = {item.item_type: item.id for item in catalog.specialty_items}
        members["specialty_item_ids"] = tuple(items[item] for item in case["items"])
    members["estimated_minutes"] = int(case.get("estimated_hours", 0) * 60)
    return PriceRequest(pickup_date=date.fromisoformat(case["pickup_date"]), **members)


@pytest.mark.parametrize(
    "case", CASES, ids=lambda case: f"{case['request']['service_type']}-{case['request']['pickup_date']}"
)
def test_a_worked_case_holds(case: dict[str, Any]) -> None:
    priced = price(CATALOG, request_of(case["request"], CATALOG), BEFORE_ALL)
    assert {
        "base_cents": priced.sum_of("base"),
        "date_surcharge_cents": priced.sum_of("date_surcharge"),
        "geographic_surcharge_cents": priced.sum_of("geographic_surcharge"),
        "coi_fee_cents": priced.sum_of("coi"),
        "organizing_cents": priced.sum_of("organizing"),
        "total_cents": priced.total_cents,
    } == case["expect"]


def test_the_catalogue_survives_being_stored() -> None:
    assert catalog_of(json.loads(json.dumps(document_of(CATALOG)))) == CATALOG
