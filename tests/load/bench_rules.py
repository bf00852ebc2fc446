"""Fifty more date rules in the catalogue: what they add to a preview."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, timedelta
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from measuring import Finding, Side, ratio
from pricing_side import first_catalog, previews, replica_with
from stage import Stage

MORE = 50
REQUESTS = 60_000
TARGET = 1.10
HOLIDAYS = ("Thanksgiving Day", "Christmas Day", "New Year's Day", "Columbus Day", "Veterans Day")


async def bench(stage: Stage) -> AsyncIterator[Finding]:
    """Two replicas that differ in nothing else, at 16 in flight."""
    content = first_catalog()
    more = content | {"surcharge_rules": [*content["surcharge_rules"], *(rule(number) for number in range(MORE))]}
    few = await replica_with(stage, "bench_few_rules", content)
    many = await replica_with(stage, "bench_many_rules", more)
    requests = await previews(stage, few, REQUESTS)
    sides = [
        Side("as it is", stage.asking(few.PreviewPrice), requests),
        Side("with 50 rules more", stage.asking(many.PreviewPrice), requests),
    ]
    found, words = await ratio(*sides, in_flight=16)
    yield Finding("time of a preview, 50 rules more / as it is", found, TARGET, is_ceiling=True, detail=words)


def rule(number: int) -> dict[str, Any]:
    """A peak date of one of the kinds that staff write: a holiday, a day of every year, a range of days."""
    day = date(2027, 1, 1) + timedelta(days=7 * number)
    kinds: list[dict[str, Any]] = [
        {"holiday": HOLIDAYS[number % len(HOLIDAYS)]},
        {"yearly": day.strftime("%m-%d")},
        {"dates": [day.isoformat(), (day + timedelta(days=2)).isoformat()]},
    ]
    return {
        "id": str(uuid5(NAMESPACE_OID, str(number))),
        "name": f"Busy {number}",
        "surcharge_type": "peak_date",
        "description": "A busy day adds a little.",
        "basis_points": 0,
        "fixed_amount_cents": 1_000 + number,
        "service_types": ["mini_move", "standard_delivery"],
        **kinds[number % len(kinds)],
    }
