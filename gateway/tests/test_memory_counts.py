"""Counting in memory: the same answers as the library's own storage, and nothing that outlives its window."""

import random
import time

import pytest
from gateway.memory_counts import SWEEP_SECONDS, MemoryCounts
from limits import RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter

LIMIT = RateLimitItemPerMinute(5)
MONDAY = 1_800_000_000.0


class Watch:
    """A clock that is set by hand."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = MONDAY
        monkeypatch.setattr(time, "time", lambda: self.now)


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    return Watch(monkeypatch)


async def test_it_decides_as_the_librarys_own_storage_does(watch: Watch) -> None:
    ours, theirs = (SlidingWindowCounterRateLimiter(storage()) for storage in (MemoryCounts, MemoryStorage))
    chance = random.Random(7)
    for _ in range(2_000):
        watch.now += chance.choice([0.1, 1, 7, 31])
        client = chance.choice("ab")
        assert await ours.hit(LIMIT, client) == await theirs.hit(LIMIT, client)
        mine, others = await ours.get_window_stats(LIMIT, client), await theirs.get_window_stats(LIMIT, client)
        assert mine == pytest.approx(others)


async def test_what_is_over_is_forgotten(watch: Watch) -> None:
    counts = MemoryCounts()
    limiter = SlidingWindowCounterRateLimiter(counts)
    for client in range(100):
        await limiter.hit(LIMIT, str(client))
    watch.now += 3 * SWEEP_SECONDS
    await limiter.hit(LIMIT, "another")
    assert len(counts.storage) == len(counts.expirations) == 1


async def test_more_than_the_whole_limit_at_once_is_too_much(watch: Watch) -> None:
    limiter = SlidingWindowCounterRateLimiter(MemoryCounts())
    assert not await limiter.hit(LIMIT, "client", cost=6)
    assert await limiter.hit(LIMIT, "client", cost=5)
    assert not await limiter.hit(LIMIT, "client")
