"""Every worked case of the price list holds, to the cent."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from first_catalog import CASES, CATALOG, NOW, members_of
from pricing.domain.document import catalog_of, document_of
from pricing.domain.price import price
from pricing.domain.request import PriceRequest


@pytest.mark.parametrize(
    "case", CASES, ids=lambda case: f"{case['request']['service_type']}-{case['request']['pickup_date']}"
)
def test_a_worked_case_holds(case: dict[str, Any]) -> None:
    pickup_date = date.fromisoformat(case["request"]["pickup_date"])
    priced = price(CATALOG, PriceRequest(pickup_date=pickup_date, **members_of(case["request"])), NOW)
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
