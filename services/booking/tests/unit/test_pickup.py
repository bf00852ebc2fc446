"""Pickup dates and windows are judged by New York's clock, wherever the server stands."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta

import pytest
from booking.domain.pickup import PickupWindow, is_bookable, must_be_bookable, parsed_date, window_ends
from chassis.clock import NEW_YORK
from chassis.refusal import Invalid

MORNING, AFTERNOON, EVENING = PickupWindow

DAYLIGHT_BEGINS = date(2027, 3, 14)
DAYLIGHT_ENDS = date(2027, 11, 7)


def at(text: str) -> datetime:
    """An instant by New York's clock, as the server has it."""
    return datetime.fromisoformat(text).replace(tzinfo=NEW_YORK).astimezone(UTC)


def refusal_of(day: date, window: PickupWindow, now: datetime) -> str:
    with pytest.raises(Invalid) as refused:
        must_be_bookable(day, window, now)
    return refused.value.slug


@pytest.mark.parametrize("hour", ["00:30", "19:00", "20:30", "23:30"])
@pytest.mark.parametrize("today", ["2027-06-02", "2027-03-14", "2027-11-07", "2026-12-31"])
def test_today_is_new_yorks_today_at_every_hour(today: str, hour: str) -> None:
    now = at(f"{today}T{hour}")
    must_be_bookable(date.fromisoformat(today) + timedelta(days=1), MORNING, now)
    assert refusal_of(date.fromisoformat(today) - timedelta(days=1), EVENING, now) == "pickup_in_the_past"


@pytest.mark.parametrize("hour", ["19:00", "20:30", "23:30"])
def test_late_in_the_evening_today_is_not_past_but_its_windows_are_over(hour: str) -> None:
    assert refusal_of(date(2027, 6, 2), EVENING, at(f"2027-06-02T{hour}")) == "pickup_window_over"


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "Pacific/Kiritimati", "Pacific/Honolulu"])
def test_the_servers_own_time_zone_does_not_matter(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setenv("TZ", zone)
        time.tzset()
        must_be_bookable(date(2027, 6, 2), EVENING, at("2027-06-02T18:59"))
        assert refusal_of(date(2027, 6, 1), EVENING, at("2027-06-02T00:30")) == "pickup_in_the_past"
    time.tzset()


def test_just_after_midnight_the_whole_day_can_be_booked() -> None:
    must_be_bookable(date(2027, 6, 2), MORNING, at("2027-06-02T00:30"))


def test_a_window_can_be_booked_until_its_last_minute() -> None:
    must_be_bookable(date(2027, 6, 2), MORNING, at("2027-06-02T10:59:59"))
    assert refusal_of(date(2027, 6, 2), MORNING, at("2027-06-02T11:00")) == "pickup_window_over"
    must_be_bookable(date(2027, 6, 2), AFTERNOON, at("2027-06-02T11:00"))


@pytest.mark.parametrize(("day", "hour_in_utc"), [(DAYLIGHT_BEGINS, 15), (DAYLIGHT_ENDS, 16)])
def test_windows_end_by_the_clock_on_the_wall_on_both_days_it_changes(day: date, hour_in_utc: int) -> None:
    assert window_ends(day, MORNING).astimezone(UTC).hour == hour_in_utc


def test_the_366th_day_ahead_is_the_last_one() -> None:
    now = at("2027-06-02T09:00")
    must_be_bookable(date(2027, 6, 2) + timedelta(days=366), MORNING, now)
    assert refusal_of(date(2027, 6, 2) + timedelta(days=367), MORNING, now) == "pickup_too_far_ahead"


@pytest.mark.parametrize("day", [date(2027, 6, 1), date(2027, 6, 2), date(2027, 6, 3), date(2028, 7, 1)])
@pytest.mark.parametrize("window", PickupWindow)
def test_the_calendar_and_the_refusal_agree(day: date, window: PickupWindow) -> None:
    now = at("2027-06-02T12:00")
    try:
        must_be_bookable(day, window, now)
    except Invalid:
        assert not is_bookable(day, window, now)
    else:
        assert is_bookable(day, window, now)


@pytest.mark.parametrize("text", ["2027-02-29", "2027-13-01", "0000-01-01", "tomorrow"])
def test_a_date_that_does_not_exist_is_refused_by_name(text: str) -> None:
    with pytest.raises(Invalid) as refused:
        parsed_date(text, "pickup_date")
    assert refused.value.faults[0].field == "pickup_date"
