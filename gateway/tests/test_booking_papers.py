"""Downloading the papers of a booking: for customers, staff, and guests who prove that it is theirs."""

from __future__ import annotations

from typing import Any

import pytest
from booking_page_answers import nothing_to_tell
from chassis.refusal import Conflict, NotAllowed
from contract_messages import BOOKING_ID, found
from totetaxi.booking.v1 import booking_paper_service_pb2 as messages
from totetaxi.booking.v1 import booking_pb2

PDF = messages.Paper(content=b"%PDF-1.7", content_type="application/pdf", file_name="ToteTaxi-receipt-TT-7KQ2MX.pdf")
CALENDAR = messages.Paper(
    content=b"BEGIN:VCALENDAR",
    content_type="text/calendar; charset=utf-8; method=PUBLISH",
    file_name="ToteTaxi-TT-7KQ2MX.ics",
)
RPC = {"receipt": "GetReceipt", "calendar-invite": "GetCalendarInvite"}
FILES = {"receipt": PDF, "calendar-invite": CALENDAR}


@pytest.fixture(autouse=True)
def papers(network: Any) -> Any:
    network.answers |= {
        "GetReceipt": lambda _: messages.GetReceiptResponse(paper=PDF),
        "GetCalendarInvite": lambda _: messages.GetCalendarInviteResponse(paper=CALENDAR),
    }
    return network


@pytest.mark.parametrize("name", RPC)
async def test_a_customer_downloads_by_the_bookings_id(customer: Any, network: Any, name: str) -> None:
    is_the_file(await customer.get(f"/api/customer/bookings/{BOOKING_ID}/{name}/"), name)
    assert network.asked(RPC[name])[0].request.booking_id == BOOKING_ID


@pytest.mark.parametrize("name", RPC)
async def test_staff_download_by_the_bookings_id(staff: Any, network: Any, name: str) -> None:
    is_the_file(await staff.get(f"/api/staff/bookings/{BOOKING_ID}/{name}/"), name)
    assert network.asked(RPC[name])[0].request.booking_id == BOOKING_ID


def is_the_file(answer: Any, name: str) -> None:
    assert answer.status_code == 200
    assert answer.content == FILES[name].content
    assert answer.headers["content-type"] == FILES[name].content_type
    assert answer.headers["content-disposition"] == f'attachment; filename="{FILES[name].file_name}"'
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("name", RPC)
async def test_a_guest_proves_a_booking_by_its_email(client: Any, network: Any, name: str) -> None:
    answer = await client.get(f"/api/public/booking-status/TT-7KQ2MX/{name}/?email=ada@example.com")
    asked = network.asked(RPC[name])[0].request
    assert (answer.status_code, asked.booking_number, asked.email) == (200, "TT-7KQ2MX", "ada@example.com")


async def test_a_booking_that_is_not_paid_has_no_receipt_and_says_so(customer: Any, network: Any) -> None:
    def answer(_request: Any) -> Any:
        raise Conflict("not_paid_yet", "There is a receipt once the booking is paid.")

    network.answers["GetReceipt"] = answer
    refused = await customer.get(f"/api/customer/bookings/{BOOKING_ID}/receipt/")
    assert (refused.status_code, refused.json()["code"]) == (409, "not_paid_yet")


@pytest.mark.parametrize("name", RPC)
async def test_the_page_of_a_paid_booking_offers_its_papers_and_posts_the_email(
    client: Any, network: Any, name: str
) -> None:
    shown = found(masked=False)
    shown.booking.status = booking_pb2.BOOKING_STATUS_PAID
    network.answers["GetBookingByNumber"] = lambda _: shown
    nothing_to_tell(network)
    page = await client.post("/booking/TT-7KQ2MX/", data={"email": "ada@example.com"})
    assert f'action="/booking/{shown.booking.booking_number}/{name}/"' in page.text
    file = await client.post(f"/booking/TT-7KQ2MX/{name}/", data={"email": "ada@example.com"})
    assert file.content == FILES[name].content
    assert network.asked(RPC[name])[0].request.email == "ada@example.com"


async def test_the_page_of_an_unpaid_booking_offers_no_receipt(client: Any, network: Any) -> None:
    shown = found(masked=False)
    shown.booking.status = booking_pb2.BOOKING_STATUS_PENDING
    nothing_to_tell(network)
    network.answers["GetBookingByNumber"] = lambda _: shown
    page = await client.get("/booking/TT-7KQ2MX/")
    assert "/calendar-invite/" in page.text
    assert "/receipt/" not in page.text


@pytest.mark.parametrize("name", RPC)
async def test_a_person_without_proof_reads_a_page_and_no_code(client: Any, network: Any, name: str) -> None:
    def answer(_request: Any) -> Any:
        raise NotAllowed("proof_needed", "Please give the email this booking was made with.")

    network.answers[RPC[name]] = answer
    page = await client.post(f"/booking/TT-7KQ2MX/{name}/")
    assert page.status_code == 403
    assert "Please give the email" in page.text
