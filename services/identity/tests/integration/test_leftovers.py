"""What is over is erased, and what is not stays."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from chassis.refusal import UnknownCaller
from identity.actions.erase_leftovers import erase_leftovers
from identity_stage import Stage

LATER = timedelta(days=200)
COUNTS = (
    "SELECT (SELECT count(*) FROM session), (SELECT count(*) FROM mailed_link), (SELECT count(*) FROM sign_in_failure)"
)


async def test_sessions_links_and_failures_are_erased_long_after_their_end(stage: Stage) -> None:
    await stage.register()
    with pytest.raises(UnknownCaller):
        await stage.sign_in_staff("nobody")
    now = datetime.now(UTC)
    assert await erase_leftovers(stage.database, now) == 0
    assert await stage.asked(COUNTS) == [(1, 1, 1)]
    assert await erase_leftovers(stage.database, now + LATER) == 3
    assert await stage.asked(COUNTS) == [(0, 0, 0)]
