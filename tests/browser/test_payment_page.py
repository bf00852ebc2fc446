"""A payment link in a real browser: declined once, then paid, and paid only once; needs Chromium."""

from __future__ import annotations

from pathlib import Path

import pytest
from guest import Booked, Guest
from phone import CHROMIUM, link_for, open_phone
from playwright.async_api import Page, expect
from waiting import until
from whole_stack import WholeStack

STRIPE = "js.stripe.com"
STRIPE_FORM = Path(__file__).parents[1] / "fixtures" / "stripe_form.js"

pytestmark = [
    pytest.mark.xdist_group("stack"),
    pytest.mark.timeout(180),
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here"),
]


async def is_paid_on(page: Page) -> None:
    await expect(page.get_by_role("heading", name="It is paid. Thank you.")).to_be_visible()
    await expect(page.get_by_role("button")).to_have_count(0)


async def is_confirmed_once(guest: Guest, booked: Booked) -> bool:
    return (await guest.confirmed())[booked.email] == 1


async def test_a_link_is_declined_once_then_paid_and_never_twice(
    stack: WholeStack, guest: Guest, tmp_path: Path
) -> None:
    booked = await guest.book("paid-by-link@whitfield.example")
    link = await link_for(stack, booked)
    async with open_phone() as phone:
        page = phone.page
        await page.goto(link)
        await page.screenshot(path=tmp_path / "open.png", full_page=True)
        await expect(page.get_by_text(f"Booking {booked.number}")).to_be_visible()
        await expect(page.get_by_role("listitem").filter(has_text="Total")).to_contain_text("$2,445.00")
        pay = page.get_by_role("button", name="Pay $2,445.00")

        await page.get_by_text("The bank declines it.").click()
        await pay.click()
        await expect(page.get_by_role("alert")).to_contain_text("declined")
        await page.screenshot(path=tmp_path / "declined.png", full_page=True)

        await page.get_by_text("It is charged.").click()
        await pay.click()
        await is_paid_on(page)
        await page.screenshot(path=tmp_path / "paid.png", full_page=True)
        await until(lambda: guest.is_paid(booked))
        await until(lambda: is_confirmed_once(guest, booked))
        await page.reload()
        await is_paid_on(page)
        await page.goto(link)
        await is_paid_on(page)
        await page.get_by_role("link", name="See your booking").click()
        await expect(page.get_by_text("Your day is reserved.")).to_be_visible()
        assert (phone.complaints, phone.hosts) == ([], {"127.0.0.1"})


async def test_stripes_own_form_is_let_in_and_its_declines_and_successes_are_shown(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    stack = WholeStack(tmp_path_factory.mktemp("with-a-key"), {"PAYMENTS_STRIPE_PUBLISHABLE_KEY": "pk_test_51"})
    stack.start()
    guest = Guest(stack)
    booked = await guest.book("paid-by-stripes-form@whitfield.example")
    async with open_phone() as phone:
        page = phone.page
        await page.route(f"https://{STRIPE}/**", lambda route: route.fulfill(path=STRIPE_FORM))
        await page.goto(await link_for(stack, booked))
        await expect(page.get_by_text("A card for pk_test_51")).to_be_visible()
        await page.screenshot(path=tmp_path / "stripe.png", full_page=True)
        pay = page.get_by_role("button", name="Pay $2,445.00")
        await pay.click()
        await expect(page.get_by_role("alert")).to_contain_text("declined")
        await pay.click()
        await expect(page.get_by_text("Please don't pay again.")).to_be_visible()
        await page.screenshot(path=tmp_path / "thanks.png", full_page=True)
        await until(lambda: guest.is_paid(booked))
        await page.go_back()
        await page.reload()
        await is_paid_on(page)
        assert (phone.complaints, phone.hosts) == ([], {"127.0.0.1", STRIPE})
    await guest.browser.aclose()
    stack.stop()
