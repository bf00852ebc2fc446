"""What time triggers: keeping this replica's keys current, and replacing keys that have served their time."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from chassis.identifiers import new_id
from chassis.loops import Loop
from chassis.runtime import Runtime
from chassis.wake import listen_for_events

from identity.actions import rotate_when_due
from identity.own_caller import OwnCaller
from identity.store import KEYS_CHANGED_CHANNEL

RELOAD_SECONDS = 5.0
"""The net under a lost NOTIFY; well below the notice that a new key is given."""
LISTEN_AGAIN_SECONDS = 0.1
ROTATION_CHECK_SECONDS = 600.0


def loops_of(runtime: Runtime, caller: OwnCaller) -> Sequence[Loop]:
    """Reload the keys when any replica changed them, and look now and then whether a change is due."""
    changed = asyncio.Event()

    async def listen() -> None:
        await listen_for_events(runtime.database, changed, channel=KEYS_CHANGED_CHANNEL)

    async def rotate() -> None:
        await rotate_when_due(runtime.database, runtime.settings.key_terms(), new_id(), runtime.clock.now())

    return [
        Loop("signing-keys", RELOAD_SECONDS, caller.load_keys, wake=changed),
        Loop("signing-key-notices", LISTEN_AGAIN_SECONDS, listen),
        Loop("signing-key-rotation", ROTATION_CHECK_SECONDS, rotate),
    ]
