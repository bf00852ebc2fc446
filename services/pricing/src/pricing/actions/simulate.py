"""Simulating: pricing many requests twice without keeping anybody waiting."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from pricing.domain.catalog import Catalog
from pricing.domain.request import PriceRequest
from pricing.domain.simulation import Outcome, outcome_of

AT_ONCE = 20
"""Requests priced before the others get their turn: about a millisecond."""


async def simulate(current: Catalog, draft: Catalog, requests: Sequence[PriceRequest]) -> list[Outcome]:
    """Every request under both catalogues, in order."""
    outcomes: list[Outcome] = []
    for start in range(0, len(requests), AT_ONCE):
        outcomes += [outcome_of(current, draft, request) for request in requests[start : start + AT_ONCE]]
        await asyncio.sleep(0)
    return outcomes
