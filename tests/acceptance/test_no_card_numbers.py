"""After cards were paid with, declined, saved and typed where they don't belong: no number is anywhere of ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from guest import Booked, Guest
from local_stack import postgres
from psycopg import sql
from staff_member import StaffMember
from waiting import until
from whole_stack import WholeStack

pytestmark = [pytest.mark.xdist_group("stack"), pytest.mark.timeout(180)]

TYPED = "4242424242424242"
NUMBERS = re.compile(r"(?<![0-9A-Za-z.-])[3-6](?:[ -]?[0-9]){14,15}(?![0-9A-Za-z-])")
SERVICES = ("pricing", "booking", "identity", "payments", "notifications")


def is_card_number(text: str) -> bool:
    """Luhn's check, which every card number passes."""
    digits = [int(digit) for digit in text if digit.isdigit()]
    doubled = [digit * (2 - place % 2) for place, digit in enumerate(digits[-2::-1])]
    return (sum(sum(divmod(value, 10)) for value in doubled) + digits[-1]) % 10 == 0


def card_numbers(text: str) -> list[str]:
    return [found for found in NUMBERS.findall(text) if is_card_number(found)]


def logged(stack: WholeStack) -> Iterator[tuple[str, str]]:
    """Every log, whole."""
    for log in stack.places.logs.iterdir():
        yield log.name, log.read_text(errors="replace")


def said(stack: WholeStack) -> Iterator[tuple[str, str]]:
    """Every event, as NATS keeps it on disk."""
    for block in Path(stack.places.data / "nats").rglob("*.blk"):
        yield block.name, block.read_bytes().decode(errors="replace")


def stored(stack: WholeStack) -> Iterator[tuple[str, str]]:
    """Every row of every table of every service."""
    for service in SERVICES:
        password = stack.secrets[f"{service}_database"]
        with psycopg.connect(postgres.url(stack.ports["postgres"], service, password, service)) as connection:
            for (table,) in connection.execute(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            ).fetchall():
                rows = connection.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier(table))).fetchall()
                yield f"{service}.{table}", "\n".join(readable(cell) for row in rows for cell in row)


def readable(cell: Any) -> str:
    return bytes(cell).decode(errors="replace") if isinstance(cell, bytes | memoryview) else str(cell)


async def pay_by_link(stack: WholeStack, guest: Guest, booked: Booked) -> str:
    """Declined once, then paid; the number typed into the form all the same. The link's token."""
    staff = await StaffMember(stack, "staff1").sign_in()
    made: Any = await staff.browser.post("/api/payments/links/", json={"booking_id": booked.id})
    await staff.browser.aclose()
    token = str(made.json()["token"])
    form = {"token": token, "shown_cents": str(round(booked.total_dollars * 100)), "number": TYPED}
    declined = await guest.browser.post("/pay/", data=form | {"card": "declined"})
    assert "declined" in declined.text
    paid = await guest.browser.post("/pay/", data=form | {"card": TYPED})
    assert paid.status_code == 303
    return token


@pytest.mark.parametrize("text", ["card 4242 4242 4242 4242", "=378282246310005;", '"5555555555554444"'])
def test_a_card_number_is_known_when_it_is_seen(text: str) -> None:
    assert len(card_numbers(text)) == 1


async def is_confirmed(guest: Guest, booked: Booked) -> bool:
    return (await guest.confirmed())[booked.email] > 0


async def test_no_card_number_no_secret_and_no_token_is_in_logs_databases_or_events(
    stack: WholeStack, guest: Guest
) -> None:
    booked = await guest.book("no-card-numbers@whitfield.example")
    secret = (await guest.intent(booked))["client_secret"]
    token = await pay_by_link(stack, guest, booked)
    await until(lambda: is_confirmed(guest, booked))
    places = {**dict(logged(stack)), **dict(said(stack)), **dict(stored(stack))}
    assert any(booked.number in text for text in places.values())
    assert booked.number in places["payments.payment"]
    assert {place: card_numbers(text) for place, text in places.items() if card_numbers(text)} == {}
    for unseen in (TYPED, secret, token, stack.secrets["stripe_api_key"]):
        assert [place for place, text in places.items() if unseen in text] == [], unseen[:6]
