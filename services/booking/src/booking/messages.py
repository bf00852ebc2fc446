"""Between the contract's messages and our own values."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime

from google.protobuf.timestamp_pb2 import Timestamp
from totetaxi.booking.v1 import booking_pb2 as contract
from totetaxi.pricing.v1.catalog_pb2 import ServiceType
from totetaxi.pricing.v1.price_pb2 import PriceRequest

from booking.domain import address as addresses
from booking.domain import contact as contacts
from booking.domain.address import Address
from booking.domain.contact import Contact
from booking.domain.lifecycle import Status
from booking.domain.pickup import PickupWindow
from booking.store.bookings import BookingRecord

SERVICE_TYPE_PREFIX = "SERVICE_TYPE_"

WINDOWS = {
    PickupWindow.MORNING: contract.PICKUP_WINDOW_MORNING,
    PickupWindow.AFTERNOON: contract.PICKUP_WINDOW_AFTERNOON,
    PickupWindow.EVENING: contract.PICKUP_WINDOW_EVENING,
}
WINDOW_OF = {message: window for window, message in WINDOWS.items()} | {
    contract.PICKUP_WINDOW_UNSPECIFIED: PickupWindow.MORNING
}
STATUSES = {
    Status.PENDING: contract.BOOKING_STATUS_PENDING,
    Status.CONFIRMED: contract.BOOKING_STATUS_CONFIRMED,
    Status.PAID: contract.BOOKING_STATUS_PAID,
    Status.SCHEDULED: contract.BOOKING_STATUS_SCHEDULED,
    Status.IN_PROGRESS: contract.BOOKING_STATUS_IN_PROGRESS,
    Status.COMPLETED: contract.BOOKING_STATUS_COMPLETED,
    Status.CANCELLED: contract.BOOKING_STATUS_CANCELLED,
    Status.EXPIRED: contract.BOOKING_STATUS_EXPIRED,
}
STATUS_OF = {message: status for status, message in STATUSES.items()}


def service_type_of(value: ServiceType) -> str:
    """`mini_move`, as REST clients and our own rules call it."""
    return ServiceType.Name(value).removeprefix(SERVICE_TYPE_PREFIX).lower()


def timestamp(instant: datetime) -> Timestamp:
    """An instant on the wire."""
    moment = Timestamp()
    moment.FromDatetime(instant)
    return moment


def contact_message(contact: Contact) -> contract.Contact:
    """A contact in full."""
    return contract.Contact(**asdict(contact))


def contact_of(message: contract.Contact) -> Contact:
    """A contact as given."""
    return Contact(message.first_name, message.last_name, message.email, message.phone)


def address_of(message: contract.Address, address_id: str) -> Address:
    """An address as given, under an id of ours."""
    return Address(
        address_id, message.address_line_1, message.address_line_2, message.city, message.state, message.zip_code
    )


def booking_message(record: BookingRecord) -> contract.Booking:
    """All of a booking but its account: a guest must not learn from it whether an email has one."""
    message = contract.Booking(
        id=str(record.id),
        booking_number=record.number,
        status=STATUSES[record.status],
        contact=contact_message(record.contact),
        request=request_of(record),
        price=record.price,
        pickup_window=WINDOWS[record.pickup_window],
        pickup_address=contract.Address(**asdict(record.pickup_address)),
        delivery_address=contract.Address(**asdict(record.delivery_address)),
        special_instructions=record.special_instructions,
        created_at=timestamp(record.created_at),
        updated_at=timestamp(record.updated_at),
        version=record.version,
    )
    if record.expires_at:
        message.expires_at.CopyFrom(timestamp(record.expires_at))
    return message


def owned_message(record: BookingRecord) -> contract.Booking:
    """All of a booking with its account, for the account's owner and for staff."""
    message = booking_message(record)
    message.customer_id = customer_id_of(record)
    return message


def masked_message(record: BookingRecord) -> contract.Booking:
    """What everybody may see of a booking."""
    hidden = replace(
        record,
        contact=contacts.masked(record.contact),
        pickup_address=addresses.masked(record.pickup_address),
        delivery_address=addresses.masked(record.delivery_address),
        special_instructions="",
    )
    message = booking_message(hidden)
    message.is_masked = True
    return message


def summary(record: BookingRecord) -> contract.BookingSummary:
    """What the listeners of our events need."""
    return contract.BookingSummary(
        id=str(record.id),
        booking_number=record.number,
        status=STATUSES[record.status],
        contact=contact_message(record.contact),
        request=request_of(record),
        price=record.price,
        pickup_window=WINDOWS[record.pickup_window],
        pickup_address=contract.Address(**asdict(record.pickup_address)),
        delivery_address=contract.Address(**asdict(record.delivery_address)),
        language=record.language,
        version=record.version,
        customer_id=customer_id_of(record),
    )


def request_of(record: BookingRecord) -> PriceRequest:
    """What was booked, on the day for which it is planned now."""
    planned = PriceRequest()
    planned.CopyFrom(record.request)
    planned.pickup_date = record.pickup_date.isoformat()
    return planned


def customer_id_of(record: BookingRecord) -> str:
    """Whose it is; empty for guests."""
    return str(record.customer_id) if record.customer_id else ""
