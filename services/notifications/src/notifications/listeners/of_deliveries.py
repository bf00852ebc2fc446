"""What we say of the day itself, and where each of the crew's tasks is."""

from __future__ import annotations

from chassis.clock import Clock
from chassis.listening import Delivery, Listener
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1 import events_pb2 as events
from totetaxi.booking.v1.logistics_pb2 import DeliveryTaskKind

from notifications import actions
from notifications.domain.parts import task_part
from notifications.listeners import booking_facts as facts
from notifications.listeners import delivery_drafts as drafts
from notifications.listeners.of_bookings import note
from notifications.listeners.office_bookings import crew_of
from notifications.store import standings

FIRST_TASKS = frozenset({"pickup", "to_storage", "from_storage"})
"""By which a booking begins: once one of them has a crew, the booking has one."""

Step = (
    events.DeliveryAssigned
    | events.DeliveryEnRoute
    | events.DeliveryArrived
    | events.DeliveryLoaded
    | events.DeliveryDelivered
    | events.DeliveryFailed
)


def listeners(clock: Clock, staff_email: str, texts: bool) -> list[Listener]:
    """What booking says of the crew's tasks. `texts` says whether there is a way to send any."""

    async def note_assigned_crews(
        connection: AsyncConnection, event: events.DeliveryAssigned, delivery: Delivery
    ) -> None:
        """Who comes is not the customer's business; that a failed task has a crew again is ours."""
        await note_task(connection, event, "assigned", delivery)
        if facts.word_of(DeliveryTaskKind.Name(event.kind), "DELIVERY_TASK_KIND_") in FIRST_TASKS:
            await standings.note_part(connection, crew_of(event.booking), "assigned", delivery.version)

    async def tell_of_crews_on_their_way(
        connection: AsyncConnection, event: events.DeliveryEnRoute, delivery: Delivery
    ) -> None:
        """By mail, and by text where it is wanted."""
        await note_task(connection, event, "en_route", delivery)
        draft = drafts.on_its_way(event, delivery)
        await actions.queue_message(connection, draft, clock.now())
        if texts:
            await actions.queue_text(connection, draft, clock.now())

    async def note_arrived_crews(
        connection: AsyncConnection, event: events.DeliveryArrived, delivery: Delivery
    ) -> None:
        """They are at the door; nobody needs to be told."""
        await note_task(connection, event, "arrived", delivery)

    async def note_loaded_vans(connection: AsyncConnection, event: events.DeliveryLoaded, delivery: Delivery) -> None:
        """The customer stands beside it."""
        await note_task(connection, event, "loaded", delivery)

    async def tell_of_deliveries(
        connection: AsyncConnection, event: events.DeliveryDelivered, delivery: Delivery
    ) -> None:
        """Things have arrived."""
        await note_task(connection, event, "delivered", delivery)
        await actions.queue_if_any(connection, drafts.delivered(event, delivery), clock.now())

    async def tell_of_failed_deliveries(
        connection: AsyncConnection, event: events.DeliveryFailed, delivery: Delivery
    ) -> None:
        """The customer, and the office, which must call."""
        await note_task(connection, event, "failed", delivery)
        await actions.queue_message(connection, drafts.failed(event, delivery), clock.now())
        await actions.queue_message(connection, drafts.failed_for_office(event, delivery, staff_email), clock.now())

    return [
        Listener(events.DeliveryAssigned, note_assigned_crews),
        Listener(events.DeliveryEnRoute, tell_of_crews_on_their_way),
        Listener(events.DeliveryArrived, note_arrived_crews),
        Listener(events.DeliveryLoaded, note_loaded_vans),
        Listener(events.DeliveryDelivered, tell_of_deliveries),
        Listener(events.DeliveryFailed, tell_of_failed_deliveries),
    ]


async def note_task(connection: AsyncConnection, event: Step, status: str, delivery: Delivery) -> None:
    """Remembers where the task and its booking are, so that nothing untrue is sent, and whose it is."""
    await note(connection, event.booking)
    await standings.note_part(connection, task_part(event.booking.id, event.task_id), status, delivery.version)
