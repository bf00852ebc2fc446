"""The calendar's arithmetic: ranges, free places, and the days named in refusals."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from booking.domain.availability import Calendar, Places, Usual, calendar_range, day_of, no_van_yet, sold_out
from booking.domain.pickup import PickupWindow
from chassis.clock import NEW_YORK
from chassis.refusal import Invalid

MORNING, AFTERNOON, EVENING = PickupWindow
NOW = datetime(2027, 6, 1, 14, tzinfo=UTC)
WEDNESDAY = date(2027, 6, 2)
FULL = Places(4, 4)
USUAL = Usual(places=4, organizers=6)
EMPTY = Calendar()


def test_the_calendar_is_61_days_from_new_yorks_today() -> None:
    late = datetime(2027, 6, 1, 23, 30, tzinfo=NEW_YORK).astimezone(UTC)
    days = calendar_range(None, None, late)
    assert (days[0], days[-1], len(days)) == (date(2027, 6, 1), date(2027, 7, 31), 61)


@pytest.mark.parametrize("start", [date(2027, 3, 1), date(2027, 10, 15)])
def test_no_day_is_lost_or_doubled_where_the_clock_changes(start: date) -> None:
    days = calendar_range(start, None, NOW)
    assert days == [start + timedelta(number) for number in range(61)]


@pytest.mark.parametrize(
    ("start", "end", "field"),
    [
        (date(1, 1, 1), date(9999, 12, 31), "start_date"),
        (date(9999, 12, 31), None, "start_date"),
        (WEDNESDAY, WEDNESDAY - timedelta(1), "end_date"),
        (WEDNESDAY, WEDNESDAY + timedelta(367), "end_date"),
    ],
)
def test_the_calendar_is_bounded(start: date, end: date | None, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        calendar_range(start, end, NOW)
    assert refused.value.faults[0].field == field


def test_a_day_nobody_has_booked_is_free_and_has_no_van() -> None:
    day = day_of(EMPTY, WEDNESDAY, USUAL, NOW)
    assert (day.is_available, day.used, day.maximum, day.has_van, day.is_weekend) == (True, 0, 12, False, False)


def test_a_day_is_available_while_one_window_has_a_place() -> None:
    full = {(WEDNESDAY, window): FULL for window in (MORNING, AFTERNOON)}
    assert day_of(Calendar(full), WEDNESDAY, USUAL, NOW).is_available
    assert not day_of(Calendar({**full, (WEDNESDAY, EVENING): FULL}), WEDNESDAY, USUAL, NOW).is_available


def test_today_is_unavailable_once_its_last_window_is_over() -> None:
    today = date(2027, 6, 1)
    assert day_of(EMPTY, today, USUAL, datetime(2027, 6, 1, 18, 59, tzinfo=NEW_YORK)).is_available
    assert not day_of(EMPTY, today, USUAL, datetime(2027, 6, 1, 19, tzinfo=NEW_YORK)).is_available


def test_a_sold_out_window_names_the_next_three_free_days() -> None:
    calendar = Calendar({(WEDNESDAY + timedelta(number), MORNING): FULL for number in (0, 1, 3)})
    refusal = sold_out(calendar, WEDNESDAY, MORNING, USUAL, NOW)
    assert refusal.slug == "sold_out"
    assert refusal.message == (
        "The morning of June 2, 2027 is sold out; the next free days are June 4, 2027; June 6, 2027; June 7, 2027."
    )


def test_specialty_items_are_sent_to_the_days_with_a_van() -> None:
    calendar = Calendar({(WEDNESDAY + timedelta(1), EVENING): Places(1, 4)}, vans={WEDNESDAY + timedelta(2)})
    refusal = no_van_yet(calendar, WEDNESDAY, USUAL, NOW)
    assert refusal.slug == "no_van_scheduled"
    assert refusal.message.endswith("The next days with one are June 4, 2027.")
