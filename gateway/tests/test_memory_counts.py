"""Counting in memory: the same answers as the library's own storage, and nothing that outlives its window."""

import math
import random
import time

import pytest
from gateway.memory_counts import SWEEP_SECONDS, MemoryCounts
from limits import RateLimitItemPerHour, RateLimitItemPerMinute
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


async def test_it_decides_as_the_librarys_own_strategy_does(watch: Watch) -> None:
    ours, theirs = MemoryCounts(), SlidingWindowCounterRateLimiter(MemoryStorage())
    chance = random.Random(7)
    for _ in range(2_000):
        watch.now += chance.choice([0.1, 1, 7, 31, 130])
        client = chance.choice("ab")
        mine, is_within = ours.count(LIMIT, client), await theirs.hit(LIMIT, client)
        stats = await theirs.get_window_stats(LIMIT, client)
        assert (mine.is_within, mine.remaining) == (is_within, stats.remaining)
        assert mine.resets_in_seconds == pytest.approx(max(1, math.ceil(stats.reset_time - watch.now)), abs=1)


def test_what_is_over_is_forgotten(watch: Watch) -> None:
    counts = MemoryCounts()
    for client in range(100):
        counts.count(LIMIT, str(client))
    watch.now += 3 * SWEEP_SECONDS
    counts.count(LIMIT, "another")
    assert len(counts) == 1


def test_an_hour_is_not_forgotten_with_a_minute(watch: Watch) -> None:
    counts, hourly = MemoryCounts(), RateLimitItemPerHour(2)
    counts.count(hourly, "client")
    watch.now += 20 * SWEEP_SECONDS
    counts.count(LIMIT, "client")
    assert counts.count(hourly, "client").remaining == 0
    assert not counts.count(hourly, "client").is_within
