"""Customers and guests follow bookings live on the whole system, through a NATS that is killed meanwhile."""

from __future__ import annotations

import pytest
from browser import CUSTOMER, STAFF, Browser
from event_stream import listening
from guest import Guest
from paid_move import paid_move
from waiting import until
from whole_stack import WholeStack

pytestmark = [pytest.mark.xdist_group("stack"), pytest.mark.timeout(180)]

PATIENCE_SECONDS = 60


async def test_a_customer_follows_a_move_to_its_end_and_nobody_elses(stack: WholeStack) -> None:
    customer, office, stranger = Browser(stack), Browser(stack), Browser(stack)
    await customer.register()
    await stranger.register()
    await office.sign_in_staff("staff1")
    booking_id = await paid_move(customer)
    path = f"{CUSTOMER}/bookings/{booking_id}/events/"
    assert (await stranger.get(path)).status_code == 404

    async def move(status: str) -> None:
        await office.done("PATCH", f"{STAFF}/bookings/{booking_id}/", {"status": status})

    async with listening(customer.client, path) as stream:
        assert await stream.statuses(2) == ["pending", "paid"]
        await move("scheduled")
        assert await stream.statuses(1) == ["scheduled"]
        legs = [heard.data["kind"] for _ in range(2) if (heard := await stream.next())]
        assert legs == ["pickup", "delivery"]
        crashes = stack.parts()["nats"]["crashes"]
        stack.kill("nats")
        await move("in_progress")
        await until(lambda: stack.is_back("nats", crashes), PATIENCE_SECONDS)
        last = await stream.next()
        assert last is not None
        assert last.data["status"] == "in_progress"

    await move("completed")
    async with listening(customer.client, path, after=last.id) as stream:
        assert await stream.statuses(1) == ["completed"]
        ended = await stream.next()
        assert ended is not None
        assert (ended.event, await stream.next()) == ("end", None)


async def test_whoever_is_signed_out_everywhere_hears_no_more(stack: WholeStack) -> None:
    one, other = Browser(stack), Browser(stack)
    email = await one.register()
    await other.sign_in(email)
    booking_id = await paid_move(one)
    async with listening(other.client, f"{CUSTOMER}/bookings/{booking_id}/events/") as stream:
        assert await stream.statuses(2) == ["pending", "paid"]
        await one.done("POST", f"{CUSTOMER}/sessions/revoke-others/")
        assert await stream.next() is None


async def test_a_guest_follows_a_move_by_its_number_and_nobody_else_does(stack: WholeStack, guest: Guest) -> None:
    office, stranger = Browser(stack), Browser(stack)
    await office.sign_in_staff("staff1")
    booked = await guest.book("followed@whitfield.example", coi_required=False)
    path = f"/api/public/booking-status/{booked.number}/events/"
    async with listening(guest.browser, path) as by_cookie:
        assert await by_cookie.statuses(1) == ["pending"]
        await guest.pay(booked, (await guest.intent(booked))["payment_intent_id"])
        assert await by_cookie.statuses(1) == ["paid"]
    refused = await stranger.client.get(path, headers={"Booking-Email": "eve%40example.com"})
    assert (refused.status_code, refused.json()["code"]) == (403, "proof_needed")
    async with listening(stranger.client, path, after="2", email=booked.email) as by_email:
        await office.done("PATCH", f"{STAFF}/bookings/{booked.id}/", {"status": "scheduled"})
        assert await by_email.statuses(1) == ["scheduled"]
        heard = await by_email.next()
        assert heard is not None
        assert (heard.data["kind"], heard.data["stage"]) == ("pickup", "scheduled")
