"""What we say of storage to who stores: that it begins, costs something else, or ends; payments tells of its months."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from chassis.clock import Clock
from chassis.listening import Delivery, Listener
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.booking_pb2 import BookingSummary
from totetaxi.booking.v1.events_pb2 import StorageEnded, StorageStarted

from notifications import actions
from notifications.domain import money_words as words
from notifications.domain.message import Draft, Template
from notifications.listeners.booking_drafts import draft_of
from notifications.store import privacy


def listeners(clock: Clock) -> list[Listener]:
    """What booking says of storages."""

    async def tell_of_storages(connection: AsyncConnection, event: StorageStarted, delivery: Delivery) -> None:
        """The first time it begins; later times its price has changed."""
        await note_customer(connection, event.booking)
        if not await actions.queue_message(connection, terms(Template.STORAGE_STARTED, event, delivery), clock.now()):
            await actions.queue_message(connection, terms(Template.STORAGE_CHANGED, event, delivery), clock.now())

    async def tell_of_ended_storages(connection: AsyncConnection, event: StorageEnded, delivery: Delivery) -> None:
        """The last month."""
        await note_customer(connection, event.booking)
        said = words.EndedStorage(
            booking_number=event.booking.booking_number,
            first_name=event.booking.contact.first_name,
            end_date=date.fromisoformat(event.end_date),
        )
        draft = draft_of(Template.STORAGE_ENDED, event.booking, said, delivery, turn=event.end_date)
        await actions.queue_message(connection, draft, clock.now())

    return [Listener(StorageStarted, tell_of_storages), Listener(StorageEnded, tell_of_ended_storages)]


async def note_customer(connection: AsyncConnection, storage: BookingSummary) -> None:
    """Whose the storage is: by it a mail finds its language, and an erasure what was said of it."""
    if storage.customer_id:
        await privacy.note_customer(connection, UUID(storage.id), UUID(storage.customer_id))


def terms(template: Template, event: StorageStarted, delivery: Delivery) -> Draft:
    """What a month costs from now on; only the newest is true."""
    said = words.StorageTerms(
        booking_number=event.booking.booking_number,
        amount_cents=event.monthly_cents,
        first_name=event.booking.contact.first_name,
        start_date=date.fromisoformat(event.start_date),
    )
    turn = "" if template is Template.STORAGE_STARTED else str(event.booking.version)
    return draft_of(template, event.booking, said, delivery, turn=turn)
