"""What time triggers: this replica's catalogue and demand stay current; what no booking confirmed is given back."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from chassis.clock import Clock
from chassis.database import Database
from chassis.loops import Loop
from chassis.wake import listen_for_events

from pricing.actions import release_unconfirmed
from pricing.demand import Demand
from pricing.settings import PricingSettings
from pricing.snapshot import Snapshot
from pricing.store.booked import BOOKED_CHANNEL
from pricing.store.versions import CATALOG_CHANNEL

LISTEN_AGAIN_SECONDS = 0.1
LOOK_FOR_RULES_SECONDS = 1.0
"""In memory; a connection is held only while a demand rule is in force."""

SWEEP_EVERY_SECONDS = 15.0


def loops(
    database: Database, snapshot: Snapshot, demand: Demand, settings: PricingSettings, clock: Clock
) -> Sequence[Loop]:
    """All of pricing's loops; each replica runs them, and the sweep claims its rows so that none is done twice."""

    async def sweep() -> int:
        return await release_unconfirmed(database, clock.now(), settings.redemption_minutes)

    return [
        *catalog_loops(database, snapshot, settings.catalog_poll_seconds),
        *demand_loops(database, demand, settings.catalog_poll_seconds),
        Loop("release-unconfirmed-quotes", SWEEP_EVERY_SECONDS, sweep),
    ]


def catalog_loops(database: Database, snapshot: Snapshot, poll_seconds: float) -> Sequence[Loop]:
    """Reload when any replica published, and now and then in case the notice was lost."""
    published = asyncio.Event()

    async def listen() -> None:
        await listen_for_events(database, published, channel=CATALOG_CHANNEL)

    return [
        Loop("catalog-reload", poll_seconds, snapshot.reload, wake=published),
        Loop("catalog-notices", LISTEN_AGAIN_SECONDS, listen),
    ]


def demand_loops(database: Database, demand: Demand, poll_seconds: float) -> Sequence[Loop]:
    """Count again when any replica heard of a booking; only while a demand rule is in force."""
    noted = asyncio.Event()

    async def listen() -> int:
        return await listen_for_events(database, noted, channel=BOOKED_CHANNEL) if demand.is_needed else 0

    return [
        Loop("demand-reload", poll_seconds, demand.reload, wake=noted),
        Loop("demand-notices", LOOK_FOR_RULES_SECONDS, listen),
    ]
