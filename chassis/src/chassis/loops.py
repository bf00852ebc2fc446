"""Loops: what time triggers. They outlive every failure and show when they last did their work."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import structlog

from chassis.metrics import LOOP_FAILURES, LOOP_LAST_SUCCESS

FIRST_RETRY_SECONDS = 0.5
LONGEST_RETRY_SECONDS = 15.0

logger = structlog.get_logger()


@dataclass(frozen=True)
class Loop:
    """One step, done again and again; a step that returns a number above zero is repeated at once."""

    name: str
    every_seconds: float
    step: Callable[[], Awaitable[int | None]]
    wake: asyncio.Event | None = None


async def run_loop(loop: Loop, stopping: asyncio.Event) -> None:
    """Runs `loop` until `stopping`; a failed step is logged, counted and tried again with growing pauses."""
    failures = 0
    while not stopping.is_set():
        try:
            more = await loop.step()
        except Exception as error:
            failures += 1
            LOOP_FAILURES.labels(loop.name).inc()
            logger.warning(
                "loop step failed", loop=loop.name, failures=failures, error=repr(error), exc_info=failures == 1
            )
            await pause(backoff(failures), stopping)
            continue
        failures = 0
        LOOP_LAST_SUCCESS.labels(loop.name).set_to_current_time()
        if not more:
            await pause(loop.every_seconds, stopping, loop.wake)


def backoff(failures: int) -> float:
    """Seconds before try number `failures` + 1: doubling, with jitter, at most 15."""
    longest: float = min(FIRST_RETRY_SECONDS * 2 ** min(failures - 1, 10), LONGEST_RETRY_SECONDS)
    return longest * random.uniform(0.5, 1.0)  # noqa: S311 - jitter is no secret


async def pause(seconds: float, *events: asyncio.Event | None) -> None:
    """Waits `seconds`, or less when one of `events` is set; a wake event is cleared for the next time."""
    waiting = [asyncio.create_task(event.wait()) for event in events if event is not None]
    try:
        await asyncio.wait(waiting, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in waiting:
            task.cancel()
    for event in events[1:]:
        if event is not None:
            event.clear()
