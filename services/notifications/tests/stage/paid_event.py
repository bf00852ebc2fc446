"""A paid booking as booking tells of it, and how it is heard."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from chassis.clock import Clock
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.listening import Delivery
from notifications.events import listeners
from totetaxi.booking.v1 import booking_pb2
from totetaxi.booking.v1.events_pb2 import BookingPaid
from totetaxi.pricing.v1 import catalog_pb2, price_pb2

RECIPIENT = "eleanor@whitfield.example"


def paid_event(recipient: str = RECIPIENT) -> BookingPaid:
    """A petite move of $1,395, of which $400 are organizing, under a new booking id."""
    price = price_pb2.Price(
        lines=[
            price_pb2.PriceLine(label="Petite mini move", quantity=1, unit_amount_cents=99500, amount_cents=99500),
            price_pb2.PriceLine(label="Petite packing", quantity=1, unit_amount_cents=40000, amount_cents=40000),
        ],
        total_cents=139500,
        mini_move_package=catalog_pb2.MiniMovePackage(name="Petite"),
        organizing_services=[catalog_pb2.OrganizingService(name="Petite packing")],
    )
    event = BookingPaid(
        booking=booking_pb2.BookingSummary(
            id=str(new_id()),
            booking_number="TT-7K2M9Q",
            contact=booking_pb2.Contact(first_name="Eleanor", last_name="Whitfield", email=recipient),
            request=price_pb2.PriceRequest(
                service_type=catalog_pb2.SERVICE_TYPE_MINI_MOVE, pickup_date="2027-07-02", include_packing=True
            ),
            price=price,
            pickup_window=booking_pb2.PICKUP_WINDOW_MORNING,
            pickup_address=address("1040 Fifth Avenue", "New York", "10028"),
            delivery_address=address("88 Further Lane", "East Hampton", "11937"),
            status=booking_pb2.BOOKING_STATUS_PAID,
            version=2,
        ),
        payment_id=str(new_id()),
        amount_cents=139500,
    )
    event.paid_at.FromDatetime(datetime(2027, 6, 12, 2, 30, tzinfo=UTC))
    return event


def address(street: str, city: str, zip_code: str) -> booking_pb2.Address:
    return booking_pb2.Address(address_line_1=street, city=city, state="NY", zip_code=zip_code)


async def queue(database: Database, event: BookingPaid, event_id: UUID | None = None) -> None:
    """Hears `event` as the consumer would."""
    (listener,) = [each for each in listeners(Clock()) if each.handle.__name__ == "confirm_paid_bookings"]
    heard = event_id or new_id()
    delivery = Delivery(heard, datetime.now(UTC), listener.subject, 1, UUID(event.booking.id), event.booking.version)
    async with database.transaction() as connection:
        await listener.handle(connection, event, delivery)
