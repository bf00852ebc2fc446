"""Business dates are New York's, and operators' instants are never guessed."""

from __future__ import annotations

from argparse import ArgumentTypeError
from datetime import UTC, date, datetime

import pytest
from chassis.clock import instant_of, new_york_date


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        ("2027-06-03T03:30:00+00:00", date(2027, 6, 2)),
        ("2027-06-03T04:30:00+00:00", date(2027, 6, 3)),
        ("2027-03-14T06:59:59+00:00", date(2027, 3, 14)),
        ("2027-11-07T04:30:00+00:00", date(2027, 11, 7)),
        ("2027-12-31T23:59:00-05:00", date(2027, 12, 31)),
    ],
    ids=["23:30 in New York", "00:30 in New York", "spring forward", "fall back", "new year's eve"],
)
def test_a_date_is_new_yorks(instant: str, day: date) -> None:
    assert new_york_date(datetime.fromisoformat(instant)) == day


def test_an_instant_needs_its_offset() -> None:
    assert instant_of("2027-06-02T10:00:00-04:00") == datetime(2027, 6, 2, 14, tzinfo=UTC)
    for text in ("yesterday", "2027-06-02", "2027-06-02T10:00:00"):
        with pytest.raises(ArgumentTypeError, match="must be an instant with its offset"):
            instant_of(text)
