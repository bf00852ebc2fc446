"""Counts for rate limits in this process's memory."""

from __future__ import annotations

import time

from limits.aio.storage import MemoryStorage

SWEEP_SECONDS = 60.0


class MemoryCounts(MemoryStorage):
    """The library's own storage, without the task that it starts with every hit to forget what is over.

    That task costs more than the count. Nothing here waits, so no hit can come between another's look and its count.
    """

    def __init__(self) -> None:
        super().__init__()
        self._sweep_at = time.time() + SWEEP_SECONDS

    async def acquire_sliding_window_entry(self, key: str, limit: int, expiry: int, amount: int = 1) -> bool:
        """Counts `amount` hits unless they would be too many; the window before counts by how much of it is left."""
        now = time.time()
        if now >= self._sweep_at:
            self._sweep(now)
        before, current = self.sliding_window_keys(key, expiry, now)
        weight = 1 - (now / expiry) % 1
        if int(self._count(before, now) * weight + self._count(current, now)) + amount > limit:
            return False
        self.expirations.setdefault(current, now + 2 * expiry)
        self.storage[current] += amount
        return True

    def _count(self, key: str, now: float) -> int:
        return self.storage[key] if self.expirations.get(key, 0) > now else 0

    def _sweep(self, now: float) -> None:
        self._sweep_at = now + SWEEP_SECONDS
        for key in [key for key, over_at in self.expirations.items() if over_at <= now]:
            del self.expirations[key]
            self.storage.pop(key, None)
