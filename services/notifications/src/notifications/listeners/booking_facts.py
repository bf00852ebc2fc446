"""From booking's events to what our mails say."""

from __future__ import annotations

from datetime import date
from typing import Any

from chassis.clock import new_york_date
from totetaxi.booking.v1 import booking_pb2
from totetaxi.booking.v1 import events_pb2 as events
from totetaxi.pricing.v1 import catalog_pb2, price_pb2

from notifications.domain.booking_words import (
    CancelledBooking,
    ExpiredBooking,
    PaidBooking,
    Place,
    PriceLine,
    ReceivedBooking,
    Reminder,
    RescheduledBooking,
)
from notifications.domain.still_true import WAITING
from notifications.listeners.moments import instant


def received(event: events.BookingCreated) -> ReceivedBooking:
    """What is due. Raises ValueError when the event lacks a window or date, as the others do."""
    return ReceivedBooking(**in_full(event.booking), pay_until=instant(event.expires_at))


def paid(event: events.BookingPaid) -> PaidBooking:
    """What the confirmation says."""
    facts = in_full(event.booking) | {"total_cents": event.amount_cents}
    return PaidBooking(**facts, paid_on=new_york_date(instant(event.paid_at)))


def rescheduled(event: events.BookingRescheduled) -> RescheduledBooking:
    """The old day and the new one."""
    is_due = status_of(event.booking) in WAITING
    return RescheduledBooking(
        **in_short(event.booking),
        pickup_window=window_of(event.booking),
        previous_date=date.fromisoformat(event.previous_pickup_date),
        due_cents=event.booking.price.total_cents if is_due else 0,
    )


def reminder(summary: booking_pb2.BookingSummary) -> Reminder:
    """The pickup as it is planned now."""
    return Reminder(
        **in_short(summary),
        pickup_window=window_of(summary),
        pickup=place_of(summary.pickup_address),
        delivery=place_of(summary.delivery_address),
        include_packing=summary.request.include_packing,
    )


def cancelled(event: events.BookingCancelled) -> CancelledBooking:
    """What is paid back, of what was paid; the event names no refund where nothing was paid."""
    was_paid = event.HasField("refund_cents")
    return CancelledBooking(
        **in_short(event.booking),
        paid_cents=event.booking.price.total_cents if was_paid else 0,
        refund_cents=event.refund_cents,
    )


def expired(event: events.BookingExpired) -> ExpiredBooking:
    """What was not paid in time."""
    return ExpiredBooking(**in_short(event.booking))


def in_short(summary: booking_pb2.BookingSummary) -> dict[str, Any]:
    """What every mail about it says."""
    return {
        "booking_number": summary.booking_number,
        "first_name": summary.contact.first_name,
        "pickup_date": date.fromisoformat(summary.request.pickup_date),
    }


def in_full(summary: booking_pb2.BookingSummary) -> dict[str, Any]:
    """The booking with its addresses and its price."""
    return in_short(summary) | {
        "service_type": word_of(catalog_pb2.ServiceType.Name(summary.request.service_type), "SERVICE_TYPE_"),
        "items": items_of(summary.price),
        "coi_required": summary.request.coi_required,
        "include_packing": summary.request.include_packing,
        "pickup_window": window_of(summary),
        "pickup": place_of(summary.pickup_address),
        "delivery": place_of(summary.delivery_address),
        "lines": tuple(PriceLine(line.label, line.quantity, line.amount_cents) for line in summary.price.lines),
        "total_cents": summary.price.total_cents,
    }


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


def status_of(summary: booking_pb2.BookingSummary) -> str:
    """Where the booking is after the fact, in lower case."""
    return word_of(booking_pb2.BookingStatus.Name(summary.status), "BOOKING_STATUS_")


def window_of(summary: booking_pb2.BookingSummary) -> str:
    """morning, afternoon or evening."""
    return word_of(booking_pb2.PickupWindow.Name(summary.pickup_window), "PICKUP_WINDOW_")


def word_of(name: str, prefix: str) -> str:
    """`PICKUP_WINDOW_MORNING` as `morning`. Raises ValueError for what is unspecified."""
    word = name.removeprefix(prefix).lower()
    if word == "unspecified":
        raise ValueError(f"The event has no {prefix.rstrip('_').lower()}.")
    return word
