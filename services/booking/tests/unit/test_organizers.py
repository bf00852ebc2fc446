"""How many organizers a booking needs, and the days that its refusal names."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from booking.domain.availability import Calendar, Places, Usual
from booking.domain.organizers import no_organizers, organizers_needed
from booking.domain.pickup import PickupWindow

NOW = datetime(2027, 6, 1, 14, tzinfo=UTC)
WEDNESDAY = date(2027, 6, 2)
USUAL = Usual(places=4, organizers=6)
NONE_LEFT, FULL = Places(6, 6), Places(4, 4)


@pytest.mark.parametrize(("teams", "needed"), [([], 0), ([2], 2), ([2, 2], 4), ([4, 4], 8)])
def test_each_organizing_service_brings_a_team_of_its_own(teams: list[int], needed: int) -> None:
    assert organizers_needed(teams) == needed


def test_only_days_with_enough_organizers_and_a_free_window_are_named() -> None:
    short, booked_up, enough = (WEDNESDAY + timedelta(days=number) for number in (1, 2, 3))
    calendar = Calendar(
        {(booked_up, PickupWindow.MORNING): FULL},
        {WEDNESDAY: NONE_LEFT, short: Places(3, 6), enough: Places(2, 6)},
    )
    refusal = no_organizers(calendar, WEDNESDAY, PickupWindow.MORNING, 4, USUAL, NOW)
    assert refusal.message == (
        "June 2, 2027 is short of organizers for packing and unpacking: you need 4 and none are left; "
        "the next days with enough are June 5, 2027; June 6, 2027; June 7, 2027."
    )


def test_a_need_that_no_day_can_meet_is_said_to_be_one() -> None:
    refusal = no_organizers(Calendar(), WEDNESDAY, PickupWindow.MORNING, 8, USUAL, NOW)
    assert refusal.message.endswith("you need 8 and 6 are left; none of the 60 days after it has enough.")
