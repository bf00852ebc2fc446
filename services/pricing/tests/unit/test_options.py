"""Options of the trade: off in the first catalogue, data in any later one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from chassis.refusal import Invalid
from first_catalog import CATALOG, ITEMS, NOW, PACKAGES, SATURDAY, TUESDAY, request
from options import EVERYTHING
from pricing.domain.line import Line, Price
from pricing.domain.price import price


def priced(service_type: str, pickup_date: date = TUESDAY, now: datetime = NOW, **members: Any) -> Price:
    """Priced with every option on; nothing is booked, so demand takes 5 % off."""
    return price(EVERYTHING, request(service_type, pickup_date, **members), now)


def lines(found: Price, kind: str) -> list[tuple[str, int]]:
    """Code and amount of the lines of one kind."""
    return [(line.code, line.amount_cents) for line in found.lines if line.kind == kind]


def refusal(service_type: str, catalog: Any = EVERYTHING, now: datetime = NOW, **members: Any) -> Invalid:
    """Why there is no price."""
    with pytest.raises(Invalid) as refused:
        price(catalog, request(service_type, **members), now)
    assert refused.value.message.endswith(".")
    return refused.value


def test_tax_is_a_line_on_organizing_alone_and_rounds_down() -> None:
    found = priced("mini_move", SATURDAY, include_packing=True, include_unpacking=True, coi_required=True)
    assert found.lines[-1] == Line(
        "tax", "organizing_tax", "Sales tax", 1, 20_872, "New York sales tax on packing and unpacking, 8.25 %."
    )
    assert lines(priced("mini_move", SATURDAY), "tax") == []


@pytest.mark.parametrize(("tier", "found"), [("standard", [("one_hour_window", 17_500)]), ("full", [])])
def test_the_one_hour_window_is_a_line_unless_it_is_included(tier: str, found: list[tuple[str, int]]) -> None:
    members = {"mini_move_package_id": PACKAGES[tier], "one_hour_window": True}
    assert lines(priced("mini_move", **members), "option") == found
    assert lines(priced("mini_move", mini_move_package_id=PACKAGES[tier]), "option") == []


def test_a_one_hour_window_that_is_not_offered_is_refused() -> None:
    here = refusal("mini_move", one_hour_window=True)
    assert (here.slug, here.faults[0].field) == ("one_hour_window_not_offered", "one_hour_window")
    assert "choose one of Standard Move, Full Move" in here.message
    nowhere = refusal("mini_move", CATALOG, one_hour_window=True, mini_move_package_id=PACKAGES["full"])
    assert nowhere.message == "Full Move is not picked up within one hour; leave one_hour_window out."


def test_items_may_ride_with_a_delivery_each_at_its_price() -> None:
    found = priced("standard_delivery", specialty_item_ids=(ITEMS["peloton"], ITEMS["crib"], ITEMS["peloton"]))
    assert lines(found, "base") == [("standard_delivery_items", 38_000), ("crib", 35_000), ("peloton", 100_000)]


def test_the_weekend_counts_what_rides_along() -> None:
    found = priced("standard_delivery", SATURDAY, specialty_item_ids=(ITEMS["crib"],))
    assert lines(found, "date_surcharge") == [("weekend", 10_950)]


def test_items_riding_along_are_refused_where_they_may_not_or_are_unknown() -> None:
    assert refusal("standard_delivery", CATALOG, specialty_item_ids=(ITEMS["crib"],)).slug == "foreign_member"
    assert refusal("standard_delivery", specialty_item_ids=("x",)).slug == "unknown_item"
    both = refusal("standard_delivery", specialty_item_ids=(ITEMS["crib"],), bag_count=2)
    assert [fault.field for fault in both.faults] == ["bag_count"]


@pytest.mark.parametrize(("airport", "terminal"), [("JFK", "4"), ("EWR", "b"), ("ewr", "C"), ("JFK", "")])
def test_a_terminal_changes_no_price(airport: str, terminal: str) -> None:
    found = priced("blade_luggage", airport=airport, airport_terminal=terminal)
    assert found == priced("blade_luggage", airport=airport)


@pytest.mark.parametrize(
    ("catalog", "airport", "terminal", "words"),
    [
        (EVERYTHING, "JFK", "2", "one of 1, 4, 5, 7, 8 at JFK"),
        (EVERYTHING, "EWR", "1", "one of A, B, C at EWR"),
        (CATALOG, "JFK", "4", "leave it out"),
    ],
)
def test_a_terminal_we_do_not_serve_is_refused(catalog: Any, airport: str, terminal: str, words: str) -> None:
    refused = refusal("blade_luggage", catalog, airport=airport, airport_terminal=terminal)
    assert (refused.slug, refused.faults[0].field) == ("unsupported_terminal", "airport_terminal")
    assert words in refused.message


def evening(hour: str) -> datetime:
    """An hour of Monday, 12 April 2027, in New York."""
    return datetime.fromisoformat(f"2027-04-12T{hour}-04:00").astimezone(UTC)


@pytest.mark.parametrize(
    ("pickup", "hour"), [("2027-04-13", "17:59:59"), ("2027-04-12", "17:59:59"), ("2027-04-14", "23:59:59")]
)
def test_tomorrow_can_be_had_until_the_cutoff(pickup: str, hour: str) -> None:
    assert priced("mini_move", date.fromisoformat(pickup), evening(hour)).lines


@pytest.mark.parametrize("hour", ["18:00:00", "20:30:00", "23:30:00"])
@pytest.mark.parametrize("pickup", ["2027-04-12", "2027-04-13"])
def test_from_the_cutoff_on_nothing_sooner_than_the_day_after_tomorrow(pickup: str, hour: str) -> None:
    refused = refusal("mini_move", now=evening(hour), pickup_date=date.fromisoformat(pickup))
    assert (refused.slug, refused.faults[0].field) == ("next_day_cutoff", "pickup_date")
    assert "2027-04-14 or later" in refused.message


def test_same_day_deliveries_have_their_own_cutoff() -> None:
    late = refusal(
        "standard_delivery", now=evening("18:00:00"), pickup_date=date(2027, 4, 12), is_same_day_delivery=True
    )
    assert late.slug == "same_day_cutoff"


def test_organizing_that_left_the_catalogue_is_refused_not_forgotten() -> None:
    without = replace(CATALOG, organizing_services=CATALOG.organizing_services[1:])
    refused = refusal("mini_move", without, include_packing=True)
    assert (refused.slug, refused.faults[0].field) == ("organizing_not_offered", "include_packing")


@pytest.mark.parametrize("member", ["one_hour_window", "airport_terminal"])
def test_options_of_other_services_are_refused(member: str) -> None:
    assert refusal("mini_storage", **{member: "4" if "terminal" in member else True}).slug == "foreign_member"
