"""A driver's day on a phone, in a real browser: one large button for the next step, with and without a connection."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from booking_on_screen import PATIENCE_MILLISECONDS, show
from browser import Browser
from chassis.clock import Clock, new_york_date
from driver import LOGISTICS, given_to_a_driver, link_of
from paid_move import paid_move
from phone import CHROMIUM, open_phone
from playwright.async_api import Locator, Page, Route, expect
from whole_stack import WholeStack

pytestmark = [
    pytest.mark.xdist_group("stack"),
    pytest.mark.timeout(180),
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here"),
]

MAPS = re.compile(r"^https://www\.google\.com/maps/dir/\?api=1&destination=.+New%20York")
UP_TO_DATE, NOT_SENT = "Up to date at", "is on this phone and not sent yet"


async def says(page: Page, words: str) -> None:
    await expect(page.get_by_role("status")).to_contain_text(words, timeout=PATIENCE_MILLISECONDS)


def stop(page: Page, number: int) -> Locator:
    return page.locator("#stops > .stop").nth(number - 1)


async def press(within: Locator, name: str) -> None:
    await within.get_by_role("button", name=name, exact=True).click()


async def offers(within: Locator, name: str) -> None:
    button = within.get_by_role("button", name=name, exact=True)
    await expect(button).to_be_visible(timeout=PATIENCE_MILLISECONDS)


async def picture(page: Page, folder: Path, name: str) -> None:
    """All of it; nothing is wider than the phone."""
    assert await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    await page.screenshot(path=folder / f"driver-{name}.png", full_page=True, animations="disabled")


async def test_a_driver_does_the_day_with_one_thumb_and_a_bad_connection(stack: WholeStack, tmp_path: Path) -> None:
    customer, office = Browser(stack), Browser(stack)
    email = await customer.register()
    await office.sign_in_staff("staff1")
    day = (new_york_date(Clock().now()) + timedelta(days=17)).isoformat()
    booking_id = await paid_move(customer, pickup_date=day, special_instructions="Ring twice; the dog is friendly.")
    driver = await given_to_a_driver(office, booking_id, day)
    link = await link_of(office, driver, day)
    async with open_phone() as phone:
        page = phone.page
        await page.set_viewport_size({"width": 375, "height": 812})
        await page.goto(f"{stack.url}/driver/#{link}")
        await says(page, UP_TO_DATE)
        pickup, delivery = stop(page, 1), stop(page, 2)
        await expect(pickup.get_by_role("link", name="Call (212) 555-0144")).to_have_attribute(
            "href", "tel:+12125550144"
        )
        await expect(pickup.get_by_role("link", name="Show the way")).to_have_attribute("href", MAPS)
        await expect(pickup).to_contain_text("Ring twice; the dog is friendly.")
        text = await page.inner_text("body")
        assert [each for each in ("Byron", email, "$") if each in text] == []
        await picture(page, tmp_path, "morning")

        await press(pickup, "On my way")
        await offers(pickup, "I’m at the door")
        await page.context.set_offline(True)
        await says(page, "You are offline")
        await press(pickup, "I’m at the door")
        await expect(pickup).to_contain_text(NOT_SENT)
        await says(page, "1 report is kept on this phone until there is a connection.")
        await picture(page, tmp_path, "offline")
        await page.context.set_offline(False)
        await says(page, UP_TO_DATE)
        await press(pickup, "Loaded")
        await expect(pickup).to_contain_text("Loaded", timeout=PATIENCE_MILLISECONDS)
        await press(delivery, "On my way")
        await offers(delivery, "I’m at the door")
        await press(delivery, "It didn’t work")
        await picture(page, tmp_path, "why")
        await delivery.get_by_label("What went wrong?").fill("Nobody opened, and nobody answers the phone.")
        await press(delivery, "Report it")
        await expect(delivery).to_contain_text("Failed: Nobody opened", timeout=PATIENCE_MILLISECONDS)
        await picture(page, tmp_path, "evening")

        await office.send("DELETE", f"{LOGISTICS}/drivers/{driver}/links/{day}/")  # while the page is open
        await show(page, "visible")
        await says(page, "This link leads nowhere any more")
        await expect(page.locator("#stops > li")).to_have_count(0)
        await picture(page, tmp_path, "revoked")
        assert phone.hosts == {"127.0.0.1"}
        assert [each for each in phone.complaints if "Failed to load resource" not in each] == []


async def test_what_got_no_answer_is_sent_again_and_counts_once_even_by_a_page_opened_anew(stack: WholeStack) -> None:
    customer, office = Browser(stack), Browser(stack)
    await customer.register()
    await office.sign_in_staff("staff1")
    day = (new_york_date(Clock().now()) + timedelta(days=18)).isoformat()
    driver = await given_to_a_driver(office, await paid_move(customer, pickup_date=day), day)
    async with open_phone() as phone:
        page, heard = phone.page, list[int]()

        async def swallow(route: Route) -> None:
            """It arrives; its answer does not."""
            heard.append((await route.fetch()).status)
            await route.abort()

        await page.goto(f"{stack.url}/driver/#{await link_of(office, driver, day)}")
        await says(page, UP_TO_DATE)
        await page.route("**/api/driver/tasks/**", swallow)
        await press(stop(page, 1), "On my way")
        await expect(stop(page, 1)).to_contain_text(NOT_SENT)
        await says(page, "We can’t be reached just now.")
        assert heard[0] == 200
        await page.unroute("**/api/driver/tasks/**")
        await page.reload()
        await offers(stop(page, 1), "I’m at the door")
        await says(page, UP_TO_DATE)
        assert await page.evaluate("localStorage.getItem('totetaxi.driver.unsent')") == "[]"
    listed = (await office.get(f"{LOGISTICS}/tasks/?day={day}")).json()["tasks"]
    [task] = [each for each in listed if each["driver_id"] == driver and each["kind"] == "pickup"]
    assert (task["status"], task["version"]) == ("en_route", 3)


async def test_a_stop_that_went_to_another_crew_is_told_of_and_gone(stack: WholeStack, tmp_path: Path) -> None:
    customer, office = Browser(stack), Browser(stack)
    await customer.register()
    await office.sign_in_staff("staff1")
    day = (new_york_date(Clock().now()) + timedelta(days=19)).isoformat()
    booking_id = await paid_move(customer, pickup_date=day)
    driver = await given_to_a_driver(office, booking_id, day)
    async with open_phone() as phone:
        page = phone.page
        await page.goto(f"{stack.url}/driver/#{await link_of(office, driver, day)}")
        await says(page, UP_TO_DATE)
        await given_to_a_driver(office, booking_id, day)
        await press(stop(page, 1), "On my way")
        await expect(page.get_by_text("not on your list for that day any more")).to_be_visible()
        await expect(page.get_by_text("You have no stops on this day.")).to_be_visible()
        await picture(page, tmp_path, "gone")
