"""Sessions on the whole system: what was ended is refused within a second, whoever ended it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from browser import CUSTOMER, PASSWORD, STAFF, Browser
from whole_stack import WholeStack

pytestmark = [pytest.mark.xdist_group("stack"), pytest.mark.timeout(180)]

A_SECOND = 1.0

Open = Callable[..., Browser]
Eventually = Callable[..., Awaitable[object]]


@pytest.fixture
async def opened(stack: WholeStack) -> AsyncIterator[Open]:
    browsers: list[Browser] = []

    def open_one(api_key: str = "") -> Browser:
        browsers.append(Browser(stack, api_key))
        return browsers[-1]

    yield open_one
    for browser in browsers:
        await browser.client.aclose()


async def two_of_one(opened: Open) -> tuple[Browser, Browser, str]:
    """Two browsers in which the same customer is signed in, both known to the gateway."""
    one, other = opened(), opened()
    email = await one.register()
    await other.sign_in(email)
    assert await one.is_signed_in()
    assert await other.is_signed_in()
    return one, other, email


async def test_a_customer_signs_every_other_browser_out(opened: Open, eventually: Eventually) -> None:
    one, other, _ = await two_of_one(opened)
    listed = (await one.get(f"{CUSTOMER}/sessions/")).json()["sessions"]
    assert sorted(session["is_current"] for session in listed) == [False, True]
    assert (await one.done("POST", f"{CUSTOMER}/sessions/revoke-others/"))["revoked"] == 1
    await eventually(other.is_signed_out, within_seconds=A_SECOND)
    assert await one.is_signed_in()


async def test_a_changed_password_ends_every_other_session(opened: Open, eventually: Eventually) -> None:
    one, other, email = await two_of_one(opened)
    change = {"current_password": PASSWORD, "new_password": "four other unrelated words"}
    await one.done("POST", f"{CUSTOMER}/auth/password-change/", change)
    await eventually(other.is_signed_out, within_seconds=A_SECOND)
    assert await one.is_signed_in()
    refused = await other.send("POST", f"{CUSTOMER}/auth/login/", {"email": email, "password": PASSWORD})
    assert refused.status_code == 401


async def test_a_cookie_is_worth_nothing_after_signing_out(opened: Open) -> None:
    browser = opened()
    await browser.register()
    kept = dict(browser.client.cookies)
    await browser.done("POST", f"{CUSTOMER}/auth/logout/")
    browser.client.cookies.update(kept)
    assert await browser.is_signed_out()


async def test_a_deactivated_colleague_is_out(opened: Open, eventually: Eventually) -> None:
    admin, colleague = opened(), opened()
    await admin.sign_in_staff("admin1")
    await colleague.sign_in_staff("staff1")
    me = (await colleague.get(f"{STAFF}/auth/user/")).json()["staff_profile"]["id"]
    await admin.done("POST", f"{STAFF}/accounts/{me}/deactivate/")
    try:

        async def is_out() -> bool:
            return not await colleague.is_signed_in(f"{STAFF}/auth/user/")

        await eventually(is_out, within_seconds=A_SECOND)
    finally:
        await admin.done("POST", f"{STAFF}/accounts/{me}/reactivate/")


async def test_an_ended_app_takes_its_devices_with_it(opened: Open, eventually: Eventually) -> None:
    admin, browser = opened(), opened()
    await admin.sign_in_staff("admin1")
    email = await browser.register()
    wanted = {"name": "iPhone app", "kind": "app", "scopes": ["devices:sign_in", "profile:read"]}
    made = await admin.done("POST", f"{STAFF}/api-keys/", wanted)
    proof = {"email": email, "password": PASSWORD, "device_name": "Ada's iPhone"}
    device = opened((await opened(made["secret"]).done("POST", f"{CUSTOMER}/auth/device/", proof))["api_key"])
    assert await device.is_signed_in()
    assert (await device.send("PATCH", f"{CUSTOMER}/profile/", {"first_name": "Eve"})).status_code == 403
    await admin.done("POST", f"{STAFF}/api-keys/{made['api_key']['id']}/revoke/")
    await eventually(device.is_signed_out, within_seconds=A_SECOND)
    assert await browser.is_signed_in()
