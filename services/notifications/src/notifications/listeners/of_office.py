"""What the office must look at."""

from __future__ import annotations

from urllib.parse import urlsplit
from uuid import UUID

from chassis.clock import Clock
from chassis.identifiers import new_id
from chassis.listening import Delivery, Listener
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.notifications.v1.events_pb2 import WebhookEndpointDisabled
from totetaxi.payments.v1 import events_pb2 as events

from notifications import actions
from notifications.contexts import kept
from notifications.domain.message import Channel, Draft, Subject, Template
from notifications.domain.staff_words import DisabledEndpoint, StaffTask, Task
from notifications.listeners import staff_drafts as drafts
from notifications.listeners.moments import instant
from notifications.store import webhook_endpoints


def disabled_webhook(endpoint: RowMapping, delivery: Delivery, staff_email: str) -> Draft:
    """Somebody should call the partner."""
    task = StaffTask(task=Task.DISABLED_WEBHOOK, place=host_of(endpoint["url"]), reason=endpoint["disabled_because"])
    return drafts.draft_of(task, delivery.id, staff_email, delivery.id)


def disabled_for_contact(endpoint: RowMapping, event: WebhookEndpointDisabled, delivery: Delivery) -> Draft:
    """To whoever looks after it; nobody where it names no contact."""
    words = DisabledEndpoint(
        host=host_of(endpoint["url"]),
        description=endpoint["description"],
        reason=event.reason,
        disabled_at=instant(event.disabled_at),
    )
    return Draft(
        id=new_id(),
        event_id=delivery.id,
        subject=Subject(matter_id=UUID(event.endpoint_id)),
        template=Template.WEBHOOK_DISABLED,
        channel=Channel.EMAIL,
        recipient=endpoint["contact_email"],
        language="en",
        context=kept(Template.WEBHOOK_DISABLED, words),
        turn=str(delivery.id),
    )


def host_of(url: str) -> str:
    """Where it is, without what a partner may have put into its path."""
    return urlsplit(url).netloc


def listeners(clock: Clock, staff_email: str) -> list[Listener]:
    """What payments says that only staff can settle; `staff_email` is empty where nobody is to be told."""

    async def raise_disputes(connection: AsyncConnection, event: events.DisputeOpened, delivery: Delivery) -> None:
        """In time to answer."""
        await actions.queue_message(connection, drafts.dispute(event, delivery, staff_email), clock.now())

    async def raise_differences(
        connection: AsyncConnection, event: events.ReconciliationDiffered, delivery: Delivery
    ) -> None:
        """What the reconciler could not repair."""
        await actions.queue_if_any(connection, drafts.difference(event, delivery, staff_email), clock.now())

    async def raise_orphans(connection: AsyncConnection, event: events.PaymentOrphaned, delivery: Delivery) -> None:
        """Money for no living booking."""
        await actions.queue_message(connection, drafts.orphan(event, delivery, staff_email), clock.now())

    async def raise_failed_refunds(connection: AsyncConnection, event: events.RefundFailed, delivery: Delivery) -> None:
        """Money that a customer waits for."""
        await actions.queue_message(connection, drafts.failed_refund(event, delivery, staff_email), clock.now())

    async def tell_of_disabled_webhooks(
        connection: AsyncConnection, event: WebhookEndpointDisabled, delivery: Delivery
    ) -> None:
        """Not where its key was revoked: that was no accident. One that was deleted or works again is not told of."""
        endpoint = await webhook_endpoints.find_disabled(connection, UUID(event.endpoint_id), event.reason)
        if endpoint is not None and event.reason != "key_revoked":
            await actions.queue_message(connection, disabled_for_contact(endpoint, event, delivery), clock.now())
            await actions.queue_message(connection, disabled_webhook(endpoint, delivery, staff_email), clock.now())

    return [
        Listener(WebhookEndpointDisabled, tell_of_disabled_webhooks),
        Listener(events.DisputeOpened, raise_disputes),
        Listener(events.ReconciliationDiffered, raise_differences),
        Listener(events.PaymentOrphaned, raise_orphans),
        Listener(events.RefundFailed, raise_failed_refunds),
    ]
