"""What customers want of us: in which language, by which channel."""

from __future__ import annotations

from uuid import UUID

from chassis.listening import Delivery, Listener
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.identity.v1 import events_pb2 as events

from notifications import actions
from notifications.domain.wishes import Wishes


def listeners() -> list[Listener]:
    """What identity says of wishes."""

    async def keep_first_wishes(
        connection: AsyncConnection, event: events.CustomerRegistered, _delivery: Delivery
    ) -> None:
        """As they were when the account was made; whatever else we heard of them is newer."""
        await actions.keep_wishes(connection, UUID(event.customer_id), wishes_of(event, version=0))

    async def keep_changed_wishes(
        connection: AsyncConnection, event: events.CustomerPreferencesChanged, _delivery: Delivery
    ) -> None:
        """As they are now."""
        await actions.keep_wishes(connection, UUID(event.customer_id), wishes_of(event, event.version))

    return [
        Listener(events.CustomerRegistered, keep_first_wishes),
        Listener(events.CustomerPreferencesChanged, keep_changed_wishes),
    ]


def wishes_of(event: events.CustomerRegistered | events.CustomerPreferencesChanged, version: int) -> Wishes:
    """The wishes that an event tells."""
    return Wishes(
        language=event.preferences.language,
        phone=event.phone,
        wants_mails=event.preferences.email_notifications,
        wants_texts=event.preferences.sms_notifications,
        wants_offers=event.preferences.marketing_emails,
        version=version,
    )
