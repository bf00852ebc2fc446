"""What a booking still needs to know of its customer, by its state and its day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from booking.domain.erasure import erasure_table, must_wait
from booking.domain.lifecycle import Status
from booking.domain.visibility import Proof, sees_everything

DAY = date(2027, 6, 2)
OVER = [Status.COMPLETED, Status.CANCELLED, Status.EXPIRED]
ALIVE = [status for status in Status if status not in OVER]


@pytest.mark.parametrize("status", OVER)
def test_what_is_over_is_erased_at_once(status: Status) -> None:
    assert not must_wait(status, DAY, DAY - timedelta(days=300))


@pytest.mark.parametrize("status", ALIVE)
def test_a_move_keeps_what_the_crew_needs_until_a_fortnight_after_its_day(status: Status) -> None:
    assert must_wait(status, DAY, DAY + timedelta(days=13))
    assert not must_wait(status, DAY, DAY + timedelta(days=14))


def test_an_erased_booking_is_nobodys_and_opens_to_nobody() -> None:
    now = datetime(2027, 6, 1, 14, tzinfo=UTC)
    assert not sees_everything(Proof("", ""), email="", guest_session="", created_at=now, now=now)


def test_the_readme_shows_the_process_as_it_is() -> None:
    assert erasure_table() in (Path(__file__).parents[2] / "README.md").read_text()
