"""The main job: a guest prices, books, pays and is told, once; and all of it is still there tomorrow."""

from __future__ import annotations

import pytest
from guest import Guest
from whole_stack import WholeStack

pytestmark = [pytest.mark.xdist_group("stack"), pytest.mark.timeout(180)]


async def test_a_guest_prices_books_pays_and_is_told_once(stack: WholeStack, guest: Guest) -> None:
    preview = await guest.preview()
    booked = await guest.book("journey@whitfield.example")
    assert booked.total_dollars == preview["pricing"]["total_price_dollars"] == 2445.0
    assert await guest.status(booked) == "pending"

    intent = await guest.intent(booked)
    assert (intent["amount_cents"], intent["booking_number"]) == (244500, booked.number)
    assert (await guest.intent(booked))["payment_intent_id"] == intent["payment_intent_id"]
    await guest.pay(booked, intent["payment_intent_id"])

    mail = await guest.the_mail(booked)
    assert booked.number in mail["subject"]
    for told in ("$2,445.00", "Wednesday, June 2, 2027", "350 Fifth Ave, Apt 9", "1 Main St", booked.number):
        assert told in mail["text"]
        assert told in mail["html"]
    link = f"{stack.url}/booking/{booked.number}"
    assert link in mail["html"]
    assert "Your day is reserved." in (await guest.browser.get(link)).text


async def test_a_declined_card_leaves_the_booking_to_be_paid_with_another(guest: Guest) -> None:
    booked = await guest.book("declined@whitfield.example")
    intent = (await guest.intent(booked))["payment_intent_id"]
    declined = {"payment_intent_id": intent, "status": "failed", "failure_reason": "Your card was declined."}
    await guest.browser.post("/api/payments/mock-confirm/", json=declined)
    assert await guest.status(booked) == "pending"
    await guest.pay(booked, intent)
    await guest.the_mail(booked)


async def test_everything_is_still_there_after_stopping_and_starting_again(stack: WholeStack, guest: Guest) -> None:
    booked = await guest.book("tomorrow@whitfield.example")
    await guest.pay(booked, (await guest.intent(booked))["payment_intent_id"])
    mail = await guest.the_mail(booked)
    stack.stop()
    stack.start()
    assert await guest.is_paid(booked)
    assert (await guest.the_mail(booked))["id"] == mail["id"]
    page = await guest.browser.get(f"{stack.mail_url}/{mail['id']}/body")
    assert booked.number in page.text
