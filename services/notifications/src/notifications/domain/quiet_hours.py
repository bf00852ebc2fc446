"""When texts may be sent: by day in New York, for a text wakes people."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from chassis.clock import NEW_YORK

QUIET_FROM = time(21)
QUIET_UNTIL = time(8)


def allowed_from(instant: datetime) -> datetime:
    """`instant`, or the morning after it when it is in the night."""
    here = instant.astimezone(NEW_YORK)
    if QUIET_UNTIL <= here.time() < QUIET_FROM:
        return instant
    morning = here.date() if here.time() < QUIET_UNTIL else here.date() + timedelta(days=1)
    return datetime.combine(morning, QUIET_UNTIL, NEW_YORK)
