"""What each service costs, where the worked cases do not look."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from chassis.refusal import Invalid
from first_catalog import ITEMS, PACKAGES, SATURDAY, TUESDAY, priced
from pricing.domain.line import Price

SPRING_FORWARD = "2027-03-14"
FALL_BACK = "2027-11-07"


def same_day(hour: str, day: str = "2027-04-13", pickup: str | None = None) -> Price:
    """A same-day delivery asked for at an hour of New York's day."""
    offset = "-05:00" if day == FALL_BACK else "-04:00"
    now = datetime.fromisoformat(f"{day}T{hour}{offset}").astimezone(UTC)
    return priced("standard_delivery", date.fromisoformat(pickup or day), now, is_same_day_delivery=True)


@pytest.mark.parametrize("hour", ["00:00:00", "10:59:59"])
@pytest.mark.parametrize("day", ["2027-04-13", "2027-04-17", "2027-07-04", SPRING_FORWARD, FALL_BACK])
def test_same_day_costs_the_flat_rate_and_no_date_surcharge(day: str, hour: str) -> None:
    if day != SPRING_FORWARD or hour != "00:00:00":
        assert [line.amount_cents for line in same_day(hour, day).lines] == [36_000]


@pytest.mark.parametrize("hour", ["11:00:00", "11:00:01", "23:59:59"])
def test_same_day_ends_at_eleven(hour: str) -> None:
    with pytest.raises(Invalid, match="before 11:00 New York time") as refused:
        same_day(hour)
    assert (refused.value.slug, refused.value.faults[0].field) == ("same_day_cutoff", "is_same_day_delivery")


def test_same_day_is_for_today() -> None:
    with pytest.raises(Invalid, match="for today, 2027-04-13, only") as refused:
        same_day("09:00:00", pickup="2027-04-14")
    assert refused.value.slug == "same_day_other_date"


@pytest.mark.parametrize("count", [1, 3, 200])
def test_same_day_costs_the_same_for_any_count(count: int) -> None:
    morning = datetime(2027, 4, 13, 13, tzinfo=UTC)
    found = priced("standard_delivery", now=morning, is_same_day_delivery=True, standard_delivery_item_count=count)
    assert found.total_cents == 36_000


@pytest.mark.parametrize(("tier", "cents"), [("petite", 5_000), ("standard", 0), ("full", 0)])
def test_insurance_is_included_in_the_larger_packages(tier: str, cents: int) -> None:
    found = priced("mini_move", mini_move_package_id=PACKAGES[tier], coi_required=True)
    assert found.sum_of("coi") == cents


@pytest.mark.parametrize("service_type", ["standard_delivery", "specialty_item", "blade_luggage"])
def test_insurance_can_be_had_with_every_other_service(service_type: str) -> None:
    assert priced(service_type, coi_required=True).sum_of("coi") == 5_000


def test_the_same_item_twice_is_one_line_of_two() -> None:
    found = priced("specialty_item", specialty_item_ids=(ITEMS["peloton"], ITEMS["crib"], ITEMS["peloton"]))
    assert [(line.code, line.quantity, line.amount_cents) for line in found.lines] == [
        ("crib", 1, 35_000),
        ("peloton", 2, 100_000),
    ]


def test_an_expedited_pickup_is_its_own_line() -> None:
    found = priced("blade_luggage", SATURDAY, bag_count=4, airport="ewr", is_expedited=True)
    assert [(line.code, line.amount_cents) for line in found.lines] == [
        ("blade_luggage", 15_000),
        ("additional_bag", 15_000),
        ("expedited_pickup", 35_000),
    ]


@pytest.mark.parametrize(("months", "cents"), [(None, 15_000), (1, 15_000), (36, 540_000)])
def test_storage_costs_by_the_month(months: int | None, cents: int) -> None:
    assert priced("mini_storage", TUESDAY, months=months).total_cents == cents


def test_organizing_goes_by_the_tier_and_unpacking_is_its_own_line() -> None:
    found = priced("mini_move", mini_move_package_id=PACKAGES["full"], include_packing=True, include_unpacking=True)
    assert [(line.code, line.amount_cents) for line in found.lines if line.kind == "organizing"] == [
        ("full_packing", 507_000),
        ("full_unpacking", 452_500),
    ]
