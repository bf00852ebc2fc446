"""A certificate of insurance, sent from the booking's page in a real browser, straight to the storage."""

from __future__ import annotations

from pathlib import Path

import pytest
from booking_on_screen import PATIENCE_MILLISECONDS, is_the_same, open_in_full, paid, picture, show
from guest import Guest
from phone import CHROMIUM, open_phone
from playwright.async_api import Page, expect
from staff_member import StaffMember
from whole_stack import WholeStack

CERTIFICATE = b"%PDF-1.7\n% certificate of insurance\n%%EOF\n"
MOST = 20 * 1024 * 1024

pytestmark = [
    pytest.mark.xdist_group("stack"),
    pytest.mark.timeout(180),
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here"),
]


async def stands(page: Page, words: str) -> None:
    await expect(page.locator(".standing")).to_have_text(words, timeout=PATIENCE_MILLISECONDS)


async def choose(page: Page, name: str, kind: str, content: bytes) -> None:
    file = {"name": name, "mimeType": kind, "buffer": content}
    await page.get_by_label("A PDF or a picture").set_input_files(file)  # type: ignore[arg-type]


async def come_back(page: Page) -> None:
    """As somebody does who has read our mail in another tab meanwhile."""
    await show(page, "hidden")
    await show(page, "visible")


async def is_refused(page: Page, words: str) -> None:
    await expect(page.get_by_role("alert")).to_contain_text(words, timeout=PATIENCE_MILLISECONDS)


async def test_a_guest_is_told_what_is_wrong_sends_it_is_asked_again_and_is_done(
    stack: WholeStack, guest: Guest, tmp_path: Path
) -> None:
    booked = await paid(guest, "certificate@whitfield.example", coi_required=True)
    staff = await StaffMember(stack, "staff1").sign_in()
    async with open_phone() as phone:
        page = phone.page
        await open_in_full(page, stack, booked)
        await stands(page, "Still missing")
        await picture(page, tmp_path, "wanted")
        send = page.get_by_role("button", name="Send the certificate")

        await send.click()
        await is_refused(page, "Please choose the file first.")
        await choose(page, "certificate.html", "text/html", b"<html>")
        await is_refused(page, "This is no PDF, JPEG or PNG.")
        await choose(page, "certificate.pdf", "application/pdf", b"%PDF-" + b"x" * MOST)
        await is_refused(page, "up to 20 MB can be sent.")
        await picture(page, tmp_path, "refused")
        await choose(page, "certificate.pdf", "application/pdf", b"<html>")
        await send.click()
        await is_refused(page, "The file is no PDF")

        await choose(page, "certificate.pdf", "application/pdf", CERTIFICATE)
        await send.click()
        await stands(page, "Being checked")
        await expect(page.locator("#news")).to_contain_text("Being checked")
        await expect(page.get_by_role("heading", name="Certificate of insurance")).to_be_focused()
        await picture(page, tmp_path, "sent")

        [newest, *_] = (await staff.ask("GET", f"bookings/{booked.id}/documents/"))["documents"]
        await staff.ask("POST", f"documents/{newest['id']}/reject/", json={"reason": "It names another building."})
        await come_back(page)
        await stands(page, "Needs a change")
        await expect(page.get_by_text("It names another building.")).to_be_visible()
        await picture(page, tmp_path, "rejected")
        await choose(page, "certificate.pdf", "application/pdf", CERTIFICATE)
        await send.click()
        await stands(page, "Being checked")
        [newest, *_] = (await staff.ask("GET", f"bookings/{booked.id}/documents/"))["documents"]
        await staff.ask("POST", f"documents/{newest['id']}/accept/", json={"valid_until": "2027-12-31"})
        await come_back(page)
        await stands(page, "Accepted")
        await expect(page.locator(".words")).to_contain_text("It is good until December 31, 2027.")
        await picture(page, tmp_path, "accepted")
        assert await is_the_same(page)
        assert phone.hosts == {"127.0.0.1"}
        assert [complaint for complaint in phone.complaints if "400" not in complaint] == []
    await staff.browser.aclose()
