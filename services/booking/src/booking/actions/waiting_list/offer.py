"""Offering the places that are kept, and passing on what nobody took in time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from chassis.database import Database
from chassis.outbox import Saying, say_all
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import WaitlistOffered, WaitlistPassed

from booking.actions.waiting_list.hand_over import give_places_back
from booking.domain.custom_quote import hash_of, new_token
from booking.domain.waiting import Waiting, WaitingState
from booking.messages import WINDOWS, contact_message, timestamp
from booking.store import waiting
from booking.store.capacity import lock_places
from booking.store.waiting import Place


async def offer_places(database: Database, minutes: int, now: datetime, limit: int) -> int:
    """Writes up to `limit` offers, each good for `minutes`; how many. Who was called for a closed day waits again."""
    async with database.transaction() as connection:
        called = await waiting.lock_called(connection, limit)
        closed = await closed_places(connection, [entry.place for entry in called if entry.place])
        back = [entry for entry in called if entry.place in closed]
        for entry in back:
            await waiting.save_waiting(connection, ended(entry, WaitingState.WAITING, now))
        until = now + timedelta(minutes=minutes)
        offers = [await offer(connection, entry, until, now) for entry in called if entry not in back]
        await say_all(connection, offers)
        await give_places_back(connection, [entry.place for entry in back if entry.place], now)
        return len(offers)


async def closed_places(connection: AsyncConnection, places: Sequence[Place]) -> set[Place]:
    """Those of `places` whose day was closed; they stay locked."""
    if not places:
        return set()
    return {place for place, found in (await lock_places(connection, places)).items() if found.is_closed}


async def offer(connection: AsyncConnection, entry: Waiting, ends_at: datetime, now: datetime) -> Saying:
    """Offers the place that is kept for a locked entry; what is to be said: the token goes into the mail alone."""
    token = new_token()
    offered = replace(
        entry, state=WaitingState.OFFERED, offer_hash=hash_of(token), offer_ends_at=ends_at, updated_at=now
    )
    await waiting.save_waiting(connection, offered)
    event = WaitlistOffered(
        waiting_id=str(entry.id),
        contact=contact_message(entry.contact),
        language=entry.language,
        pickup_date=entry.pickup_date.isoformat(),
        token=token,
        offer_ends_at=timestamp(ends_at),
    )
    if entry.offered_window:
        event.pickup_window = WINDOWS[entry.offered_window]
    return Saying(event, entry.id)


async def pass_offers_on(database: Database, now: datetime, limit: int) -> int:
    """Ends up to `limit` offers that nobody took in time; their places go to the next. How many."""
    async with database.transaction() as connection:
        over = await waiting.lock_unanswered(connection, now, limit)
        await say_all(connection, [await pass_on(connection, entry, now) for entry in over])
        await give_places_back(connection, [entry.place for entry in over if entry.place], now)
        return len(over)


async def pass_on(connection: AsyncConnection, entry: Waiting, now: datetime) -> Saying:
    """Ends one offer; what is to be said."""
    await waiting.save_waiting(connection, ended(entry, WaitingState.PASSED, now))
    event = WaitlistPassed(
        waiting_id=str(entry.id),
        contact=contact_message(entry.contact),
        language=entry.language,
        pickup_date=entry.pickup_date.isoformat(),
        passed_at=timestamp(now),
    )
    return Saying(event, entry.id)


def ended(entry: Waiting, state: WaitingState, now: datetime) -> Waiting:
    """An entry that keeps no place any more."""
    return replace(entry, state=state, offered_window=None, offer_ends_at=None, updated_at=now)
