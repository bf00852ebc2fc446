"""What notifications does on what it hears: every fact that somebody should know of becomes a message."""

from __future__ import annotations

from datetime import UTC, date
from uuid import UUID

from chassis.clock import Clock, new_york_date
from chassis.identifiers import new_id
from chassis.listening import Delivery, Listener
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1 import booking_pb2
from totetaxi.booking.v1 import events_pb2 as booking_events
from totetaxi.pricing.v1 import catalog_pb2, price_pb2

from notifications import actions
from notifications.domain.paid_booking import PaidBooking, PaidLine, Place
from notifications.store import privacy


def listeners(clock: Clock) -> list[Listener]:
    """Everything we listen to."""

    async def confirm_paid_bookings(
        connection: AsyncConnection, event: booking_events.BookingPaid, delivery: Delivery
    ) -> None:
        """The one confirmation of a booking: it is paid, and this is what will happen."""
        summary = event.booking
        if summary.customer_id:
            await privacy.note_customer(connection, UUID(summary.id), UUID(summary.customer_id))
        await actions.queue_confirmation(
            connection,
            message_id=new_id(),
            event_id=delivery.id,
            booking_id=UUID(summary.id),
            recipient=summary.contact.email,
            language=summary.language,
            booking=paid_booking_of(event),
            now=clock.now(),
        )

    async def note_linked(
        connection: AsyncConnection, event: booking_events.BookingLinked, _delivery: Delivery
    ) -> None:
        """Whose the booking is, for exports."""
        await privacy.note_customer(connection, UUID(event.booking.id), UUID(event.booking.customer_id))

    async def forget_customers(
        connection: AsyncConnection, event: booking_events.ErasureCompleted, _delivery: Delivery
    ) -> None:
        """A customer is forgotten; booking says which bookings were theirs."""
        ids = [UUID(booking_id) for booking_id in event.booking_ids]
        customer_id = UUID(event.customer_id)
        await actions.erase_customer(connection, UUID(event.erasure_id), customer_id, ids, event.email, clock.now())

    return [
        Listener(booking_events.BookingPaid, confirm_paid_bookings),
        Listener(booking_events.BookingLinked, note_linked),
        Listener(booking_events.ErasureCompleted, forget_customers),
    ]


def paid_booking_of(event: booking_events.BookingPaid) -> PaidBooking:
    """What the confirmation says, copied from the event. Raises ValueError when the event lacks a window or date."""
    summary = event.booking
    return PaidBooking(
        booking_number=summary.booking_number,
        first_name=summary.contact.first_name,
        service_type=word_of(catalog_pb2.ServiceType.Name(summary.request.service_type), "SERVICE_TYPE_"),
        items=items_of(summary.price),
        coi_required=summary.request.coi_required,
        include_packing=summary.request.include_packing,
        pickup_date=date.fromisoformat(summary.request.pickup_date),
        pickup_window=word_of(booking_pb2.PickupWindow.Name(summary.pickup_window), "PICKUP_WINDOW_"),
        pickup=place_of(summary.pickup_address),
        delivery=place_of(summary.delivery_address),
        lines=tuple(PaidLine(line.label, line.quantity, line.amount_cents) for line in summary.price.lines),
        total_cents=event.amount_cents,
        paid_on=new_york_date(event.paid_at.ToDatetime(tzinfo=UTC)),
    )


def items_of(price: price_pb2.Price) -> tuple[str, ...]:
    """The names of what was bought; a thing bought twice is named once, its line says how many."""
    names = [price.mini_move_package.name] if price.HasField("mini_move_package") else []
    names += [service.name for service in price.organizing_services]
    names += [item.name for item in price.specialty_items]
    return tuple(dict.fromkeys(names))


def place_of(address: booking_pb2.Address) -> Place:
    """An address without its id."""
    return Place(
        address_line_1=address.address_line_1,
        address_line_2=address.address_line_2,
        city=address.city,
        state=address.state,
        zip_code=address.zip_code,
    )


def word_of(name: str, prefix: str) -> str:
    """`PICKUP_WINDOW_MORNING` as `morning`. Raises ValueError for what is unspecified."""
    word = name.removeprefix(prefix).lower()
    if word == "unspecified":
        raise ValueError(f"The event has no {prefix.rstrip('_').lower()}.")
    return word
