"""Reminders by New York's clocks, around both changes of them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from chassis.clock import NEW_YORK
from notifications.domain.pickup_day import pickup_begins, reminder_time


@pytest.mark.parametrize(
    ("pickup_date", "reminded_at"),
    [
        (date(2027, 3, 13), datetime(2027, 3, 12, 15, tzinfo=UTC)),
        (date(2027, 3, 14), datetime(2027, 3, 13, 15, tzinfo=UTC)),  # the night between loses an hour
        (date(2027, 3, 15), datetime(2027, 3, 14, 14, tzinfo=UTC)),  # the morning after
        (date(2027, 7, 2), datetime(2027, 7, 1, 14, tzinfo=UTC)),
        (date(2027, 11, 6), datetime(2027, 11, 5, 14, tzinfo=UTC)),
        (date(2027, 11, 7), datetime(2027, 11, 6, 14, tzinfo=UTC)),  # the night between has an hour more
        (date(2027, 11, 8), datetime(2027, 11, 7, 15, tzinfo=UTC)),
        (date(2028, 1, 1), datetime(2027, 12, 31, 15, tzinfo=UTC)),
        (date(2028, 3, 1), datetime(2028, 2, 29, 15, tzinfo=UTC)),
    ],
)
def test_a_reminder_is_due_at_ten_in_the_morning_of_the_day_before(pickup_date: date, reminded_at: datetime) -> None:
    assert reminder_time(pickup_date) == reminded_at
    assert reminder_time(pickup_date).astimezone(NEW_YORK).hour == 10


@pytest.mark.parametrize(
    ("pickup_date", "window", "begins"),
    [
        (date(2027, 3, 14), "morning", datetime(2027, 3, 14, 12, tzinfo=UTC)),
        (date(2027, 3, 13), "morning", datetime(2027, 3, 13, 13, tzinfo=UTC)),
        (date(2027, 11, 7), "afternoon", datetime(2027, 11, 7, 17, tzinfo=UTC)),
        (date(2027, 11, 6), "evening", datetime(2027, 11, 6, 20, tzinfo=UTC)),
    ],
)
def test_a_window_begins_by_the_clocks_of_its_own_day(pickup_date: date, window: str, begins: datetime) -> None:
    assert pickup_begins(pickup_date, window) == begins
