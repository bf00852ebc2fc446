"""After everything that customers do with cards: no card number and no key to a payment page is in the database."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

from payments.actions.start_payment import Payer
from payments_stage import Stage
from saved_cards import save

LONG_NUMBERS = re.compile(r"(?<![0-9a-fA-F-])[0-9]{13,19}(?![0-9a-fA-F-])")


def is_card_number(digits: str) -> bool:
    """Luhn's check, which every card number passes."""
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(digits[-2::-1])]
    return (sum(sum(divmod(value, 10)) for value in doubled) + int(digits[-1])) % 10 == 0


async def everything_stored(stage: Stage) -> str:
    """Every row of every table as text, bytes decoded: webhooks and said events among them."""
    names = await stage.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    rows: list[Any] = []
    for name in names:
        rows += await stage.rows(f"SELECT * FROM {name.tablename}")  # noqa: S608
    cells = [cell for row in rows for cell in row]
    return "\n".join(cell.decode(errors="replace") if isinstance(cell, bytes) else str(cell) for cell in cells)


def test_a_card_number_is_known_when_it_is_seen() -> None:
    assert is_card_number("4242424242424242")
    assert not is_card_number("4242424242424241")


async def test_nothing_that_could_be_charged_is_stored(stage: Stage) -> None:
    customer = uuid4()
    await save(stage, customer)
    booking = stage.counter.open(customer)
    started = await stage.start(booking, Payer(customer, save_card=True))
    await stage.card(started.payment.stripe_payment_intent_id, "failed", "insufficient_funds")
    await stage.card(started.payment.stripe_payment_intent_id)
    await stage.hear_all()
    stored = await everything_stored(stage)
    assert started.payment.stripe_payment_intent_id in stored
    assert [number for number in LONG_NUMBERS.findall(stored) if is_card_number(number)] == []
    assert started.client_secret not in stored
