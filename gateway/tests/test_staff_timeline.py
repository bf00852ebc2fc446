"""The time machine of staff, over REST."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from booking_messages import inspected, paid
from chassis.refusal import NotAllowed, NotFound, Unavailable
from contract_messages import BOOKING_ID, NOON, timestamp
from totetaxi.identity.v1 import audit_service_pb2 as audit
from totetaxi.notifications.v1 import notifications_service_pb2 as notifications
from totetaxi.payments.v1 import finance_service_pb2 as finance
from totetaxi.payments.v1 import refund_pb2

TIMELINE = f"/api/staff/bookings/{BOOKING_ID}/timeline/"
QUESTIONS = {"InspectBooking", "InspectBookingPayments", "ListBookingMessages", "SearchAuditLog"}
REQUEST_ID = "01998f0e-5d1c-7c59-9f43-0000000000f1"


def minutes(count: int) -> Any:
    return timestamp(NOON + timedelta(minutes=count))


def money() -> finance.InspectBookingPaymentsResponse:
    payment = paid()
    payment.created_at.CopyFrom(minutes(1))
    payment.processed_at.CopyFrom(minutes(2))
    refund = refund_pb2.Refund(
        id="a-refund",
        amount_cents=4_425,
        reason="a scratch",
        status=refund_pb2.REFUND_STATUS_COMPLETED,
        requested_by="staff:maria",
        created_at=minutes(5),
        completed_at=minutes(6),
    )
    dispute = finance.Dispute(id="a-dispute", amount_cents=100, status="needs_response", created_at=minutes(7))
    return finance.InspectBookingPaymentsResponse(payments=[payment], refunds=[refund], disputes=[dispute])


def messages() -> notifications.ListBookingMessagesResponse:
    mail = notifications.Message(
        id="a-mail",
        template="booking_confirmed",
        channel="email",
        recipient="a***@example.com",
        status=notifications.MESSAGE_STATUS_SENT,
        created_at=minutes(3),
        sent_at=minutes(4),
    )
    return notifications.ListBookingMessagesResponse(messages=[mail])


def acts(next_cursor: str = "") -> audit.SearchAuditLogResponse:
    looked = audit.AuditEntry(
        occurred_at=minutes(8),
        actor_kind="staff",
        actor_id="maria",
        action="booking.viewed",
        subject_type="booking",
        subject_id=BOOKING_ID,
        request_id=REQUEST_ID,
    )
    return audit.SearchAuditLogResponse(entries=[looked], next_cursor=next_cursor)


@pytest.fixture(autouse=True)
def services(identity) -> None:
    identity.answers |= {
        "InspectBooking": lambda _: inspected(),
        "InspectBookingPayments": lambda _: money(),
        "ListBookingMessages": lambda _: messages(),
        "SearchAuditLog": lambda _: acts(),
    }


def refuse(refusal: Exception) -> Any:
    def answer(_: object) -> None:
        raise refusal

    return answer


async def test_everything_is_told_in_the_order_in_which_it_happened(staff, network) -> None:
    told = (await staff.get(TIMELINE)).json()
    assert [(each["kind"], each["what"]) for each in told["entries"]] == [
        ("state", "pending: booked"),
        ("state", "pending → paid: payment succeeded"),
        ("payment", "Payment of $2,544.25 started; it is succeeded now"),
        ("payment", "$2,544.25 paid"),
        ("message", "booking_confirmed by email to a***@example.com; it is sent now"),
        ("message", "booking_confirmed by email to a***@example.com sent"),
        ("refund", "Refund of $44.25 asked for; it is completed now: a scratch"),
        ("refund", "$44.25 went back"),
        ("dispute", "Dispute of $1.00 opened; it is needs_response now"),
        ("act", "booking.viewed"),
    ]
    assert (told["missing"], told["next_cursor"]) == ([], "")


async def test_it_says_who_did_it_and_in_which_request(staff) -> None:
    entries = (await staff.get(TIMELINE)).json()["entries"]
    assert [each["who"] for each in entries if each["kind"] in {"state", "refund", "act"}] == [
        "guest",
        "payments",
        "staff:maria",
        None,
        "staff:maria",
    ]
    assert [each["request_id"] for each in entries if each["request_id"]] == [REQUEST_ID]
    assert {each["subject_id"] for each in entries} == {BOOKING_ID, "a-refund", "a-dispute", "a-mail"}


async def test_every_service_is_asked_once_and_the_log_only_about_this_booking(staff, network) -> None:
    await staff.get(TIMELINE)
    assert {question: len(network.asked(question)) for question in QUESTIONS} == dict.fromkeys(QUESTIONS, 1)
    [call] = network.asked("SearchAuditLog")
    assert call.request.filter == audit.AuditFilter(subject_type="booking", subject_id=BOOKING_ID)


@pytest.mark.parametrize(
    ("question", "source"),
    [
        ("InspectBooking", "booking"),
        ("InspectBookingPayments", "payments"),
        ("ListBookingMessages", "notifications"),
        ("SearchAuditLog", "audit_log"),
    ],
)
@pytest.mark.parametrize(
    "refusal", [Unavailable("away", "It does not answer."), NotAllowed("not_permitted", "You may not see this.")]
)
async def test_who_is_away_or_may_not_be_asked_is_named_and_the_rest_is_told(
    staff, network, question: str, source: str, refusal: Any
) -> None:
    network.answers[question] = refuse(refusal)
    answer = await staff.get(TIMELINE)
    assert answer.status_code == 200
    assert answer.json()["missing"] == [{"source": source, "code": refusal.slug, "reason": refusal.message}]
    assert answer.json()["entries"] != []


async def test_a_booking_that_there_never_was_is_404(staff, network) -> None:
    network.answers["InspectBooking"] = refuse(NotFound("booking_not_found", "There is no such booking."))
    answer = await staff.get(TIMELINE)
    assert (answer.status_code, answer.json()["code"]) == (404, "booking_not_found")


async def test_it_says_so_when_the_audit_log_has_more(staff, network) -> None:
    network.answers["SearchAuditLog"] = lambda _: acts("more")
    told = (await staff.get(TIMELINE)).json()
    assert [each["code"] for each in told["missing"]] == ["older_acts_left_out"]
    assert told["entries"][-1]["kind"] == "act"


@pytest.mark.parametrize("size", [1, 3, 10])
async def test_pages_follow_each_other_also_through_what_happened_at_once(staff, size: int) -> None:
    whole = (await staff.get(TIMELINE)).json()["entries"]
    pages, cursor = [], ""
    while True:
        page = (await staff.get(TIMELINE, params={"page_size": size, "cursor": cursor})).json()
        assert len(page["entries"]) <= size
        pages += page["entries"]
        cursor = page["next_cursor"]
        if not cursor:
            break
    assert pages == whole


@pytest.mark.parametrize("wrong", [{"cursor": "x"}, {"cursor": "WyJ4IiwxXQ"}, {"page_size": "201"}, {"page_size": "0"}])
async def test_pages_that_we_never_made_are_refused(staff, network, wrong: dict[str, str]) -> None:
    assert (await staff.get(TIMELINE, params=wrong)).status_code == 400
    assert network.asked("InspectBooking") == []
