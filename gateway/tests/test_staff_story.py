"""What belongs to a booking is told in staff's timeline too, in one and the same question to booking."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from booking_messages import inspected
from contract_messages import BOOKING_ID, NOON, timestamp
from totetaxi.booking.v1 import staff_booking_service_pb2 as staffs
from totetaxi.identity.v1.audit_service_pb2 import SearchAuditLogResponse
from totetaxi.notifications.v1.notifications_service_pb2 import ListBookingMessagesResponse
from totetaxi.payments.v1.finance_service_pb2 import InspectBookingPaymentsResponse, ListBookingPaymentsResponse

TASK_ID = "01998f0e-5d1c-7c59-9f43-0000000000d7"
KINDS = ("DOCUMENT", "HANDOVER", "CLAIM", "TASK")


def story() -> list[staffs.StoryEntry]:
    """One entry of each kind, a minute after the other."""
    return [
        staffs.StoryEntry(
            at=timestamp(NOON + timedelta(minutes=number)),
            kind=f"STORY_KIND_{kind}",
            what=f"{kind.capitalize()} told",
            actor="staff:maria" if kind == "DOCUMENT" else "",
            subject_id=TASK_ID,
        )
        for number, kind in enumerate(KINDS, 1)
    ]


async def test_documents_handovers_claims_and_tasks_are_told_among_the_rest(staff: Any, network: Any) -> None:
    network.answers |= {
        "InspectBooking": lambda _: inspected(story=story()),
        "InspectBookingPayments": lambda _: InspectBookingPaymentsResponse(),
        "ListBookingMessages": lambda _: ListBookingMessagesResponse(),
        "SearchAuditLog": lambda _: SearchAuditLogResponse(),
    }
    entries = (await staff.get(f"/api/staff/bookings/{BOOKING_ID}/timeline/")).json()["entries"]
    assert [(each["kind"], each["what"], each["who"], each["subject_id"]) for each in entries[2:]] == [
        ("document", "Document told", "staff:maria", TASK_ID),
        ("handover", "Handover told", None, TASK_ID),
        ("claim", "Claim told", None, TASK_ID),
        ("task", "Task told", None, TASK_ID),
    ]
    assert [call.request.include_story for call in network.asked("InspectBooking")] == [True]


async def test_a_look_at_the_booking_alone_asks_for_no_story(staff: Any, network: Any) -> None:
    network.answers["InspectBooking"] = lambda _: inspected()
    network.answers["ListBookingPayments"] = lambda _: ListBookingPaymentsResponse()
    assert (await staff.get(f"/api/staff/bookings/{BOOKING_ID}/")).status_code == 200
    assert [call.request.include_story for call in network.asked("InspectBooking")] == [False]
