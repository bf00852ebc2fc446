"""A customer takes their data home from every service, and is forgotten by all of them; the audit log knows of it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from typing import Any

import psycopg
import pytest
from account_holder import SLOWLY, AccountHolder
from guest import Guest
from local_stack import environment, postgres
from waiting import until
from whole_stack import WholeStack

pytestmark = [pytest.mark.xdist_group("stack"), pytest.mark.timeout(180)]

KEPT = {
    "booking": (
        "booking",
        "booking_history",
        "verified_customer",
        "erasure",
        "storage",
        "custom_quote",
        "company_contact",
    ),
    "payments": ("payment", "webhook_event"),
    "notifications": ("message",),
    "identity": ("customer", "session", "erasure"),
}


@pytest.fixture
async def holder(stack: WholeStack) -> AsyncIterator[Callable[[str], AccountHolder]]:
    made: list[AccountHolder] = []

    def make(email: str) -> AccountHolder:
        made.append(AccountHolder(stack, email))
        return made[-1]

    yield make
    for each in made:
        await each.close()


def found_in(stack: WholeStack, words: tuple[str, ...]) -> list[tuple[str, str]]:
    """The tables in which any of `words` stands."""
    found = []
    for service, tables in KEPT.items():
        url = postgres.url(stack.ports["postgres"], service, stack.secrets[f"{service}_database"], service)
        with psycopg.connect(url) as connection:
            for table in tables:
                rows = str(connection.execute(f"SELECT row_to_json(t)::text FROM {table} t").fetchall())  # noqa: S608
                found += [(table, word) for word in words if word in rows]
    return found


async def test_a_customer_takes_everything_home_and_is_forgotten_by_everybody(
    stack: WholeStack, guest: Guest, holder: Callable[[str], AccountHolder]
) -> None:
    booked = await guest.book("forget-me@whitfield.example")
    await guest.intent(booked)
    ada = holder(booked.email)
    await ada.register()
    principal = await ada.principal()

    async def all_is_there() -> Any:
        data = await ada.data(principal)
        return data if data["bookings"] and data["payments"] else None

    data = await until(all_is_there, SLOWLY)
    assert data["profile"]["email"] == booked.email
    assert [each["booking_number"] for each in data["bookings"]] == [booked.number]
    assert [each["booking_number"] for each in data["payments"]] == [booked.number]

    erasure = await ada.until_forgotten(await ada.ask_to_be_forgotten(principal))
    everybody = ["identity", "booking", "payments", "notifications", "pricing"]
    assert [report.service for report in erasure.reports] == everybody
    assert await ada.mail.mail("Your account is deleted")
    await until(lambda: found_in(stack, ("forget-me", booked.email)) == [], SLOWLY)
    assert await guest.status(booked) == "expired"


async def test_who_has_a_paid_move_to_come_is_forgotten_when_it_is_done(
    guest: Guest, holder: Callable[[str], AccountHolder]
) -> None:
    booked = await guest.book("still-to-come@whitfield.example")
    await guest.pay(booked, (await guest.intent(booked))["payment_intent_id"])
    ada = holder(booked.email)
    await ada.register()
    token = await ada.ask_to_be_forgotten(await ada.principal())

    async def booking_waits() -> bool:
        return (await ada.erasure(token)).reports[1].waits_until == "2027-06-16"

    await until(booking_waits, SLOWLY)
    assert await guest.is_paid(booked)


async def test_the_audit_log_is_whole(stack: WholeStack, holder: Callable[[str], AccountHolder]) -> None:
    ada = holder("logged@whitfield.example")
    await ada.register()
    await ada.data(await ada.principal())
    own = environment.own_settings(stack.secrets, stack.ports, stack.gateway_port, stack.mail_port)["identity"]
    settings = os.environ | environment.service_environment("identity", stack.secrets, stack.ports) | own
    command = [sys.executable, "-m", "identity", "audit", "verify"]

    def is_whole_and_not_empty() -> bool:
        done = subprocess.run(command, env=settings, capture_output=True, text=True, check=True)
        return not done.stdout.startswith("intact: 0 ")

    await until(is_whole_and_not_empty, SLOWLY)
