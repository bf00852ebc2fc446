"""Accounts on the whole system: everything that a mailed link is for can be done with the mail and our own pages."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from uuid import uuid4

import pytest
from browser import CUSTOMER, PASSWORD, STAFF, Browser
from guest import Guest
from mail_reader import MailReader
from staff_member import StaffMember
from waiting import until
from whole_stack import WholeStack

pytestmark = [pytest.mark.xdist_group("stack"), pytest.mark.timeout(180)]

CHOSEN = "four other unrelated words"
BOTH = {"new_password": CHOSEN, "new_password_again": CHOSEN}

Reader = Callable[[str], MailReader]


@pytest.fixture
async def reader(stack: WholeStack) -> AsyncIterator[Reader]:
    made: list[MailReader] = []

    def make(email: str) -> MailReader:
        made.append(MailReader(stack, email))
        return made[-1]

    yield make
    for each in made:
        await each.close()


@pytest.fixture
async def browser(stack: WholeStack) -> AsyncIterator[Browser]:
    opened = Browser(stack)
    yield opened
    await opened.client.aclose()


async def test_a_new_customer_confirms_the_email_by_our_welcome(browser: Browser, reader: Reader) -> None:
    mail = reader(await browser.register())
    page = await mail.follow("Welcome to ToteTaxi")
    assert f"{mail.email} is confirmed" in page.text
    me = (await browser.get(f"{CUSTOMER}/auth/user/")).json()
    assert me["customer_profile"]["is_email_verified"]
    assert await mail.subjects() == ["Welcome to ToteTaxi: please confirm your email"]


async def test_a_forgotten_password_is_replaced_by_a_mailed_link_once(
    stack: WholeStack, browser: Browser, reader: Reader
) -> None:
    mail = reader(await browser.register())
    page = await mail.send(f"{stack.url}/account/forgotten-password/", email=mail.email.upper())
    assert "on its way" in page.text
    weak = await mail.follow("Choose a new password", new_password="password1", new_password_again="password1")
    assert "easily guessed" in weak.text
    assert "Your new password is set" in (await mail.follow("Choose a new password", **BOTH)).text
    assert "no longer good" in (await mail.follow("Choose a new password", **BOTH)).text

    await until(browser.is_signed_out)
    old = {"email": mail.email, "password": PASSWORD}
    assert (await browser.client.post(f"{CUSTOMER}/auth/login/", json=old)).status_code == 401
    await browser.sign_in(mail.email, CHOSEN)
    await mail.mail("Your password was changed")


async def test_whose_email_is_used_to_register_again_is_told_and_nobody_else(browser: Browser, reader: Reader) -> None:
    mail = reader(await browser.register())
    again = {"email": mail.email, "password": CHOSEN, "password_confirm": CHOSEN}
    for _ in range(2):
        sent = again | {"first_name": "Somebody", "last_name": "Else"}
        assert (await browser.send("POST", f"{CUSTOMER}/auth/register/", sent)).status_code == 400
    await mail.mail("You already have a ToteTaxi account")


async def test_invited_staff_choose_a_password_by_the_mail_and_sign_in(
    stack: WholeStack, browser: Browser, reader: Reader
) -> None:
    admin = await StaffMember(stack, "admin1").sign_in()
    name = f"s{uuid4().hex[:8]}"
    mail = reader(f"{name}@example.com")
    new = {"username": name, "email": mail.email, "first_name": "Sam", "last_name": "Lee", "role": "staff"}
    await admin.ask("POST", "accounts/", status=201, json=new)
    assert "Your new password is set" in (await mail.follow("Your ToteTaxi staff account", **BOTH)).text
    await browser.sign_in_staff(name, CHOSEN)

    for _ in range(5):
        wrong = {"username": name, "password": "wrong"}
        assert (await browser.send("POST", f"{STAFF}/auth/login/", wrong)).status_code == 401
    await mail.mail("Your staff account is locked")
    await admin.browser.aclose()


async def test_a_booking_that_staff_move_and_call_off_is_told_to_who_booked(
    stack: WholeStack, guest: Guest, reader: Reader
) -> None:
    booked = await guest.book("moved-and-cancelled@whitfield.example")
    await guest.pay(booked, (await guest.intent(booked))["payment_intent_id"])
    staff = await StaffMember(stack, "staff1").sign_in()
    change = {"pickup_date": "2027-06-03", "reason": "As the customer asked."}
    await staff.ask("POST", f"bookings/{booked.id}/reschedule/", json=change)
    mail = reader(booked.email)
    assert "Wednesday, June 2, 2027" in (await mail.mail("Moved to June 3"))["text"]
    off = {"reason": "Our van broke down.", "refund_cents": 100_000}
    await staff.ask("POST", f"bookings/{booked.id}/cancel/", json=off)
    told = (await mail.mail("Cancelled"))["text"]
    assert "$2,445.00" in told
    assert "$1,000.00 back" in told
    await mail.mail("$1,000.00 is on its way back")
    await mail.mail("Please send us your building's certificate")
    assert len(await mail.subjects()) == 5
    await staff.browser.aclose()
