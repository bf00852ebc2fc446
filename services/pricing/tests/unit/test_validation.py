"""Every rule that a catalogue must keep to be published, by an example that breaks it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from first_catalog import CATALOG, CONTENT, PACKAGES
from pricing.domain.catalog import AirportTerminals, Catalog, DemandRule, DemandStep
from pricing.domain.document import catalog_of
from pricing.domain.entry import MEMBERS, Kind, held, name_of, put_entry, with_members
from pricing.domain.validation import faults_of

YEAR = 2027
WEEKEND = "surcharge_rules[781fb288-e46b-5f75-bf37-ba9a809814f6]"
PETITE = f"mini_move_packages[{PACKAGES['petite']}]"
PETITE_PACKING = "organizing_services[0655fcc6-19ae-5c3a-aba6-7d161e4012bb]"
PETITE_UNPACKING = "organizing_services[08d29e70-b28d-5080-8da0-8a5ff5b1c4fc]"
CRIB = "specialty_items[ccfeae7b-0047-59e3-90c9-d5fa2750475d]"
DEMAND = DemandRule(
    id="0197a000-0000-7000-8000-00000000000d",
    name="Busy day",
    description="Most vans are taken that day.",
    target="base",
    service_types=frozenset({"mini_move"}),
    daily_capacity=10,
    steps=(DemandStep(5_000, 500), DemandStep(9_000, 1_000)),
    floor_basis_points=-500,
    ceiling_basis_points=1_000,
)
BUSY_DAY = f"demand_rules[{DEMAND.id}]"


def with_entry(kind: Kind, known_as: str, **members: Any) -> Catalog:
    """The first catalogue with some members of one entry changed."""
    entry = next(entry for entry in held(CATALOG, kind) if name_of(kind, entry) == known_as)
    after = tuple(replace(one, **members) if one is entry else one for one in held(CATALOG, kind))
    return with_members(CATALOG, {MEMBERS[kind]: after})


def with_rates(kind: Kind, **members: Any) -> Catalog:
    """The first catalogue with other rates of what exists once."""
    return put_entry(CATALOG, kind, replace(held(CATALOG, kind)[0], **members))


def with_demand(**members: Any) -> Catalog:
    """The first catalogue with a demand rule."""
    return replace(CATALOG, demand_rules=(replace(DEMAND, **members),))


def faults(catalog: Catalog) -> list[tuple[str, str]]:
    return [(fault.field, fault.message) for fault in faults_of(catalog, YEAR)]


def test_the_first_catalogue_can_be_published() -> None:
    assert faults(CATALOG) == []


def test_a_catalogue_stored_before_there_were_options_can_be_published_again() -> None:
    assert faults(catalog_of(CONTENT)) == []


def test_a_demand_rule_and_every_option_can_be_published() -> None:
    terms = with_rates("general_terms", organizing_tax_basis_points=825, next_day_cutoff_hour=18)
    terminals = (AirportTerminals("JFK", ("1", "4")), AirportTerminals("EWR", ("A", "B", "C")))
    assert faults(replace(terms, demand_rules=(DEMAND,))) == []
    assert faults(with_rates("blade_luggage", terminals=terminals)) == []
    assert faults(with_entry("mini_move_package", "Standard Move", one_hour_window_cents=17_500)) == []


PETITE_MOVE: tuple[Kind, str] = ("mini_move_package", "Petite Move")
PACKING: tuple[Kind, str] = ("organizing_service", "Petite Packing")
UNPACKING: tuple[Kind, str] = ("organizing_service", "Petite Unpacking")
RULE: tuple[Kind, str] = ("surcharge_rule", "Weekend")
MANHATTAN: tuple[Kind, str] = ("service_area", "Manhattan")
FREE = {"weekdays": frozenset()}

BROKEN: list[tuple[Catalog, str, str]] = [
    (with_entry(*PETITE_MOVE, id="petite"), "mini_move_packages[petite].id", "must be a UUID"),
    (with_entry(*PETITE_MOVE, id=PACKAGES["petite"].upper()), PACKAGES["petite"].upper(), "must be a UUID"),
    (with_entry(*PETITE_MOVE, name=""), f"{PETITE}.name", "1 to 80 characters"),
    (with_entry(*PETITE_MOVE, name="x" * 81), f"{PETITE}.name", "1 to 80 characters"),
    (with_entry(*PETITE_MOVE, name=" Petite"), f"{PETITE}.name", "without spaces around it"),
    (with_entry(*PETITE_MOVE, description=""), f"{PETITE}.description", "1 to 300 characters"),
    (with_entry(*PETITE_MOVE, description="x" * 301), f"{PETITE}.description", "1 to 300 characters"),
    (with_entry(*PETITE_MOVE, description="Two\nlines."), f"{PETITE}.description", "one line"),
    (with_entry(*PETITE_MOVE, base_price_cents=0), f"{PETITE}.base_price_cents", "from 1 to 10,000,000"),
    (with_entry(*PETITE_MOVE, base_price_cents=10_000_001), f"{PETITE}.base_price_cents", "from 1 to 10,000,000"),
    (with_entry(*PETITE_MOVE, max_items=0), f"{PETITE}.max_items", "from 1 to 1,000"),
    (with_entry(*PETITE_MOVE, one_hour_window_cents=-1), f"{PETITE}.one_hour_window_cents", "from 0"),
    (with_entry(*PETITE_MOVE, is_most_popular=True), "mini_move_packages", "one package at most"),
    (with_entry(*PACKING, price_cents=-1), f"{PETITE_PACKING}.price_cents", "from 0 to 10,000,000"),
    (with_entry(*PACKING, duration_hours=25), f"{PETITE_PACKING}.duration_hours", "from 1 to 24"),
    (with_entry(*PACKING, organizer_count=0), f"{PETITE_PACKING}.organizer_count", "from 1 to 20"),
    (with_entry(*PACKING, supplies_allowance_cents=-1), f"{PETITE_PACKING}.supplies_allowance_cents", "from 0"),
    (with_entry(*UNPACKING, supplies_allowance_cents=1), f"{PETITE_UNPACKING}.supplies_allowance_cents", "must be 0"),
    (with_entry("specialty_item", "Crib", price_cents=0), f"{CRIB}.price_cents", "from 1"),
    (with_entry("specialty_item", "Crib", item_type="A Crib"), f"{CRIB}.item_type", "lower-case word"),
    (with_rates("standard_delivery", price_per_item_cents=0), "standard_delivery.price_per_item_cents", "from 1"),
    (with_rates("standard_delivery", minimum_items=201), "standard_delivery.minimum_items", "more than maximum_items"),
    (with_rates("standard_delivery", minimum_charge_cents=-1), "standard_delivery.minimum_charge_cents", "from 0"),
    (with_rates("standard_delivery", same_day_flat_rate_cents=0), "standard_delivery.same_day_flat_rate_cents", "1 to"),
    (
        with_rates("standard_delivery", max_weight_per_item_pounds=0),
        "standard_delivery.max_weight_per",
        "from 1 to 500",
    ),
    (with_rates("standard_delivery", same_day_cutoff_hour=24), "standard_delivery.same_day_cutoff_hour", "0 to 23"),
    (with_rates("standard_delivery", maximum_items=1_001), "standard_delivery.maximum_items", "from 1 to 1,000"),
    (with_rates("blade_luggage", base_price_cents=0), "blade_luggage.base_price_cents", "from 1"),
    (with_rates("blade_luggage", included_bags=21), "blade_luggage.included_bags", "more than maximum_bags"),
    (
        with_rates("blade_luggage", price_per_additional_bag_cents=-1),
        "blade_luggage.price_per_additional_bag",
        "from 0",
    ),
    (with_rates("blade_luggage", maximum_bags=101), "blade_luggage.maximum_bags", "from 1 to 100"),
    (with_rates("blade_luggage", expedited_fee_cents=-1), "blade_luggage.expedited_fee_cents", "from 0"),
    (with_rates("blade_luggage", airports=()), "blade_luggage.airports", "different codes of three"),
    (with_rates("blade_luggage", airports=("JFK", "jfk")), "blade_luggage.airports", "three capital letters"),
    (with_rates("blade_luggage", airports=("JFK", "JFK")), "blade_luggage.airports", "different"),
    (with_rates("blade_luggage", terminals=(AirportTerminals("LGA", ("A",)),)), "blade_luggage.terminals", "JFK, EWR"),
    (with_rates("blade_luggage", terminals=(AirportTerminals("JFK", ()),)), "terminals[JFK]", "1 to 20 different"),
    (with_rates("mini_storage", price_per_month_cents=0), "mini_storage.price_per_month_cents", "from 1"),
    (with_rates("mini_storage", maximum_months=121), "mini_storage.maximum_months", "from 1 to 120"),
    (with_rates("local_moves", price_per_hour_cents=0), "local_moves.price_per_hour_cents", "from 1"),
    (with_rates("local_moves", minimum_hours=0), "local_moves.minimum_hours", "from 1 to 24"),
    (with_rates("local_moves", zones=frozenset({"boston"})), "local_moves.zones", "there is no boston"),
    (with_entry(*RULE, basis_points=0), f"{WEEKEND}.basis_points", "either basis_points or fixed_amount_cents"),
    (with_entry(*RULE, fixed_amount_cents=100), f"{WEEKEND}.basis_points", "and not both"),
    (with_entry(*RULE, basis_points=10_001), f"{WEEKEND}.basis_points", "from 0 to 10,000"),
    (with_entry(*RULE, basis_points=0, fixed_amount_cents=-5), f"{WEEKEND}.fixed_amount_cents", "from 0"),
    (with_entry(*RULE, surcharge_type="party"), f"{WEEKEND}.surcharge_type", "weekend, peak_date, holiday"),
    (with_entry(*RULE, service_types=frozenset()), f"{WEEKEND}.service_types", "one or more of mini_move"),
    (with_entry(*RULE, service_types=frozenset({"b2b_popup"})), f"{WEEKEND}.service_types", "one or more of"),
    (with_entry(*RULE, weekdays=frozenset({7})), f"{WEEKEND}.weekdays", "from 0 (Monday) to 6 (Sunday)"),
    (with_entry(*RULE, **FREE), f"{WEEKEND}.weekdays", "exactly one of weekdays, dates, yearly, holiday"),
    (with_entry(*RULE, yearly="07-04"), f"{WEEKEND}.weekdays", "exactly one of"),
    (with_entry(*RULE, **FREE, yearly="02-30"), f"{WEEKEND}.yearly", "MM-DD"),
    (with_entry(*RULE, **FREE, yearly="7-4"), f"{WEEKEND}.yearly", "MM-DD"),
    (with_entry(*RULE, **FREE, dates=("2027-02-29", "2027-03-01")), f"{WEEKEND}.dates", "dates of the calendar"),
    (with_entry(*RULE, **FREE, dates=("20270301", "2027-03-02")), f"{WEEKEND}.dates", "YYYY-MM-DD"),
    (with_entry(*RULE, **FREE, dates=("2027-03-02", "2027-03-01")), f"{WEEKEND}.dates", "end before they begin"),
    (with_entry(*RULE, **FREE, holiday="Labour Day"), f"{WEEKEND}.holiday", "such as Labor Day"),
    (with_entry(*RULE, **FREE, holiday="Zzz"), f"{WEEKEND}.holiday", "one of Christmas Day, Columbus Day"),
    (with_entry(*RULE, overrides=frozenset({"nobody"})), f"{WEEKEND}.overrides", "it has no nobody"),
    (with_demand(target="tips"), f"{BUSY_DAY}.target", "base, organizing"),
    (with_demand(service_types=frozenset()), f"{BUSY_DAY}.service_types", "one or more of"),
    (
        with_demand(target="organizing", service_types=frozenset({"mini_move", "mini_storage"})),
        f"{BUSY_DAY}.service_types",
        "mini_move alone",
    ),
    (with_demand(daily_capacity=0), f"{BUSY_DAY}.daily_capacity", "from 1 to 10,000"),
    (with_demand(steps=()), f"{BUSY_DAY}.steps", "1 to 20"),
    (with_demand(steps=DEMAND.steps[::-1]), f"{BUSY_DAY}.steps", "must ascend"),
    (with_demand(steps=DEMAND.steps[:1] * 2), f"{BUSY_DAY}.steps", "must ascend"),
    (with_demand(steps=(DemandStep(10_001, 0),)), f"{BUSY_DAY}.steps", "from 0 to 10,000"),
    (with_demand(steps=(DemandStep(0, 1_001),)), f"{BUSY_DAY}.steps", "within floor_basis_points"),
    (with_demand(steps=(DemandStep(0, -501),)), f"{BUSY_DAY}.steps", "within floor_basis_points"),
    (with_demand(floor_basis_points=-5_001), f"{BUSY_DAY}.floor_basis_points", "from -5,000 to 0"),
    (with_demand(ceiling_basis_points=10_001), f"{BUSY_DAY}.ceiling_basis_points", "from 0 to 10,000"),
    (with_entry(*MANHATTAN, surcharge_cents=-1), "service_areas[manhattan].surcharge_cents", "from 0"),
    (with_entry(*MANHATTAN, zone="Man hattan"), "service_areas[Man hattan].zone", "lower-case word"),
    (with_entry(*MANHATTAN, zip_codes=()), "service_areas[manhattan].zip_codes", "at least one"),
    (with_entry(*MANHATTAN, zip_codes=("1000", "10001")), "service_areas[manhattan].zip_codes", "unlike 1000."),
    (with_entry(*MANHATTAN, zip_codes=("10001", "10001")), "service_areas[manhattan].zip_codes", "unlike 10001."),
    (
        replace(CATALOG, service_areas=(), local_moves=replace(CATALOG.local_moves, zones=frozenset())),
        "service_areas",
        "one",
    ),
    (with_rates("general_terms", coi_fee_cents=-1), "general_terms.coi_fee_cents", "from 0"),
    (with_rates("general_terms", organizing_tax_basis_points=3_001), "general_terms.organizing_tax", "0 to 3,000"),
    (with_rates("general_terms", credit_earned_basis_points=5_001), "general_terms.credit_earned", "0 to 5,000"),
    (with_rates("general_terms", next_day_cutoff_hour=24), "general_terms.next_day_cutoff_hour", "from 0 to 23"),
]


@pytest.mark.parametrize(("catalog", "field", "words"), BROKEN, ids=[f"{field}-{words}" for _, field, words in BROKEN])
def test_a_broken_rule_is_told_with_its_place_and_what_would_be_right(catalog: Catalog, field: str, words: str) -> None:
    found = faults(catalog)
    assert len(found) == 1
    assert field.casefold() in found[0][0].casefold()
    assert words in found[0][1]
    assert found[0][1].endswith(".")


def test_everything_that_is_wrong_is_told_at_once() -> None:
    catalog = with_rates("mini_storage", price_per_month_cents=0, maximum_months=0)
    catalog = put_entry(catalog, "general_terms", replace(held(CATALOG, "general_terms")[0], coi_fee_cents=-1))
    assert [field for field, _ in faults(catalog)] == [
        "mini_storage.price_per_month_cents",
        "mini_storage.maximum_months",
        "general_terms.coi_fee_cents",
    ]
