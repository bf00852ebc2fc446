"""Demand is a line of its own, stepwise, between floor and ceiling."""

from __future__ import annotations

import pytest
from first_catalog import NOW, PACKAGES, SATURDAY, request
from options import demand_rule, with_demand
from pricing.domain.catalog import Catalog, DemandStep
from pricing.domain.conditions import Conditions
from pricing.domain.demand import adjustment_of, follows_demand
from pricing.domain.line import Line
from pricing.domain.price import price


def lines(catalog: Catalog, booked: int, kind: str = "demand", **members: object) -> list[Line]:
    """The lines of one kind of a petite mini move on a Saturday."""
    priced = price(catalog, request("mini_move", SATURDAY, **members), NOW, Conditions(booked_count=booked))
    return [line for line in priced.lines if line.kind == kind]


@pytest.mark.parametrize(
    ("booked", "basis_points"),
    [(0, -500), (3, -500), (4, 1_000), (7, 1_000), (8, 2_500), (80, 2_500)],
    ids=["empty", "below half", "half", "nearly full", "full, to the ceiling", "overbooked"],
)
def test_the_highest_step_reached_holds(booked: int, basis_points: int) -> None:
    assert adjustment_of(demand_rule(), booked) == basis_points


def test_steps_may_come_in_any_order() -> None:
    shuffled = demand_rule(steps=(DemandStep(10_000, 3_000), DemandStep(0, -500), DemandStep(5_000, 1_000)))
    assert [adjustment_of(shuffled, booked) for booked in (0, 4, 8)] == [-500, 1_000, 2_500]


def test_nothing_goes_below_the_floor() -> None:
    assert adjustment_of(demand_rule(steps=(DemandStep(0, -9_000),)), 0) == -1_000


def test_where_no_step_is_reached_there_is_no_line() -> None:
    assert lines(with_demand(demand_rule(steps=(DemandStep(5_000, 1_000),))), 3) == []


def test_a_busy_day_adds_one_line_to_the_base_alone() -> None:
    assert lines(with_demand(demand_rule()), 4) == [
        Line("demand", "demand_base", "Busy day", 1, 9_950, "This day is nearly booked out.")
    ]


def test_a_quiet_day_takes_off_rounded_toward_zero() -> None:
    gentle = demand_rule(steps=(DemandStep(0, -1),))
    assert [line.amount_cents for line in lines(with_demand(gentle), 0)] == [-9]


def test_the_date_surcharge_does_not_know_of_demand() -> None:
    busy = with_demand(demand_rule())
    assert lines(busy, 8, "date_surcharge") == lines(with_demand(), 8, "date_surcharge")


def test_demand_for_organizers_adjusts_organizing() -> None:
    busy = with_demand(demand_rule(target="organizing"))
    assert [line.amount_cents for line in lines(busy, 4, include_packing=True)] == [14_000]
    assert lines(busy, 4) == []


def test_rules_for_other_services_do_not_matter() -> None:
    luggage = with_demand(demand_rule(service_types=frozenset({"blade_luggage"})))
    assert lines(luggage, 8) == []
    assert follows_demand(luggage, "blade_luggage")
    assert not follows_demand(luggage, "mini_move")


def test_several_rules_together_never_take_off_more_than_there_is() -> None:
    half = {"steps": (DemandStep(0, -6_000),), "floor_basis_points": -10_000}
    twice = with_demand(demand_rule(**half), demand_rule(id="again", **half))
    assert [line.amount_cents for line in lines(twice, 0)] == [-59_700, -39_800]


def test_the_tier_decides_nothing() -> None:
    full = lines(with_demand(demand_rule()), 4, mini_move_package_id=PACKAGES["full"])
    assert [line.amount_cents for line in full] == [24_900]
