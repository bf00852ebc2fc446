"""A payment link in a real browser: declined once, then paid, and paid only once; needs Chromium."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from guest import Booked, Guest
from playwright.async_api import Page, async_playwright, expect
from staff_member import StaffMember
from whole_stack import WholeStack

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PHONE = {"width": 390, "height": 844}

pytestmark = [
    pytest.mark.xdist_group("stack"),
    pytest.mark.timeout(180),
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here"),
]


@pytest.fixture
async def page() -> AsyncIterator[Page]:
    """A phone without a session. Whatever its console complains of, or asks of another site, fails the test."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        opened = await browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
        complaints: list[str] = []
        asked: set[str] = set()
        opened.on("console", lambda message: complaints.append(message.text))
        opened.on("request", lambda request: asked.add(request.url.split("/")[2]))
        yield opened
        await browser.close()
        assert (complaints, len(asked)) == ([], 1)


async def link_for(stack: WholeStack, booked: Booked) -> str:
    """What staff hand over, as our mail writes it."""
    staff = await StaffMember(stack, "staff1").sign_in()
    made: Any = await staff.browser.post("/api/payments/links/", json={"booking_id": booked.id})
    await staff.browser.aclose()
    return f"{stack.url}/pay/?token={made.json()['token']}"


async def test_a_link_is_declined_once_then_paid_and_never_twice(
    stack: WholeStack, guest: Guest, page: Page, tmp_path: Path
) -> None:
    booked = await guest.book("paid-by-link@whitfield.example")
    link = await link_for(stack, booked)
    await page.goto(link)
    await page.screenshot(path=tmp_path / "open.png", full_page=True)
    await expect(page.get_by_role("listitem").filter(has_text="Total")).to_contain_text("$2,445.00")
    await expect(page.get_by_text(f"Booking {booked.number}")).to_be_visible()
    pay = page.get_by_role("button", name="Pay $2,445.00")

    await page.get_by_text("The bank declines it.").click()
    await pay.click()
    await expect(page.get_by_role("alert")).to_contain_text("declined")
    await page.screenshot(path=tmp_path / "declined.png", full_page=True)

    await page.get_by_text("It is charged.").click()
    await pay.click()
    await expect(page.get_by_role("heading", name="It is paid. Thank you.")).to_be_visible()
    await page.screenshot(path=tmp_path / "paid.png", full_page=True)
    assert await guest.is_paid(booked)
    await guest.the_mail(booked)

    for again in (page.reload, lambda: page.goto(link)):
        await again()
        await expect(page.get_by_role("heading", name="It is paid. Thank you.")).to_be_visible()
        await expect(page.get_by_role("button")).to_have_count(0)
    await page.get_by_role("link", name="See your booking").click()
    await expect(page.get_by_text("Your day is reserved.")).to_be_visible()
