"""What we say of money to who pays: declined payments, refunds, months of storage, links to pay by."""

from __future__ import annotations

from datetime import timedelta

from chassis.clock import Clock
from chassis.listening import Delivery, Listener
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.payments.v1 import events_pb2 as events
from totetaxi.payments.v1.refund_pb2 import REFUND_ORIGIN_CANCELLATION

from notifications import actions
from notifications.domain.parts import grievance_part
from notifications.listeners import money_drafts as drafts
from notifications.listeners import staff_drafts
from notifications.store import standings


def listeners(clock: Clock, payment_grace: timedelta, staff_email: str) -> list[Listener]:
    """What payments says to customers. `payment_grace` is how long who was declined has to try again by themselves."""

    async def tell_of_declined_payments(
        connection: AsyncConnection, event: events.PaymentFailed, delivery: Delivery
    ) -> None:
        """Only who has not paid by then."""
        await actions.queue_message(connection, drafts.declined(event, delivery, payment_grace), clock.now())

    async def ask_for_bank_confirmation(
        connection: AsyncConnection, event: events.PaymentRequiresAction, delivery: Delivery
    ) -> None:
        """Only who has not paid by then."""
        await actions.queue_message(connection, drafts.action_needed(event, delivery, payment_grace), clock.now())

    async def promise_refunds(connection: AsyncConnection, event: events.RefundApproved, delivery: Delivery) -> None:
        """What a cancellation gives back was promised by the mail of the cancellation."""
        await standings.note_part(connection, grievance_part(event.booking_id), "refunded", 1)
        if event.origin != REFUND_ORIGIN_CANCELLATION:
            await actions.queue_message(connection, drafts.approved(event, delivery), clock.now())

    async def tell_of_refunds(connection: AsyncConnection, event: events.RefundCompleted, delivery: Delivery) -> None:
        """The money is on its way."""
        await standings.note_part(connection, grievance_part(event.booking_id), "refunded", 1)
        await actions.queue_message(connection, drafts.completed(event, delivery), clock.now())

    async def confirm_storage_payments(
        connection: AsyncConnection, event: events.InvoicePaid, delivery: Delivery
    ) -> None:
        """A receipt each month."""
        await actions.queue_message(connection, drafts.paid_month(event, delivery), clock.now())

    async def tell_of_unpaid_storage(
        connection: AsyncConnection, event: events.InvoiceFailed, delivery: Delivery
    ) -> None:
        """Each time it was tried."""
        await actions.queue_message(connection, drafts.unpaid_month(event, delivery), clock.now())

    async def tell_of_suspended_storage(
        connection: AsyncConnection, event: events.StorageSuspended, delivery: Delivery
    ) -> None:
        """The customer, and staff, who must call."""
        await actions.queue_message(connection, drafts.suspended(event, delivery), clock.now())
        await actions.queue_message(connection, staff_drafts.suspension(event, delivery, staff_email), clock.now())

    async def send_links_to_pay(
        connection: AsyncConnection, event: events.PaymentLinkCreated, delivery: Delivery
    ) -> None:
        """To whom the link is for."""
        await actions.queue_message(connection, drafts.link_to_pay(event, delivery), clock.now())

    return [
        Listener(events.PaymentFailed, tell_of_declined_payments),
        Listener(events.PaymentRequiresAction, ask_for_bank_confirmation),
        Listener(events.RefundApproved, promise_refunds),
        Listener(events.RefundCompleted, tell_of_refunds),
        Listener(events.InvoicePaid, confirm_storage_payments),
        Listener(events.InvoiceFailed, tell_of_unpaid_storage),
        Listener(events.StorageSuspended, tell_of_suspended_storage),
        Listener(events.PaymentLinkCreated, send_links_to_pay),
    ]
