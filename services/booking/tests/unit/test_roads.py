"""Drives without a map: as long as people who drive them say, and never nonsense."""

from __future__ import annotations

import pytest
from booking.domain.roads import Roads, road_miles, straight_miles
from booking.routing.places import places_of
from booking.settings import BookingSettings
from hypothesis import given
from hypothesis import strategies as any_of

MANHATTAN, UPTOWN, BROOKLYN, EAST_HAMPTON, MONTAUK = "10001", "10128", "11201", "11937", "11954"
JFK, NEWARK, GREENWICH, DEPOT = "11430", "07114", "06830", "11101"
ZIP_CODES = (MANHATTAN, UPTOWN, BROOKLYN, EAST_HAMPTON, MONTAUK, JFK, NEWARK, GREENWICH, DEPOT)
ROADS = Roads(places_of(ZIP_CODES))


@pytest.mark.parametrize(
    ("start", "end", "shortest", "longest"),
    [
        (MANHATTAN, EAST_HAMPTON, 150, 180),
        (MANHATTAN, MONTAUK, 165, 210),
        (MANHATTAN, UPTOWN, 20, 40),
        (MANHATTAN, BROOKLYN, 20, 40),
        (MANHATTAN, JFK, 40, 70),
        (MANHATTAN, NEWARK, 30, 60),
        (MANHATTAN, GREENWICH, 50, 80),
        (EAST_HAMPTON, MONTAUK, 20, 40),
        (MANHATTAN, MANHATTAN, 3, 10),
    ],
)
def test_a_drive_takes_the_minutes_that_it_takes_on_an_ordinary_day(
    start: str, end: str, shortest: int, longest: int
) -> None:
    assert shortest <= ROADS.drive(start, end).seconds / 60 <= longest


@given(any_of.sampled_from(ZIP_CODES), any_of.sampled_from(ZIP_CODES))
def test_there_is_as_long_as_back_and_no_two_doors_are_one(start: str, end: str) -> None:
    there = ROADS.drive(start, end)
    assert there == ROADS.drive(end, start)
    assert there.seconds > 0
    assert there.meters > 1_000


@given(any_of.floats(0, 300), any_of.floats(0, 300))
def test_what_lies_farther_is_driven_longer_and_never_less_than_straight(one: float, other: float) -> None:
    assert road_miles(one) >= one
    assert (road_miles(one) <= road_miles(other)) or one > other


def test_the_great_circle_is_as_surveyors_say() -> None:
    assert straight_miles(ROADS.places[MANHATTAN], ROADS.places[EAST_HAMPTON]) == pytest.approx(96.6, abs=1)


def test_a_zip_code_that_nobody_knows_has_no_place_and_the_warehouse_has_one() -> None:
    depot = BookingSettings.model_fields["depot_zip_code"].default
    assert set(places_of(["99998", depot])) == {depot}
