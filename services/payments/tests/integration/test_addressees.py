"""What becomes a mail about money says whom to write to, until they ask to be forgotten."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from chassis.identifiers import new_id
from google.protobuf.message import Message
from payments.actions.apply_invoice import apply_invoice
from payments.actions.close_booking import close_booking
from payments.actions.erase_customer import erase_customer
from payments.actions.payment_links import create_link
from payments.actions.plan_storage import start_storage
from payments.domain.dunning import InvoiceFact
from payments_stage import Stage
from totetaxi.booking.v1.booking_pb2 import BookingSummary, Contact
from totetaxi.payments.v1 import events_pb2 as events
from totetaxi.payments.v1.addressee_pb2 import Addressee

ADA = Addressee(booking_number="TT-ABC123", name="Ada Byron", email="ada@example.com", language="fr")


async def said(stage: Stage, event: type[Message]) -> Any:
    """The one event of this type."""
    rows = await stage.rows("SELECT type, payload FROM outbox")
    (payload,) = [row.payload for row in rows if row.type == event.DESCRIPTOR.full_name]
    return event.FromString(payload)


@pytest.mark.parametrize(
    ("card", "event"),
    [
        ("pm_card_chargeDeclined", events.PaymentFailed),
        ("pm_card_authenticationRequired", events.PaymentRequiresAction),
    ],
)
async def test_a_payment_that_did_not_go_through_names_who_owes_it(
    stage: Stage, card: str, event: type[Message]
) -> None:
    await stage.paid(card)
    told = await said(stage, event)
    assert (told.addressee, told.amount_cents) == (ADA, 104_500)


async def test_money_that_goes_back_names_whose_it_is(stage: Stage) -> None:
    payment = await stage.paid()
    async with stage.database.transaction() as connection:
        await close_booking(connection, payment.booking_id, "cancelled", stage.now(), 50_000)
    await stage.send_refunds()
    await stage.hear_all()
    for event in (events.RefundApproved, events.RefundCompleted):
        told = await said(stage, event)
        assert (told.addressee, told.origin) == (ADA, 2), event


async def test_a_link_says_in_which_language_to_mail_it(stage: Stage) -> None:
    await create_link(stage.desk, new_id(), stage.counter.open(), 0, "ada@example.com", stage.now())
    assert (await said(stage, events.PaymentLinkCreated)).language == "fr"


async def test_storage_that_is_unpaid_suspended_or_paid_names_whose_it_is(stage: Stage) -> None:
    booking = BookingSummary(
        id=str(uuid4()),
        booking_number="TT-ABC123",
        contact=Contact(first_name="Ada", last_name="Byron", email="ada@example.com"),
        language="fr",
    )
    async with stage.database.transaction() as connection:
        await start_storage(connection, booking, 15_000, 1, stage.now())
        fact = InvoiceFact("in_1", "sub_1", booking.id, 15_000, "open", 4, stage.now(), stage.now())
        await apply_invoice(connection, fact, (3, 5, 7), stage.now(), stage.now())
        paid = replace(fact, status="paid")
        await apply_invoice(connection, paid, (3, 5, 7), stage.now(), stage.now())
    for event in (events.InvoiceFailed, events.StorageSuspended, events.InvoicePaid):
        assert (await said(stage, event)).addressee == ADA, event


async def test_who_asked_to_be_forgotten_is_told_of_nothing_even_if_booking_names_them_again(stage: Stage) -> None:
    booking_id = stage.counter.open()
    await stage.start(booking_id)
    async with stage.database.transaction() as connection:
        await erase_customer(connection, new_id(), new_id(), [booking_id], stage.now())
    payment = (await stage.start(booking_id)).payment
    await stage.act(f"payment_intents/{payment.stripe_payment_intent_id}/confirm", {"outcome": "failed"})
    await stage.hear_all()
    assert not (await said(stage, events.PaymentFailed)).HasField("addressee")
    (kept,) = await stage.rows("SELECT addressee::text AS everything FROM addressee")
    assert "ada" not in kept.everything.lower()
