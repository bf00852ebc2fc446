"""Counts for rate limits in this process's memory: the sliding window of the `limits` library, without its tasks."""

from __future__ import annotations

import time
from collections.abc import Hashable
from dataclasses import dataclass
from math import ceil, inf

from limits import RateLimitItem

SWEEP_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Count:
    """How it stands after one request."""

    is_within: bool
    remaining: int
    resets_in_seconds: int
    """At least 1: when there will be room again."""


class MemoryCounts:
    """Counts as the library's own storage and strategy do, which start a task with every hit to forget what is over.

    That would cost more than all the rest of a request. Nothing here waits, so no hit comes between another's look and
    its count.
    """

    def __init__(self) -> None:
        self._counts: dict[tuple[Hashable, int], int] = {}
        self._swept_at = time.time()
        self._longest_seconds = 0

    def count(self, item: RateLimitItem, *keys: str) -> Count:
        """Counts one request under `keys`, unless that would be one too many.

        The window before counts by how much of it the sliding one still covers.
        """
        now, seconds = time.time(), item.get_expiry()
        key = (item.amount, seconds, keys)
        window, gone = divmod(now, seconds)
        current, left = (key, int(window) * seconds), seconds - gone
        before, here = self._counts.get((key, current[1] - seconds), 0), self._counts.get(current, 0)
        weighted = before * left / seconds
        is_within = int(weighted + here) < item.amount
        if is_within:
            here += 1
            self._counts[current] = here
            self._forget_what_is_over(now, seconds)
        resets_in = min(left % (seconds / before) if before else inf, left if here else inf, seconds)
        return Count(is_within, max(0, item.amount - int(weighted + here)), max(1, ceil(resets_in)))

    def __len__(self) -> int:
        """How many counts are kept."""
        return len(self._counts)

    def _forget_what_is_over(self, now: float, seconds: int) -> None:
        self._longest_seconds = max(self._longest_seconds, seconds)
        if now - self._swept_at < SWEEP_SECONDS:
            return
        self._swept_at = now
        over = now - 2 * self._longest_seconds
        self._counts = {place: count for place, count in self._counts.items() if place[1] > over}
