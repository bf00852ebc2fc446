"""A building wants a certificate of insurance: the customer sends it, staff take it, and only then a van is planned."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator
from typing import Any

import httpx2
import pytest
from browser import CUSTOMER, STAFF, Browser
from guest import Guest
from paid_move import paid_move
from whole_stack import WholeStack

pytestmark = [pytest.mark.xdist_group("stack"), pytest.mark.timeout(180)]

CERTIFICATE = b"%PDF-1.7\n% certificate of insurance\n%%EOF\n"
FILE = {
    "kind": "certificate_of_insurance",
    "content_type": "application/pdf",
    "size_bytes": len(CERTIFICATE),
    "sha256": hashlib.sha256(CERTIFICATE).hexdigest(),
}


@pytest.fixture
async def customer(stack: WholeStack) -> AsyncIterator[Browser]:
    browser = Browser(stack)
    await browser.register()
    yield browser
    await browser.client.aclose()


@pytest.fixture
async def staff(stack: WholeStack) -> AsyncIterator[Browser]:
    browser = Browser(stack)
    await browser.sign_in_staff("staff1")
    yield browser
    await browser.client.aclose()


async def send(customer: Browser, booking_id: str) -> str:
    """Announced, PUT to the storage as a browser does, submitted."""
    started = await customer.done("POST", f"{CUSTOMER}/bookings/{booking_id}/documents/", FILE)
    upload = started["upload"]
    async with httpx2.AsyncClient() as elsewhere:
        sent = await elsewhere.request(upload["method"], upload["url"], headers=upload["headers"], content=CERTIFICATE)
        assert sent.status_code == 200, sent.text
    document_id = str(started["document"]["id"])
    submitted = await customer.done("POST", f"{CUSTOMER}/documents/{document_id}/submit/", {})
    assert submitted["status"] == "submitted"
    return document_id


async def test_a_van_is_planned_only_with_an_accepted_certificate(customer: Browser, staff: Browser) -> None:
    booking_id = await paid_move(customer, coi_required=True)
    page = f"{STAFF}/bookings/{booking_id}/"
    refused = await staff.send("PATCH", page, {"status": "scheduled"})
    assert (refused.status_code, refused.json()["code"]) == (409, "certificate_needed")
    document_id = await send(customer, booking_id)
    link = (await staff.get(f"{STAFF}/documents/{document_id}/download/")).json()
    async with httpx2.AsyncClient() as elsewhere:
        assert (await elsewhere.get(link["url"])).content == CERTIFICATE
    await staff.done("POST", f"{STAFF}/documents/{document_id}/accept/", {"valid_until": "2027-12-31"})
    shown = (await customer.get(f"{CUSTOMER}/bookings/{booking_id}/documents/")).json()
    assert (shown["has_valid_certificate"], [each["status"] for each in shown["documents"]]) == (True, ["accepted"])
    changed = await staff.done("PATCH", page, {"status": "scheduled"})
    assert changed["booking"]["status"] == "scheduled"


async def test_a_guest_sends_the_certificate_by_number_and_proof_alone(
    stack: WholeStack, guest: Guest, staff: Browser
) -> None:
    booked = await guest.book("certificate-by-number@whitfield.example")
    await guest.pay(booked, (await guest.intent(booked))["payment_intent_id"])
    path = f"/api/public/booking-status/{booked.number}/documents/"
    async with httpx2.AsyncClient(base_url=stack.url) as elsewhere:
        refused = await elsewhere.post(path, json=FILE, headers={"Booking-Email": "eve%40example.com"})
        assert (refused.status_code, refused.json()["code"]) == (403, "proof_needed")
        proof = {"Booking-Email": "certificate-by-number%40whitfield.example"}
        started = (await elsewhere.post(path, json=FILE, headers=proof)).json()
        upload, document_id = started["upload"], started["document"]["id"]
        await elsewhere.request(upload["method"], upload["url"], headers=upload["headers"], content=CERTIFICATE)
        submitted = await elsewhere.post(f"{path}{document_id}/submit/", headers=proof)
        assert submitted.json()["status"] == "submitted"
        await staff.done("POST", f"{STAFF}/documents/{document_id}/accept/", {"valid_until": "2027-12-31"})
        listed = (await elsewhere.get(path, headers=proof)).json()
    assert (listed["has_valid_certificate"], [each["status"] for each in listed["documents"]]) == (True, ["accepted"])


async def test_the_customer_downloads_receipt_and_calendar_file(customer: Browser) -> None:
    booking_id = await paid_move(customer, coi_required=True)
    receipt: Any = await customer.get(f"{CUSTOMER}/bookings/{booking_id}/receipt/")
    invite: Any = await customer.get(f"{CUSTOMER}/bookings/{booking_id}/calendar-invite/")
    assert (receipt.headers["content-type"], receipt.content[:5]) == ("application/pdf", b"%PDF-")
    assert b"DTSTART;TZID=America/New_York:20270630T080000" in invite.content
