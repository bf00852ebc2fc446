"""Forgetting a customer: at once what is over, and a paid move when it is done (domain/erasure.py)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from chassis.clock import new_york_date
from chassis.database import Database
from chassis.outbox import say
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import ErasureCompleted, ErasurePostponed

from booking.actions.custom_quote import forget_quotes
from booking.actions.expire_unpaid import expire_all
from booking.actions.organizers import give_back
from booking.actions.storage import forget_storages
from booking.actions.waiting_list import forget_waiting
from booking.domain.erasure import KEPT, kept_until, must_wait
from booking.domain.lifecycle import Status
from booking.domain.search import anonymous_terms
from booking.messages import timestamp
from booking.store import (
    bookings,
    claims,
    companies,
    custom_quote_lists,
    documents,
    handovers,
    privacy,
    search,
    storage_lists,
)
from booking.store.bookings import BookingRecord
from booking.store.privacy import Erasure


async def erase_customer(connection: AsyncConnection, asked: Erasure, now: datetime) -> None:
    """Forgets a customer, on the listener's transaction; what was asked before is not asked again."""
    await privacy.lock_customer(connection, asked.customer_id)
    if await privacy.find_erasure(connection, asked.customer_id):
        return
    await privacy.add_erasure(connection, asked)
    await privacy.forget_verified(connection, asked.customer_id)
    await go_on(connection, asked, now)


async def erase_when_due(database: Database, now: datetime) -> int:
    """Goes on with one erasure whose move is done; how many there were, 0 or 1."""
    async with database.transaction() as connection:
        asked = await privacy.lock_due_erasure(connection, new_york_date(now))
        if asked is None:
            return 0
        await go_on(connection, asked, now)
    return 1


async def go_on(connection: AsyncConnection, asked: Erasure, now: datetime) -> None:
    """Erases what may go today, and says that all is done or until when it must wait.

    Nobody will pay any more for what is unpaid: it ends, and payments cancels what it has opened.
    """
    today = new_york_date(now)
    found = await privacy.lock_unerased(connection, asked)
    unpaid = [record for record in found if record.status == Status.PENDING]
    await expire_all(connection, unpaid, now)
    ready = [record for record in found if not has_to_wait(record, today)]
    waiting = [record for record in found if has_to_wait(record, today)]
    await privacy.erase(connection, [record.id for record in ready], asked.customer_id, now)
    await documents.erase_documents(connection, [record.id for record in ready])
    await claims.erase_claims(connection, [record.id for record in ready])
    await handovers.erase_handovers(connection, [record.id for record in ready])
    kept = {record.id: anonymous_terms(record.number, bookings.zip_codes_of(record)) for record in ready}
    await search.keep_terms(connection, kept)
    days = [until for record in waiting if (until := kept_until(record.status, record.pickup_date))]
    await forget_quotes(connection, asked, now)
    kept_places = await forget_waiting(connection, asked)
    await companies.forget_contact(connection, asked.email)
    days += await forget_storages(connection, asked.customer_id, now)
    await give_back(connection, unpaid, now, kept_places)
    if days:
        await postpone(connection, asked, days)
    else:
        await complete(connection, asked, now)


def has_to_wait(record: BookingRecord, today: date) -> bool:
    """Whether a booking still needs to know whose it is; an unpaid one has just ended."""
    return record.status != Status.PENDING and must_wait(record.status, record.pickup_date, today)


async def postpone(connection: AsyncConnection, asked: Erasure, days: Sequence[date]) -> None:
    """Notes when to go on, and says until when it takes, once for each such day."""
    await privacy.save_waiting(connection, asked.customer_id, look_again_on=min(days), waits_until=max(days))
    if max(days) == asked.waits_until:
        return
    event = ErasurePostponed(
        erasure_id=str(asked.erasure_id), customer_id=str(asked.customer_id), until=max(days).isoformat()
    )
    await say(connection, event, asked.erasure_id)


async def complete(connection: AsyncConnection, asked: Erasure, now: datetime) -> None:
    """Says that all is done, and which bookings it was, for those who know bookings and no customers."""
    ids = await privacy.list_erased_ids(connection, asked.customer_id)
    others = [
        *await storage_lists.list_erased_ids(connection, asked.customer_id),
        *await custom_quote_lists.list_erased_ids(connection, asked.customer_id),
    ]
    event = ErasureCompleted(
        erasure_id=str(asked.erasure_id),
        customer_id=str(asked.customer_id),
        kept=KEPT if ids or others else "",
        completed_at=timestamp(now),
        booking_ids=map(str, [*ids, *others]),
        email=asked.email,
    )
    await say(connection, event, asked.erasure_id)
    await privacy.save_completed(connection, asked.customer_id, now)
