"""From when a published version holds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from chassis.clock import NEW_YORK
from chassis.refusal import Invalid
from pricing.domain.effective import LONGEST_AHEAD, effective_from, next_midnight

NOON = datetime(2027, 6, 1, 16, tzinfo=UTC)


def in_new_york(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=NEW_YORK).astimezone(UTC)


@pytest.mark.parametrize(
    ("now", "midnight"),
    [
        ("2027-06-01T12:00", "2027-06-02T04:00"),
        ("2027-06-01T23:59:59", "2027-06-02T04:00"),
        ("2027-06-02T00:00", "2027-06-03T04:00"),
        ("2027-01-15T20:30", "2027-01-16T05:00"),
        ("2027-03-13T19:00", "2027-03-14T05:00"),
        ("2027-03-14T03:30", "2027-03-15T04:00"),
        ("2027-11-06T23:30", "2027-11-07T04:00"),
        ("2027-11-07T00:30", "2027-11-08T05:00"),
        ("2027-12-31T19:00", "2028-01-01T05:00"),
    ],
)
def test_the_next_midnight_is_new_yorks_through_both_changes_of_the_clock(now: str, midnight: str) -> None:
    found = next_midnight(in_new_york(now))
    assert found == datetime.fromisoformat(midnight).replace(tzinfo=UTC)
    assert found.tzinfo is UTC
    assert found.astimezone(NEW_YORK).time().isoformat() == "00:00:00"


def test_a_version_holds_from_the_next_midnight_unless_asked_otherwise() -> None:
    assert effective_from(None, NOON, is_immediate=False) == next_midnight(NOON)
    assert effective_from(None, NOON, is_immediate=True) == NOON


@pytest.mark.parametrize("ahead", [timedelta(0), timedelta(seconds=1), LONGEST_AHEAD])
def test_a_version_can_be_scheduled_a_year_ahead(ahead: timedelta) -> None:
    assert effective_from(NOON + ahead, NOON, is_immediate=False) == NOON + ahead


@pytest.mark.parametrize(
    ("ahead", "is_immediate", "slug"),
    [
        (timedelta(microseconds=-1), False, "effective_in_the_past"),
        (LONGEST_AHEAD + timedelta(microseconds=1), False, "effective_too_late"),
        (timedelta(hours=1), True, "effective_twice"),
    ],
)
def test_a_wrong_instant_is_refused(ahead: timedelta, is_immediate: bool, slug: str) -> None:
    with pytest.raises(Invalid) as refused:
        effective_from(NOON + ahead, NOON, is_immediate=is_immediate)
    assert (refused.value.slug, refused.value.faults[0].field) == (slug, "effective_at")
