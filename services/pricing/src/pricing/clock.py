"""What time triggers: keeping this replica's catalogue current."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from chassis.database import Database
from chassis.loops import Loop
from chassis.wake import listen_for_events

from pricing.snapshot import Snapshot
from pricing.store.versions import CATALOG_CHANNEL

LISTEN_AGAIN_SECONDS = 0.1


def loops(database: Database, snapshot: Snapshot, poll_seconds: float) -> Sequence[Loop]:
    """Reload when any replica published, and now and then in case the notice was lost."""
    published = asyncio.Event()

    async def listen() -> None:
        await listen_for_events(database, published, channel=CATALOG_CHANNEL)

    return [
        Loop("catalog-reload", poll_seconds, snapshot.reload, wake=published),
        Loop("catalog-notices", LISTEN_AGAIN_SECONDS, listen),
    ]
