"""What we say of accounts, customers' and staff's: to their owners, so that nothing happens to one unseen."""

from __future__ import annotations

from chassis.clock import Clock
from chassis.listening import Delivery, Listener
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.identity.v1 import events_pb2 as events

from notifications import actions
from notifications.listeners import account_drafts as drafts


def listeners(clock: Clock) -> list[Listener]:
    """What identity says of accounts."""

    async def send_verification_links(
        connection: AsyncConnection, event: events.CustomerVerificationRequested, delivery: Delivery
    ) -> None:
        """The first link of an account comes with our welcome, later ones by themselves."""
        if not await actions.queue_message(connection, drafts.welcome(event, delivery), clock.now()):
            await actions.queue_message(connection, drafts.verification(event, delivery), clock.now())

    async def warn_of_registrations(
        connection: AsyncConnection, event: events.CustomerRegistrationRepeated, delivery: Delivery
    ) -> None:
        """Once a day at most, however often somebody tries."""
        await actions.queue_message(connection, drafts.repeated_registration(event, delivery), clock.now())

    async def send_password_links(
        connection: AsyncConnection, event: events.PasswordResetRequested, delivery: Delivery
    ) -> None:
        """To customers who forgot theirs; to staff whom an administrator lets choose another, or their first."""
        await actions.queue_message(connection, drafts.password_link(event, delivery), clock.now())

    async def warn_of_new_passwords(
        connection: AsyncConnection, event: events.PasswordChanged, delivery: Delivery
    ) -> None:
        """Its owner knows whether it was them."""
        await actions.queue_message(connection, drafts.changed_password(event, delivery), clock.now())

    async def warn_of_new_devices(
        connection: AsyncConnection, event: events.SessionStartedOnNewDevice, delivery: Delivery
    ) -> None:
        """Its owner knows whether it was them."""
        await actions.queue_message(connection, drafts.new_device(event, delivery), clock.now())

    async def tell_of_locks(connection: AsyncConnection, event: events.StaffAccountLocked, delivery: Delivery) -> None:
        """For as long as it is locked."""
        await actions.queue_message(connection, drafts.lock(event, delivery), clock.now())

    async def say_farewell(
        connection: AsyncConnection, event: events.CustomerErasureCompleted, delivery: Delivery
    ) -> None:
        """The last message they get from us."""
        await actions.queue_message(connection, drafts.farewell(event, delivery), clock.now())

    return [
        Listener(events.CustomerVerificationRequested, send_verification_links),
        Listener(events.CustomerRegistrationRepeated, warn_of_registrations),
        Listener(events.PasswordResetRequested, send_password_links),
        Listener(events.PasswordChanged, warn_of_new_passwords),
        Listener(events.SessionStartedOnNewDevice, warn_of_new_devices),
        Listener(events.StaffAccountLocked, tell_of_locks),
        Listener(events.CustomerErasureCompleted, say_farewell),
    ]
