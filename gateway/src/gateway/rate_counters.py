"""Where requests are counted: in this process, or in a Redis or Valkey that all replicas share."""

from __future__ import annotations

import asyncio
import math
import time

import structlog
from limits import RateLimitItem
from limits.aio.storage import RedisStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from limits.errors import StorageError
from prometheus_client import Gauge

from gateway.memory_counts import Count, MemoryCounts

SHARED_SECONDS = 0.25
"""How long a count in the shared storage may take; a request is not held up longer."""
AWAY_SECONDS = 5.0
"""How long the shared storage is left alone once it did not answer."""

SHARED_AWAY = Gauge("totetaxi_rate_limits_shared_away", "1 while the shared rate limits are away and counted here")

logger = structlog.get_logger()


class RateCounters:
    """Counts in a sliding window. A shared storage that is away refuses nobody: its replicas then count alone."""

    def __init__(self, shared_url: str) -> None:
        self._own = MemoryCounts()
        self._shared = SlidingWindowCounterRateLimiter(shared_storage(shared_url)) if shared_url else None
        self._away_until = float("-inf")

    async def count(self, item: RateLimitItem, *keys: str) -> Count:
        """Counts one request under `keys`."""
        if self._shared is not None and time.monotonic() >= self._away_until:
            try:
                async with asyncio.timeout(SHARED_SECONDS):
                    counted = await count_with(self._shared, item, keys)
            except (StorageError, TimeoutError) as error:
                self._away_until = time.monotonic() + AWAY_SECONDS
                SHARED_AWAY.set(1)
                logger.warning("shared rate limits are away, counting here", error=repr(error.__cause__ or error))
            else:
                SHARED_AWAY.set(0)
                return counted
        return self._own.count(item, *keys)


def shared_storage(url: str) -> RedisStorage:
    """Redis or Valkey, spoken to by the same client; connects when it is first asked."""
    scheme, _, place = url.partition("://")
    secure = "s" if scheme in {"rediss", "valkeys"} else ""
    return RedisStorage(
        f"async+valkey{secure}://{place}",
        wrap_exceptions=True,
        key_prefix="totetaxi:limits",
        socket_timeout=SHARED_SECONDS,
        socket_connect_timeout=SHARED_SECONDS,
    )


async def count_with(limiter: SlidingWindowCounterRateLimiter, item: RateLimitItem, keys: tuple[str, ...]) -> Count:
    """One request, in a storage of the library's."""
    is_within = await limiter.hit(item, *keys)
    stats = await limiter.get_window_stats(item, *keys)
    return Count(is_within, stats.remaining, max(1, math.ceil(stats.reset_time - time.time())))
