"""Prices and the catalogue through the door."""

from __future__ import annotations

import pytest
from chassis.refusal import Invalid, UnknownCaller
from first_catalog import CASES, CATALOG
from pricing_server import Replica
from requests_on_the_wire import case_message, preview
from totetaxi.pricing.v1.pricing_service_pb2 import GetCatalogRequest, ListDateSurchargesRequest, PreviewPriceRequest


class Stranger:
    async def token(self) -> str:
        return ""


async def test_every_worked_case_holds_on_the_wire(replica: Replica) -> None:
    for case in CASES:
        asked = PreviewPriceRequest(request=case_message(case["request"]))
        price = (await replica.call("PreviewPrice", asked)).price
        assert {name: getattr(price, name) for name in case["expect"]} == case["expect"]
        assert sum(line.amount_cents for line in price.lines) == price.total_cents
        assert price.catalog_version == 1


async def test_nobody_is_told_a_price_without_a_principal(replica: Replica) -> None:
    with pytest.raises(UnknownCaller):
        await replica.call("PreviewPrice", preview(), Stranger())


async def test_the_catalogue_says_everything_it_sells(replica: Replica) -> None:
    catalog = (await replica.call("GetCatalog", GetCatalogRequest())).catalog
    assert [package.base_price_cents for package in catalog.mini_move_packages] == [99_500, 172_500, 249_000]
    assert [package.coi_fee_cents for package in catalog.mini_move_packages] == [5_000, 0, 0]
    assert not catalog.mini_move_packages[2].HasField("max_items")
    assert len(catalog.organizing_services) == 6
    assert [item.item_type for item in catalog.specialty_items] == ["wardrobe_box", "crib", "surfboard", "peloton"]
    assert catalog.standard_delivery.minimum_charge_cents == 28_500
    assert catalog.blade_luggage.airports == ["JFK", "EWR"]
    assert catalog.mini_storage.price_per_month_cents == 15_000
    assert {rule.id for rule in catalog.surcharge_rules} == {rule.id for rule in CATALOG.surcharge_rules}
    assert {area.zone for area in catalog.service_areas} == {area.zone for area in CATALOG.service_areas}


async def test_a_refusal_arrives_with_its_field(replica: Replica) -> None:
    with pytest.raises(Invalid, match="from 1 to 20") as refused:
        await replica.call("PreviewPrice", preview(service_type="blade_luggage", airport="JFK", bag_count=21))
    assert (refused.value.slug, refused.value.faults[0].field) == ("bag_count", "bag_count")


@pytest.mark.parametrize("day", ["2027-02-30", "0000-01-01", "2027-13-01"])
async def test_a_day_that_does_not_exist_is_refused(replica: Replica, day: str) -> None:
    with pytest.raises(Invalid) as refused:
        await replica.call("PreviewPrice", preview(pickup_date=day))
    assert (refused.value.slug, refused.value.faults[0].field) == ("no_such_date", "pickup_date")


@pytest.mark.parametrize("members", [{"pickup_date": "soon"}, {"pickup_zip_code": "1000"}, {"estimated_minutes": -1}])
async def test_what_breaks_the_contract_is_refused_by_name(replica: Replica, members: dict[str, str]) -> None:
    with pytest.raises(Invalid) as refused:
        await replica.call("PreviewPrice", preview(**members))
    assert next(iter(members)) in refused.value.faults[0].field


async def surcharges(replica: Replica, first: str, last: str) -> dict[str, set[str]]:
    asked = ListDateSurchargesRequest(start_date=first, end_date=last)
    days = (await replica.call("ListDateSurcharges", asked)).days
    return {day.date: {surcharge.name for surcharge in day.surcharges} for day in days}


async def test_a_calendar_names_the_days_that_cost_more(replica: Replica) -> None:
    assert await surcharges(replica, "2027-06-29", "2027-07-05") == {
        "2027-06-30": {"June 30"},
        "2027-07-01": {"July 1"},
        "2027-07-03": {"Weekend"},
        "2027-07-04": {"Weekend", "Independence Day"},
    }


async def test_a_calendar_may_be_a_year_and_one_day_long(replica: Replica) -> None:
    assert len(await surcharges(replica, "2027-01-01", "2028-01-02")) > 100


@pytest.mark.parametrize(
    ("first", "last", "slug"),
    [
        ("2027-01-02", "2027-01-01", "range_upside_down"),
        ("2027-01-01", "2028-01-03", "range_too_long"),
        ("0001-01-01", "9999-12-31", "range_too_long"),
        ("2027-02-30", "2027-03-01", "no_such_date"),
    ],
)
async def test_a_calendar_without_bounds_is_refused(replica: Replica, first: str, last: str, slug: str) -> None:
    with pytest.raises(Invalid) as refused:
        await surcharges(replica, first, last)
    assert refused.value.slug == slug
