"""Nobody is texted between nine in the evening and eight in the morning in New York."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from notifications.domain.quiet_hours import allowed_from


@pytest.mark.parametrize(
    ("instant", "allowed"),
    [
        (datetime(2027, 7, 2, 12, 0, tzinfo=UTC), datetime(2027, 7, 2, 12, 0, tzinfo=UTC)),
        (datetime(2027, 7, 2, 11, 59, tzinfo=UTC), datetime(2027, 7, 2, 12, 0, tzinfo=UTC)),
        (datetime(2027, 7, 3, 0, 59, tzinfo=UTC), datetime(2027, 7, 3, 0, 59, tzinfo=UTC)),
        (datetime(2027, 7, 3, 1, 0, tzinfo=UTC), datetime(2027, 7, 3, 12, 0, tzinfo=UTC)),
        (datetime(2027, 7, 3, 4, 30, tzinfo=UTC), datetime(2027, 7, 3, 12, 0, tzinfo=UTC)),
        # In the night to March 14 the clocks go forward, in the night to November 7 they go back.
        (datetime(2027, 3, 14, 3, 0, tzinfo=UTC), datetime(2027, 3, 14, 12, 0, tzinfo=UTC)),
        (datetime(2027, 3, 14, 12, 0, tzinfo=UTC), datetime(2027, 3, 14, 12, 0, tzinfo=UTC)),
        (datetime(2027, 11, 7, 2, 0, tzinfo=UTC), datetime(2027, 11, 7, 13, 0, tzinfo=UTC)),
        (datetime(2027, 11, 7, 12, 59, tzinfo=UTC), datetime(2027, 11, 7, 13, 0, tzinfo=UTC)),
    ],
)
def test_a_text_waits_until_the_morning(instant: datetime, allowed: datetime) -> None:
    assert allowed_from(instant) == allowed
