"""Somebody stores: billed from the first day, late when a card fails, and billed no further once it has ended."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from browser import CUSTOMER, STAFF, Browser
from chassis.clock import Clock, new_york_date
from stripe_at_the_stack import Stripe
from waiting import until
from whole_stack import WholeStack

pytestmark = [pytest.mark.xdist_group("stack"), pytest.mark.timeout(180)]

SLOWLY = 20.0
MONTHLY = 15_000


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


@pytest.fixture
async def stripe(stack: WholeStack) -> AsyncIterator[Stripe]:
    asked = Stripe(stack)
    yield asked
    await asked.client.aclose()


async def seen(browser: Browser, path: str) -> dict[str, Any]:
    answer = await browser.get(path)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def save_card(customer: Browser, stripe: Stripe, card: str) -> None:
    setup = await customer.done("POST", f"{CUSTOMER}/payment-methods/setup-intent/", {})
    await stripe.confirm_setup(setup["setup_intent_id"], card)

    async def is_saved() -> bool:
        return bool((await seen(customer, f"{CUSTOMER}/payment-methods/"))["payment_methods"])

    await until(is_saved, SLOWLY)


async def started(staff: Browser, customer: Browser) -> dict[str, Any]:
    """From today, with a box and a lamp."""
    profile = await seen(customer, f"{CUSTOMER}/profile/")
    wish = {
        "customer_id": profile["id"],
        "first_name": "Ada",
        "last_name": "Byron",
        "email": "ada@whitfield.example",
        "phone": "+12125550142",
        "start_date": new_york_date(Clock().now()).isoformat(),
        "items": [{"kind": "box", "label": "Books"}, {"kind": "furniture", "label": "Lamp"}],
    }
    return await staff.done("POST", f"{STAFF}/storage/", wish)


async def billed(stripe: Stripe, storage_id: str, statuses: list[str]) -> dict[str, Any]:
    """The subscription, once its invoices stand like this."""

    async def stand() -> dict[str, Any] | None:
        subscription = await stripe.subscription_of(storage_id)
        if subscription is None:
            return None
        invoices = await stripe.invoices_of(subscription)
        return subscription if [each["status"] for each in invoices] == statuses else None

    return dict(await until(stand, SLOWLY))


async def test_a_storage_is_billed_each_month_until_it_has_ended(
    customer: Browser, staff: Browser, stripe: Stripe
) -> None:
    await save_card(customer, stripe, "pm_card_visa")
    made = await started(staff, customer)
    page = f"{CUSTOMER}/storage/{made['id']}/"
    assert (made["status"], made["monthly_cents"]) == ("active", MONTHLY)
    subscription = await billed(stripe, made["id"], ["paid"])
    await stripe.pass_a_month(subscription)
    await billed(stripe, made["id"], ["paid", "paid"])
    assert {each["amount_paid"] for each in await stripe.invoices_of(subscription)} == {MONTHLY}

    shown = await seen(customer, page)
    assert (shown["standing"], shown["item_count"]) == ("good", 2)
    ended = await customer.done("POST", f"{page}end/", {"expected_end_date": shown["period_end"]})
    assert (ended["status"], ended["end_date"]) == ("ending", shown["period_end"])
    assert {item["wanted_back_on"] for item in ended["items"]} == {shown["period_end"]}

    async def stops() -> bool:
        at_stripe = await stripe.subscription_of(made["id"])
        return at_stripe is not None and at_stripe["cancel_at_period_end"]

    await until(stops, SLOWLY)
    await stripe.pass_a_month(subscription)
    await billed(stripe, made["id"], ["paid", "paid"])


async def test_a_card_that_fails_makes_the_storage_late_for_all_to_see(
    customer: Browser, staff: Browser, stripe: Stripe
) -> None:
    await save_card(customer, stripe, "pm_card_chargeCustomerFail")
    made = await started(staff, customer)

    async def is_late() -> bool:
        return (await seen(customer, f"{CUSTOMER}/storage/{made['id']}/"))["standing"] == "late"

    await until(is_late, SLOWLY)
    late = await seen(staff, f"{STAFF}/storage/?standing=late")
    assert made["id"] in [each["id"] for each in late["storages"]]
    history = (await seen(staff, f"{STAFF}/storage/{made['id']}/"))["history"]
    assert [entry["actor"] for entry in history][-1] == "payments"
