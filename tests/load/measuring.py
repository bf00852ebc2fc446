"""How benchmarks measure: two sides by turns in short rounds, and the median of the ratios of neighbours.

The machine may be shared and noisy: what disturbs one round disturbs its neighbour too, so ratios are worth
something where seconds are not.
"""

from __future__ import annotations

import asyncio
import gc
import statistics
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from typing import Any

ROUNDS = 21
ROUND_SECONDS = 0.5
WARM_UP_SECONDS = 2.0

Ask = Callable[[Any], Awaitable[Any]]


@dataclass(frozen=True)
class Side:
    """One of the two that are compared: how it is asked, and what, over and over again."""

    name: str
    ask: Ask
    requests: Sequence[Any]
    answers_each: int = 1
    """How many answers one call brings."""


@dataclass(frozen=True)
class Finding:
    """What a benchmark found."""

    name: str
    value: float
    target: float
    is_ceiling: bool = False
    detail: str = ""

    @property
    def holds(self) -> bool:
        """Whether the target is met."""
        return self.value <= self.target if self.is_ceiling else self.value >= self.target


async def answers_per_second(side: Side, in_flight: int, seconds: float = ROUND_SECONDS) -> float:
    """How many answers a second `side` gives when it is always asked `in_flight` questions at once."""
    requests = cycle(side.requests)
    ending = time.perf_counter() + seconds
    calls = 0

    async def keep_asking() -> None:
        nonlocal calls
        while time.perf_counter() < ending:
            await side.ask(next(requests))
            calls += 1

    began = time.perf_counter()
    await asyncio.gather(*(keep_asking() for _ in range(in_flight)))
    return calls * side.answers_each / (time.perf_counter() - began)


async def ratio(one: Side, other: Side, in_flight: int = 1, rounds: int = ROUNDS) -> tuple[float, str]:
    """The median of `one`'s rate over `other`'s, measured by turns; and both medians with the spread, in words."""
    for side in (one, other):
        await answers_per_second(side, in_flight, WARM_UP_SECONDS)
    rates: list[tuple[float, float]] = []
    for number in range(rounds):
        gc.collect()
        first, second = (one, other) if number % 2 else (other, one)
        found = {side.name: await answers_per_second(side, in_flight) for side in (first, second)}
        rates.append((found[one.name], found[other.name]))
    ratios = [mine / others for mine, others in rates]
    return statistics.median(ratios), in_words(one, other, rates, ratios)


def in_words(one: Side, other: Side, rates: list[tuple[float, float]], ratios: list[float]) -> str:
    """Both rates and how far the ratios lie apart."""
    mine, others = (statistics.median(column) for column in zip(*rates, strict=True))
    low, *_, high = statistics.quantiles(ratios, n=4)
    return f"{one.name} {mine:,.0f}/s, {other.name} {others:,.0f}/s, middle half {low:.2f} to {high:.2f}"


def spread(requests: Sequence[Any], size: int) -> list[list[Any]]:
    """The requests in groups of `size`, the last one filled up from the beginning."""
    endless = cycle(requests)
    return [list(islice(endless, size)) for _ in range(-(-len(requests) // size))]


def say(text: str) -> None:
    """A line for whoever watches."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def say_finding(finding: Finding) -> None:
    """One finding beside its target."""
    sign = "<=" if finding.is_ceiling else ">="
    verdict = "holds" if finding.holds else "FALLS SHORT"
    say(f"  {finding.name:<58} {finding.value:8.2f}   {sign} {finding.target:g}  {verdict}")
    if finding.detail:
        say(f"      {finding.detail}")
