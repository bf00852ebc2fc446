"""Over what time is compared, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

OVERLAP = timedelta(hours=1)
"""Comparisons overlap: what was in flight at the end of one is settled in the next."""
WHOLE_EVERY = timedelta(hours=24)


@dataclass(frozen=True)
class Window:
    """What is old enough to be settled, and not so old that it was looked at often."""

    after: datetime
    before: datetime
    is_whole: bool = True

    @classmethod
    def at(cls, now: datetime, hours: float, grace_seconds: float) -> Window:
        """The window that ends `grace_seconds` ago."""
        return cls(now - timedelta(hours=hours), now - timedelta(seconds=grace_seconds))

    def since(self, last_before: datetime | None, last_whole_at: datetime | None) -> Window:
        """The part that was not compared yet; all of it at first and once a day."""
        if last_before is None or last_whole_at is None or last_whole_at <= self.before - WHOLE_EVERY:
            return self
        return Window(max(self.after, last_before - OVERLAP), self.before, is_whole=False)


@dataclass(frozen=True)
class Report:
    """What one comparison, or a part of it, did."""

    compared: int = 0
    lost: int = 0
    repaired: int = 0
    raised: int = 0

    def __add__(self, other: Report) -> Report:
        """Both together."""
        return Report(
            self.compared + other.compared,
            self.lost + other.lost,
            self.repaired + other.repaired,
            self.raised + other.raised,
        )
