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
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import Any

ROUNDS = 50
ROUND_SECONDS = 0.2
WARM_UP_SECONDS = 1.0

Ask = Callable[[Any], Awaitable[Any]]


class Side:
    """One of the two that are compared: how it is asked, and what, one after the other."""

    def __init__(self, name: str, ask: Ask, requests: Sequence[Any], answers_each: int = 1) -> None:
        self.name = name
        self.ask = ask
        self.answers_each = answers_each
        """How many answers one call brings."""
        self.requests: Iterator[Any] = cycle(requests)


@dataclass(frozen=True)
class Finding:
    """What a benchmark found."""

    name: str
    value: float
    target: float
    is_ceiling: bool = False
    """Whether the value must stay below the target."""
    detail: str = ""

    @property
    def holds(self) -> bool:
        """Whether the target is met."""
        return self.value <= self.target if self.is_ceiling else self.value >= self.target


async def answers_per_second(side: Side, in_flight: int, seconds: float = ROUND_SECONDS) -> float:
    """How many answers a second `side` gives when it is always asked `in_flight` questions at once."""
    ending = time.perf_counter() + seconds
    calls = 0

    async def keep_asking() -> None:
        nonlocal calls
        while time.perf_counter() < ending:
            await side.ask(next(side.requests))
            calls += 1

    began = time.perf_counter()
    await asyncio.gather(*(keep_asking() for _ in range(in_flight)))
    return calls * side.answers_each / (time.perf_counter() - began)


async def ratio(one: Side, other: Side, in_flight: int = 1, rounds: int = ROUNDS) -> tuple[float, str]:
    """The median of `one`'s rate over `other`'s, measured by turns; and both rates with the spread, in words."""
    for side in (one, other):
        await answers_per_second(side, in_flight, WARM_UP_SECONDS)
    gc.collect()
    gc.freeze()  # the requests that wait to be sent are no garbage
    rates: list[tuple[float, float]] = []
    for number in range(rounds):
        turns = (one, other) if number % 2 else (other, one)
        found = {side.name: await answers_per_second(side, in_flight) for side in turns}
        rates.append((found[one.name], found[other.name]))
    ratios = [mine / others for mine, others in rates]
    return statistics.median(ratios), in_words(one, other, rates, ratios)


def in_words(one: Side, other: Side, rates: list[tuple[float, float]], ratios: list[float]) -> str:
    """Both rates and how far the ratios lie apart."""
    mine, others = (statistics.median(column) for column in zip(*rates, strict=True))
    low, _, high = statistics.quantiles(ratios, n=4)
    return f"{one.name} {mine:,.0f}/s, {other.name} {others:,.0f}/s; half of the ratios from {low:.2f} to {high:.2f}"


def say(text: str) -> None:
    """A line for whoever watches."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def say_finding(finding: Finding) -> None:
    """One finding beside its target."""
    sign = "<=" if finding.is_ceiling else ">="
    verdict = "holds" if finding.holds else "FALLS SHORT"
    say(f"  {finding.name:<52} {finding.value:8.2f}   {sign} {finding.target:<5g} {verdict}")
    if finding.detail:
        say(f"      {finding.detail}")
