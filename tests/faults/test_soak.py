"""300 bookings paid, declined, challenged, refunded and disputed while webhooks go astray and parts are killed.

Afterwards not a dollar is lost and not a dollar is there twice. `make soak` runs it; SOAK_BOOKINGS and SOAK_SEED
change it.
"""

from __future__ import annotations

import asyncio
import os
import random
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sql
from chassis.database import Database
from guest import Guest
from soak import UNPAID, Case, Day, draw
from waiting import until
from whole_stack import WholeStack

pytestmark = [pytest.mark.soak, pytest.mark.timeout(1_800)]

BOOKINGS = int(os.environ.get("SOAK_BOOKINGS", "300"))
SEED = int(os.environ.get("SOAK_SEED", "7"))
KILL_ROUNDS = 3
GUESTS_AT_ONCE = 6
SETTLE_SECONDS = 300.0

SETTINGS = {
    "BOOKING_WINDOW_CAPACITY": "1000",
    "BOOKING_ORGANIZER_CAPACITY": "2000",
    "BOOKING_PAYMENT_MINUTES": "600",
    "PAYMENTS_RECONCILE_SECONDS": "5",
    "PAYMENTS_RECONCILE_GRACE_SECONDS": "3",
}
FAULTS = {"seed": SEED, "drop": 0.05, "copies": 3, "delay_seconds": 0.8}


@pytest.fixture
async def day(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Day]:
    """A stack of its own, since it is not left as it was found."""
    folder: Path = tmp_path_factory.mktemp("soak")
    stack = WholeStack(folder, SETTINGS)
    stack.start()
    guest = Guest(stack)
    yield Day(stack, guest, draw(BOOKINGS, random.Random(SEED)))
    await guest.browser.aclose()
    stack.stop()


async def test_not_a_dollar_is_lost_and_not_a_dollar_is_there_twice(day: Day) -> None:
    await day.act("faults", FAULTS)
    killing = asyncio.create_task(day.kill_in_turn(KILL_ROUNDS, random.Random(SEED)))
    gate = asyncio.Semaphore(GUESTS_AT_ONCE)

    async def live(case: Case) -> None:
        async with gate:
            await day.live(case)

    await asyncio.gather(*(live(case) for case in day.cases))
    await killing
    await day.act("faults", {"drop": 0.0, "copies": 1, "delay_seconds": 0.0})
    database = day.open_payments()
    await until(lambda: is_settled(day, database), SETTLE_SECONDS)
    counts = await count(day, database)
    print("\n" + "\n".join(f"{name:>42}: {number:,}" for name, number in counts.items()))  # noqa: T201
    await database.close()
    agree(counts)


async def is_settled(day: Day, database: Database) -> bool:
    """Every booking is told paid that was, every refund is done, and our books are Stripe's."""
    waiting = "SELECT (SELECT count(*) FROM webhook_event WHERE processed_at IS NULL)"
    waiting += " + (SELECT count(*) FROM refund WHERE status IN ('requested', 'approved', 'processing'))"
    if await number(database, waiting) or await number(database, CASH) != await stripe_balance(day):
        return False
    paid = [case.booked for case in day.cases if case.booked and case.fate not in UNPAID]
    if await number(database, "SELECT count(*) FROM paid_booking") < len(paid):
        return False
    mailed = await day.guest.confirmed()
    return all(mailed[booked.email] for booked in paid)


CASH = "SELECT coalesce(sum(amount_cents), 0) FROM ledger_entry WHERE account = 'cash_at_stripe'"
ACCOUNTS = "SELECT account, sum(amount_cents) FROM ledger_entry GROUP BY account ORDER BY account"
CAPTURED_TWICE = """SELECT count(*) FROM (
    SELECT booking_id FROM payment WHERE status IN ('succeeded', 'refunded') GROUP BY booking_id HAVING count(*) > 1
) AS twice"""


async def number(database: Database, question: str) -> int:
    async with database.reading() as connection:
        return int((await connection.execute(sql.text(question))).scalar_one())


async def stripe_balance(day: Day) -> int:
    return int((await day.ask("balance"))["available"][0]["amount"])


async def count(day: Day, database: Database) -> dict[str, int]:
    """What there is afterwards."""
    paid = [case.booked for case in day.cases if case.booked and case.fate not in UNPAID]
    mailed = await day.guest.confirmed()
    statuses = Counter([await day.guest.status(booked) for booked in paid])
    async with database.reading() as connection:
        accounts = {account: int(cents) for account, cents in await connection.execute(sql.text(ACCOUNTS))}
    captured = [one for one in await charges(day) if one["captured"]]
    return {
        "bookings": len(day.cases),
        **{f"  {fate}": number for fate, number in Counter(case.fate for case in day.cases).items()},
        **{f"killed {part}": number for part, number in day.kills.items()},
        "webhooks that came": await number(database, "SELECT count(*) FROM webhook_event"),
        "webhooks found by the reconciler": await number(database, "SELECT coalesce(sum(lost), 0) FROM reconciliation"),
        "bookings that must be paid": len(paid),
        "bookings that are paid": statuses["paid"],
        "captured at Stripe": len(captured),
        "bookings captured more than once": await number(database, CAPTURED_TWICE),
        "customers with exactly one receipt": sum(mailed[booked.email] == 1 for booked in paid),
        "cents paid at Stripe": sum(one["amount_captured"] for one in captured),
        "cents of revenue in the books": -accounts["revenue"] - accounts["organizing_revenue"],
        "cents at Stripe by our books": accounts["cash_at_stripe"],
        "cents at Stripe by Stripe": await stripe_balance(day),
        "cents received for nothing": accounts["receivable"],
        "sum of all accounts": sum(accounts.values()),
        "differences left open": await number(database, "SELECT count(*) FROM difference WHERE resolved_at IS NULL"),
    }


async def charges(day: Day) -> list[dict[str, Any]]:
    """Every charge at Stripe."""
    found: list[dict[str, Any]] = []
    while True:
        page = await day.ask("charges?limit=100" + (f"&starting_after={found[-1]['id']}" if found else ""))
        found += page["data"]
        if not page["has_more"]:
            return found


def agree(counts: dict[str, int]) -> None:
    """Everything that must be equal is."""
    paid = counts["bookings that must be paid"]
    assert counts["bookings that are paid"] == paid
    assert counts["captured at Stripe"] == paid
    assert counts["bookings captured more than once"] == 0
    assert counts["customers with exactly one receipt"] == paid
    assert counts["cents of revenue in the books"] == counts["cents paid at Stripe"]
    assert counts["cents at Stripe by our books"] == counts["cents at Stripe by Stripe"]
    assert counts["cents received for nothing"] == counts["sum of all accounts"] == 0
    assert counts["differences left open"] == 0
    assert all(number > 1 for name, number in counts.items() if name.startswith("killed"))
