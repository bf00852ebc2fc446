"""Everything booking does, one transaction each: lock, decide, save, say."""

from booking.actions.cancel_booking import cancel_for_customer, cancel_own_booking, preview_cancellation
from booking.actions.create_booking import Wish, create_booking
from booking.actions.decide_document import accept_document, reject_document
from booking.actions.delete_booking import set_deleted
from booking.actions.erase_customer import erase_customer, erase_when_due
from booking.actions.expire_documents import expire_document, remove_erased_files
from booking.actions.expire_unpaid import expire_unpaid
from booking.actions.export_customer import export_customer
from booking.actions.find_papers import Asker, find_appointment, find_receipt, prove
from booking.actions.find_tracking import Tracking, find_tracking
from booking.actions.forget_answers import forget_answers
from booking.actions.inspect_booking import booking_of_customer, inspect_booking
from booking.actions.link_guest_bookings import link_guest_bookings
from booking.actions.list_bookings import list_bookings, search_bookings
from booking.actions.list_events import list_events
from booking.actions.look_up import booking_by_id, booking_by_number, calendar_of
from booking.actions.place_booking import GUEST, Terms, place_booking
from booking.actions.request_document import request_document
from booking.actions.reschedule_booking import Move, move_for_customer, move_own_booking, preview_move
from booking.actions.show_documents import download_link, show_documents
from booking.actions.staff_calendar import PlannedDay, set_day_capacity, staff_calendar
from booking.actions.statistics import count_own_bookings, statistics
from booking.actions.take_payment import take_payment
from booking.actions.update_booking import Change, update_booking
from booking.actions.upload_document import Handler, start_upload, submit_document

__all__ = [
    "GUEST",
    "Asker",
    "Change",
    "Handler",
    "Move",
    "PlannedDay",
    "Terms",
    "Tracking",
    "Wish",
    "accept_document",
    "booking_by_id",
    "booking_by_number",
    "booking_of_customer",
    "calendar_of",
    "cancel_for_customer",
    "cancel_own_booking",
    "count_own_bookings",
    "create_booking",
    "download_link",
    "erase_customer",
    "erase_when_due",
    "expire_document",
    "expire_unpaid",
    "export_customer",
    "find_appointment",
    "find_receipt",
    "find_tracking",
    "forget_answers",
    "inspect_booking",
    "link_guest_bookings",
    "list_bookings",
    "list_events",
    "move_for_customer",
    "move_own_booking",
    "place_booking",
    "preview_cancellation",
    "preview_move",
    "prove",
    "reject_document",
    "remove_erased_files",
    "request_document",
    "search_bookings",
    "set_day_capacity",
    "set_deleted",
    "show_documents",
    "staff_calendar",
    "start_upload",
    "statistics",
    "submit_document",
    "take_payment",
    "update_booking",
]
