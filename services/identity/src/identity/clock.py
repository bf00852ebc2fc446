"""What time triggers: keeping keys current, mailing links that were asked for, erasing what is over."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from chassis.identifiers import new_id
from chassis.loops import Loop
from chassis.runtime import Runtime
from chassis.wake import listen_for_events

from identity.access import Access
from identity.actions.erase_leftovers import erase_leftovers
from identity.actions.measure_erasures import measure_erasures
from identity.actions.reset_password import mail_a_reset_link
from identity.actions.signing_keys import rotate_when_due
from identity.own_caller import OwnCaller
from identity.store.links import RESETS_CHANNEL
from identity.store.signing_keys import KEYS_CHANGED_CHANNEL

RELOAD_SECONDS = 5.0
"""The net under a lost NOTIFY; well below the notice that a new key is given."""
LISTEN_AGAIN_SECONDS = 0.1
ROTATION_CHECK_SECONDS = 600.0
RESET_SECONDS = 5.0
"""The net under a lost NOTIFY."""
ERASE_SECONDS = 3600.0
MEASURE_SECONDS = 60.0


def loops_of(runtime: Runtime, caller: OwnCaller, access: Access) -> Sequence[Loop]:
    """Every loop of one replica; each may run in all replicas at once."""
    return [*key_loops(runtime, caller), *access_loops(runtime, access)]


def key_loops(runtime: Runtime, caller: OwnCaller) -> list[Loop]:
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


def access_loops(runtime: Runtime, access: Access) -> list[Loop]:
    """Mail the links that were asked for, and erase what is over."""
    asked = asyncio.Event()

    async def listen() -> None:
        await listen_for_events(runtime.database, asked, channel=RESETS_CHANNEL)

    async def mail() -> int:
        return await mail_a_reset_link(access, runtime.clock.now())

    async def erase() -> int:
        return await erase_leftovers(runtime.database, runtime.clock.now())

    return [
        Loop("password-resets", RESET_SECONDS, mail, wake=asked),
        Loop("password-reset-notices", LISTEN_AGAIN_SECONDS, listen),
        Loop("leftovers", ERASE_SECONDS, erase),
        Loop("erasure-measure", MEASURE_SECONDS, lambda: measure_erasures(runtime.database, runtime.clock.now())),
    ]
