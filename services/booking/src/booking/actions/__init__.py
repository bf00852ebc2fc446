"""Everything booking does, one transaction each: lock, decide, save, say."""

from booking.actions.create_guest_booking import Wish, create_guest_booking
from booking.actions.erase_customer import erase_customer, erase_when_due
from booking.actions.expire_unpaid import expire_unpaid
from booking.actions.export_customer import export_customer
from booking.actions.forget_answers import forget_answers
from booking.actions.link_guest_bookings import link_guest_bookings
from booking.actions.look_up import booking_by_id, booking_by_number, calendar_of
from booking.actions.place_booking import Terms, place_booking
from booking.actions.take_payment import take_payment

__all__ = [
    "Terms",
    "Wish",
    "booking_by_id",
    "booking_by_number",
    "calendar_of",
    "create_guest_booking",
    "erase_customer",
    "erase_when_due",
    "expire_unpaid",
    "export_customer",
    "forget_answers",
    "link_guest_bookings",
    "place_booking",
    "take_payment",
]
