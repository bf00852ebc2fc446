"""The waiting list, on its way in and out."""

from __future__ import annotations

from typing import Any

from totetaxi.booking.v1 import waiting_list_service_pb2 as service
from totetaxi.booking.v1.booking_pb2 import Contact

from gateway.schemas import waiting_list as schema
from gateway.schemas.bookings import GuestCheckout
from gateway.views.words import instant, pickup_time_word, pickup_window_of, words_of

CONTACT = ("first_name", "last_name", "email", "phone")


def joining(sent: schema.NameForADay, language: str) -> service.JoinWaitingListRequest:
    """What booking is asked for."""
    asked = service.JoinWaitingListRequest(
        contact=Contact(**{name: getattr(sent, name) for name in CONTACT}),
        pickup_date=sent.pickup_date.isoformat(),
        language=language,
    )
    if sent.pickup_time:
        asked.pickup_window = pickup_window_of(sent.pickup_time)
    return asked


def joined(answer: service.JoinWaitingListResponse) -> schema.Joined:
    """The name is down."""
    message = "You are on our waiting list. When a place comes free we write to you, and keep it for you for a while."
    return schema.Joined(message=message, waiting=waiting(answer.waiting), token=answer.token or None)


def waiting(entry: service.Waiting) -> schema.Waiting:
    """One name, as its owner sees it."""
    return schema.Waiting(**members(entry))


def line(answer: service.ListWaitingResponse) -> schema.WaitingLine:
    """The line of a day."""
    entries = [schema.StaffWaiting(**members(entry), contact=contact(entry.contact)) for entry in answer.entries]
    return schema.WaitingLine(entries=entries, next_cursor=answer.next_page_token)


def contact(found: Contact) -> GuestCheckout:
    """Who waits."""
    return GuestCheckout(**{name: getattr(found, name) for name in CONTACT})


def members(entry: service.Waiting) -> dict[str, Any]:
    """What everybody sees."""
    return {
        "id": entry.id,
        "pickup_date": entry.pickup_date,
        "pickup_time": pickup_time_word(entry.pickup_window) if entry.pickup_window else None,
        "state": words_of(service.WaitingState.DESCRIPTOR)[entry.state],
        "joined_at": instant(entry.joined_at),
        "offered_pickup_time": pickup_time_word(entry.offered_window) if entry.offered_window else None,
        "offer_ends_at": instant(entry.offer_ends_at) if entry.HasField("offer_ends_at") else None,
    }
