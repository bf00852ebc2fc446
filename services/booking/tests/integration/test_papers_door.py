"""Who gets a booking's papers, through the door: guests with proof, customers, staff and notifications."""

from __future__ import annotations

from typing import Any

import pytest
from booking.actions import take_payment
from booking_stage import payment_of, said
from booking_world import World, acting_as, caller, own_request, request
from chassis.clock import Clock
from chassis.refusal import Conflict, Invalid, NotAllowed, NotFound
from chassis.remote import open_channel, remote_stub
from icalendar import Calendar
from paper_reader import text_of
from totetaxi.booking.v1 import booking_paper_service_pb2 as messages
from totetaxi.booking.v1.booking_paper_service_pb2_grpc import BookingPaperServiceStub
from totetaxi.booking.v1.events_pb2 import AuditRecorded

pytestmark = pytest.mark.xdist_group("services")

TOTAL_CENTS = 244_500


def papers_as(world: World, service: str) -> Any:
    return remote_stub(BookingPaperServiceStub, world.channel, caller(service, open_channel(world.targets["identity"])))


@pytest.fixture
def papers(world: World) -> Any:
    """As the gateway, for whom `acting_as` names."""
    return papers_as(world, "gateway")


@pytest.fixture
async def paid(world: World) -> Any:
    """A guest's booking that was paid."""
    booking = (await world.bookings.CreateGuestBooking(request(world))).booking
    await pay(world, booking.id)
    return booking


async def pay(world: World, booking_id: str) -> None:
    async with world.booking_database.transaction() as connection:
        await take_payment(connection, payment_of(booking_id, TOTAL_CENTS), Clock().now())


async def test_a_guest_who_knows_the_email_gets_the_receipt_of_a_paid_booking(
    world: World, papers: Any, paid: Any
) -> None:
    with acting_as(await world.identity.anonymous()):
        asked = messages.GetReceiptRequest(booking_number=paid.booking_number.lower(), email="ADA@example.com")
        paper = (await papers.GetReceipt(asked)).paper
    assert (paper.content_type, paper.file_name) == (
        "application/pdf",
        f"ToteTaxi-receipt-{paid.booking_number}.pdf",
    )
    read = text_of(paper.content)
    assert "Ada Byron" in read
    assert "$2,445.00" in read


async def test_nobody_gets_papers_by_the_number_alone(world: World, papers: Any, paid: Any) -> None:
    number = paid.booking_number
    for principal in (await world.identity.anonymous(), await world.identity.customer()):
        with acting_as(principal):
            for email in ("", "eve@example.com"):
                with pytest.raises(NotAllowed) as refused:
                    await papers.GetReceipt(messages.GetReceiptRequest(booking_number=number, email=email))
                assert refused.value.slug == "proof_needed"
                with pytest.raises(NotAllowed):
                    await papers.GetCalendarInvite(
                        messages.GetCalendarInviteRequest(booking_number=number, email=email)
                    )
            with pytest.raises(NotFound):
                await papers.GetReceipt(messages.GetReceiptRequest(booking_id=paid.id))


async def test_a_booking_that_is_not_paid_has_a_calendar_file_and_no_receipt(world: World, papers: Any) -> None:
    customer = await world.identity.customer()
    with acting_as(customer):
        booking = (await world.own_bookings.CreateBooking(own_request(world))).booking
        with pytest.raises(Conflict) as refused:
            await papers.GetReceipt(messages.GetReceiptRequest(booking_id=booking.id))
        invite = (await papers.GetCalendarInvite(messages.GetCalendarInviteRequest(booking_id=booking.id))).paper
    event = Calendar.from_ical(invite.content).walk("VEVENT")[0]
    assert refused.value.slug == "not_paid_yet"
    assert (event["STATUS"], event.start.date()) == ("TENTATIVE", world.day)
    await pay(world, booking.id)
    with acting_as(customer):
        receipt = (await papers.GetReceipt(messages.GetReceiptRequest(booking_id=booking.id))).paper
        again = (await papers.GetCalendarInvite(messages.GetCalendarInviteRequest(booking_id=booking.id))).paper
    newer = Calendar.from_ical(again.content).walk("VEVENT")[0]
    assert "$2,445.00" in text_of(receipt.content)
    assert (newer["UID"], newer["STATUS"]) == (event["UID"], "CONFIRMED")
    assert newer["SEQUENCE"] > event["SEQUENCE"]


async def test_notifications_gets_both_papers_of_any_booking(world: World, paid: Any) -> None:
    papers = papers_as(world, "notifications")
    receipt = await papers.GetReceipt(messages.GetReceiptRequest(booking_id=paid.id))
    invite = await papers.GetCalendarInvite(messages.GetCalendarInviteRequest(booking_id=paid.id))
    assert receipt.paper.content.startswith(b"%PDF")
    assert invite.paper.content_type == "text/calendar; charset=utf-8; method=PUBLISH"


async def test_a_booking_must_be_named(papers: Any, world: World) -> None:
    with acting_as(await world.identity.anonymous()), pytest.raises(Invalid):
        await papers.GetReceipt(messages.GetReceiptRequest())


async def test_that_staff_look_is_said_for_the_audit_log(world: World, papers: Any, paid: Any) -> None:
    with acting_as(await world.identity.staff()):
        await papers.GetReceipt(messages.GetReceiptRequest(booking_id=paid.id))
        await papers.GetCalendarInvite(messages.GetCalendarInviteRequest(booking_number=paid.booking_number))
    events = await said(world.booking_database, AuditRecorded)
    acts = {event.act.action for event in events if event.act.subject_id == paid.id}
    assert acts == {"booking.receipt_viewed", "booking.calendar_invite_viewed"}
