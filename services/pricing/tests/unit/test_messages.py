"""The catalogue as a message leaves nothing out: who reads it could price with it."""

from __future__ import annotations

from datetime import UTC, datetime

from first_catalog import CATALOG, request
from options import EVERYTHING, promotion
from pricing.domain.conditions import Conditions
from pricing.domain.price import timeless_price
from pricing.messages import catalog_message
from pricing.price_messages import price_message
from totetaxi.pricing.v1 import catalog_pb2

FIRST = catalog_message(CATALOG, 1, datetime(2027, 1, 1, tzinfo=UTC))
ALL = catalog_message(EVERYTHING, 2, datetime(2027, 1, 1, tzinfo=UTC))


def test_a_date_rule_says_when_it_holds() -> None:
    rules = {rule.name: rule for rule in FIRST.surcharge_rules}
    assert list(rules["Weekend"].weekdays) == [5, 6]
    assert rules["Memorial Day"].holiday == "Memorial Day"
    assert rules["June 30"].yearly == "06-30"
    week = rules["US Open week"].dates
    assert (week.first, week.last) == ("2026-09-14", "2026-09-22")
    assert list(rules["Memorial Day"].overrides) == [rules["Weekend"].id]
    assert not rules["Weekend"].HasField("dates")


def test_moves_by_the_hour_and_general_terms_are_told() -> None:
    rates = FIRST.local_moves
    assert (list(rates.zones), rates.price_per_hour_cents, rates.minimum_hours) == (
        ["hamptons", "hamptons_east"],
        35_000,
        2,
    )
    assert FIRST.general_terms.coi_fee_cents == FIRST.coi_fee_cents == 5_000
    assert not FIRST.general_terms.HasField("next_day_cutoff_hour")


def test_options_that_are_on_are_told() -> None:
    assert (ALL.general_terms.organizing_tax_basis_points, ALL.general_terms.next_day_cutoff_hour) == (825, 18)
    assert ALL.general_terms.credit_earned_basis_points == 100
    assert ALL.standard_delivery.allows_specialty_items
    assert {each.airport: list(each.terminals) for each in ALL.blade_luggage.terminals}["EWR"] == ["A", "B", "C"]
    windows = [package.HasField("one_hour_window_cents") for package in ALL.mini_move_packages]
    assert windows == [False, True, True]


def test_demand_rules_are_told_with_their_steps() -> None:
    rule = ALL.demand_rules[1]
    assert (rule.target, rule.daily_capacity) == (catalog_pb2.DEMAND_TARGET_ORGANIZING, 8)
    assert [(step.booked_basis_points, step.adjustment_basis_points) for step in rule.steps] == [
        (0, -500),
        (5_000, 1_000),
        (10_000, 3_000),
    ]
    assert (rule.floor_basis_points, rule.ceiling_basis_points) == (-1_000, 2_500)
    assert len(rule.service_types) == 5


def test_organizing_is_told_by_tier_packing_first() -> None:
    told = [(service.tier, service.is_packing_service) for service in FIRST.organizing_services]
    assert told == [(tier, packing) for tier in (1, 2, 3) for packing in (True, False)]


def test_every_kind_of_line_has_its_roll_up() -> None:
    asked = request(
        "mini_move",
        mini_move_package_id=CATALOG.mini_move_packages[1].id,
        include_packing=True,
        one_hour_window=True,
        use_credit=True,
    )
    priced = timeless_price(EVERYTHING, asked, Conditions(4, promotion(), 1_000))
    message = price_message(priced, EVERYTHING, 2, asked)
    roll_ups = {
        name: cents
        for name, cents in ((field.name, value) for field, value in message.ListFields())
        if "_cents" in name
    }
    total = roll_ups.pop("total_cents")
    assert sum(roll_ups.values()) == total == sum(line.amount_cents for line in message.lines)
    assert set(roll_ups) == {
        "base_cents",
        "organizing_cents",
        "demand_cents",
        "option_cents",
        "tax_cents",
        "discount_cents",
        "credit_cents",
    }


def test_items_that_ride_along_are_told_with_the_delivery() -> None:
    crib = CATALOG.specialty_items[0]
    asked = request("standard_delivery", specialty_item_ids=(crib.id, crib.id))
    message = price_message(timeless_price(EVERYTHING, asked), EVERYTHING, 2, asked)
    assert [item.id for item in message.specialty_items] == [crib.id, crib.id]
    assert message.HasField("standard_delivery")
