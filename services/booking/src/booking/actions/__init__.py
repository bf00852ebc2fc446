"""Everything booking does, one transaction each: lock, decide, save, say."""

from booking.actions.create_guest_booking import Wish, create_guest_booking
from booking.actions.expire_unpaid import expire_unpaid
from booking.actions.forget_answers import forget_answers
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
    "expire_unpaid",
    "forget_answers",
    "place_booking",
    "take_payment",
]
