"""Where we drive, what an address adds, and moves inside the Hamptons."""

from __future__ import annotations

import pytest
from chassis.refusal import Invalid
from first_catalog import CATALOG, PACKAGES, SATURDAY, priced

HAMPTONS = {
    "Bridgehampton": "11932",
    "East Hampton": "11937",
    "East Quogue": "11942",
    "Hampton Bays": "11946",
    "Quogue": "11959",
    "Remsenburg": "11960",
    "Sagaponack": "11962",
    "Sag Harbor": "11963",
    "Shelter Island": "11964",
    "Shelter Island Heights": "11965",
    "Southampton": "11968",
    "Speonk": "11972",
    "Wainscott": "11975",
    "Water Mill": "11976",
    "Westhampton": "11977",
    "Westhampton Beach": "11978",
}
ELSEWHERE = {
    "Amagansett": ("11930", "hamptons_east"),
    "Montauk": ("11954", "hamptons_east"),
    "Midtown": ("10001", "manhattan"),
    "Roosevelt Island": ("10044", "manhattan"),
    "Battery Park City": ("10282", "manhattan"),
    "Brooklyn Heights": ("11201", "brooklyn"),
    "Williamsburg": ("11249", "brooklyn"),
    "Hoboken": ("07030", "nj"),
    "Short Hills": ("07078", "nj"),
    "Greenwich": ("06830", "ct"),
    "Westport": ("06880", "ct"),
}


@pytest.mark.parametrize("town", HAMPTONS)
def test_every_town_of_the_hamptons_is_served(town: str) -> None:
    assert CATALOG.areas[HAMPTONS[town]].zone == "hamptons"


@pytest.mark.parametrize("town", ELSEWHERE)
def test_every_other_town_is_in_its_zone(town: str) -> None:
    zip_code, zone = ELSEWHERE[town]
    assert CATALOG.areas[zip_code].zone == zone


def test_every_zip_code_is_five_digits_and_in_one_zone() -> None:
    codes = [code for area in CATALOG.service_areas for code in area.zip_codes]
    assert len(codes) == len(set(codes))
    assert all(len(code) == 5 and code.isdigit() for code in codes)
    assert {area.zone: len(area.zip_codes) for area in CATALOG.service_areas} == {
        "manhattan": 69,
        "brooklyn": 46,
        "hamptons": 16,
        "hamptons_east": 2,
        "nj": 99,
        "ct": 44,
    }


@pytest.mark.parametrize(
    ("pickup", "delivery", "cents"),
    [
        ("10001", "11937", 0),
        ("10001-4321", "11954-0001", 12_000),
        ("07030", "11937", 22_000),
        ("06830", "11930", 34_000),
        ("07030", "07030", 44_000),
        ("07030", "", 22_000),
        ("", "", 0),
    ],
)
def test_each_end_outside_the_core_adds_its_own_line(pickup: str, delivery: str, cents: int) -> None:
    found = priced("standard_delivery", pickup_zip_code=pickup, delivery_zip_code=delivery)
    assert found.sum_of("geographic_surcharge") == cents


def test_addresses_we_do_not_serve_are_all_named_with_what_we_serve() -> None:
    with pytest.raises(Invalid) as refused:
        priced("mini_move", pickup_zip_code="90210", delivery_zip_code="60601-1234")
    assert [fault.field for fault in refused.value.faults] == ["pickup_zip_code", "delivery_zip_code"]
    assert all(area.name in refused.value.faults[0].message for area in CATALOG.service_areas)


@pytest.mark.parametrize(
    ("minutes", "hours"), [(0, 2), (30, 2), (120, 2), (121, 3), (150, 3), (180, 3), (255, 5), (1440, 24)]
)
def test_a_move_inside_the_hamptons_costs_every_begun_hour_two_at_least(minutes: int, hours: int) -> None:
    found = priced("mini_move", estimated_minutes=minutes, pickup_zip_code="11937", delivery_zip_code="11968")
    assert found.total_cents == hours * 35_000
    assert found.lines[0].quantity == hours


def test_a_local_move_keeps_organizing_insurance_weekend_and_far_east() -> None:
    found = priced(
        "mini_move",
        SATURDAY,
        mini_move_package_id=PACKAGES["petite"],
        include_packing=True,
        coi_required=True,
        estimated_minutes=180,
        pickup_zip_code="11937",
        delivery_zip_code="11954",
    )
    assert found.total_cents == 105_000 + 15_750 + 12_000 + 5_000 + 140_000


@pytest.mark.parametrize(("pickup", "delivery"), [("11937", ""), ("11937", "10001"), ("", "11954")])
def test_a_move_with_one_end_in_the_hamptons_is_not_local(pickup: str, delivery: str) -> None:
    found = priced("mini_move", estimated_minutes=600, pickup_zip_code=pickup, delivery_zip_code=delivery)
    assert found.sum_of("base") == 99_500


def test_a_delivery_inside_the_hamptons_is_not_hourly() -> None:
    found = priced("standard_delivery", pickup_zip_code="11937", delivery_zip_code="11968")
    assert found.total_cents == 38_000


def test_luggage_knows_no_geography() -> None:
    found = priced("blade_luggage", pickup_zip_code="11430", delivery_zip_code="10001")
    assert found.total_cents == 15_000
