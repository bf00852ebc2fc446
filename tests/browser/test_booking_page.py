"""A booking's page in a real browser, on the day of the move: it shows what happens without being loaded again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from booking_on_screen import PATIENCE_MILLISECONDS, is_live, is_the_same, open_in_full, paid, picture, show
from crew import crew_for
from guest import WEDNESDAY, Guest
from phone import CHROMIUM, Phone, open_phone
from playwright.async_api import Page, expect
from staff_member import StaffMember
from waiting import until
from whole_stack import WholeStack

TOP_OF_THE_NOTE = "document.getElementById('live').getBoundingClientRect().top"
"""Where in the window it is: what somebody reads must not jump."""
PATIENCE_SECONDS = 60

pytestmark = [
    pytest.mark.xdist_group("stack"),
    pytest.mark.timeout(180),
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here"),
]


@pytest.fixture
async def staff(stack: WholeStack) -> AsyncIterator[StaffMember]:
    member = await StaffMember(stack, "staff1").sign_in()
    yield member
    await member.browser.aclose()


async def says(page: Page, headline: str, step: str) -> None:
    """Without having been loaded again."""
    heading = page.get_by_role("heading", name=headline, level=1)
    await expect(heading).to_be_visible(timeout=PATIENCE_MILLISECONDS)
    await expect(page.locator("[aria-current=step]")).to_contain_text(step)
    assert await is_the_same(page)


def addresses_asked(phone: Phone) -> list[str]:
    found: list[str] = []
    phone.page.on("request", lambda request: found.append(request.url))
    return found


async def test_a_move_is_shown_as_it_happens_from_paid_to_delivered(
    stack: WholeStack, guest: Guest, staff: StaffMember, tmp_path: Path
) -> None:
    booked = await paid(guest, "day-of-the-move@whitfield.example")
    async with open_phone() as phone:
        page, asked = phone.page, addresses_asked(phone)
        await open_in_full(page, stack, booked)
        await says(page, "Your day is reserved.", "Paid")
        await picture(page, tmp_path, "paid")
        receipt = page.get_by_role("button", name="Receipt")
        await receipt.focus()
        await page.set_viewport_size({"width": 375, "height": 500})
        await page.evaluate("scrollTo(0, 300)")
        seen_at = await page.evaluate(TOP_OF_THE_NOTE)

        crew = await crew_for(staff, booked, WEDNESDAY)
        await says(page, "Your crew is assigned.", "Crew assigned")
        await expect(page.locator("#news")).to_contain_text("Your crew is assigned.")
        await expect(receipt).to_be_focused()
        assert await page.evaluate(TOP_OF_THE_NOTE) == pytest.approx(seen_at, abs=1)
        await picture(page, tmp_path, "scheduled")

        await crew.report("pickup", "en_route")
        await says(page, "Your crew is on the way to you.", "On the way")
        await crew.report("pickup", "arrived")
        await says(page, "Your crew is at the door.", "On the way")
        await crew.report("pickup", "loaded")
        await says(page, "Your things are on their way.", "On the way")
        await crew.report("delivery", "en_route")
        await expect(page.get_by_text("On the way to you").first).to_be_visible(timeout=PATIENCE_MILLISECONDS)
        await picture(page, tmp_path, "on-the-way")
        await crew.report("delivery", "arrived", "delivered")
        await says(page, "Delivered.", "Delivered")
        await expect(page.get_by_text("keeps itself up to date")).to_be_hidden()
        await picture(page, tmp_path, "delivered")
        assert (phone.complaints, phone.hosts) == ([], {"127.0.0.1"})
    assert any(address.endswith("/events/") for address in asked)
    assert not [address for address in asked if "whitfield" in address]


async def test_a_hidden_tab_hears_nothing_and_catches_up_when_it_is_shown(
    stack: WholeStack, guest: Guest, staff: StaffMember
) -> None:
    booked = await paid(guest, "hidden-tab@whitfield.example")
    async with open_phone() as phone:
        page, ended = phone.page, ended_streams(phone.page)
        await open_in_full(page, stack, booked)
        await show(page, "hidden")
        await until(lambda: bool(ended))
        await crew_for(staff, booked, WEDNESDAY)
        await expect(page.get_by_role("heading", name="Your day is reserved.")).to_be_visible()
        await show(page, "visible")
        await says(page, "Your crew is assigned.", "Crew assigned")


def ended_streams(page: Page) -> list[str]:
    """The streams that the page has given up."""
    found: list[str] = []
    page.on("requestfailed", lambda request: found.append(request.url) if "/events/" in request.url else None)
    return found


async def test_a_page_that_is_cut_off_says_so_and_comes_back_by_itself(
    stack: WholeStack, guest: Guest, staff: StaffMember
) -> None:
    booked = await paid(guest, "cut-off@whitfield.example")
    async with open_phone() as phone:
        page = phone.page
        await open_in_full(page, stack, booked)
        crashes = stack.parts()["gateway"]["crashes"]
        stack.kill("gateway")
        await expect(page.get_by_text("Not live just now; we keep trying.")).to_be_visible(
            timeout=PATIENCE_MILLISECONDS
        )
        await until(lambda: stack.is_back("gateway", crashes), PATIENCE_SECONDS)
        await crew_for(staff, booked, WEDNESDAY)
        await says(page, "Your crew is assigned.", "Crew assigned")
        await is_live(page)


async def test_without_scripts_the_page_works_as_it_always_did(stack: WholeStack, guest: Guest) -> None:
    booked = await paid(guest, "no-scripts@whitfield.example")
    async with open_phone(java_script_enabled=False) as phone:
        page: Any = phone.page
        await page.goto(f"{stack.url}/booking/{booked.number}/")
        await page.get_by_label("tell us the email").fill(booked.email)
        await page.get_by_role("button", name="Show everything").click()
        await expect(page.get_by_role("heading", name="Your day is reserved.")).to_be_visible()
        await expect(page.locator("#live")).to_be_hidden()
