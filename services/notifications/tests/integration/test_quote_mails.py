"""Quotes: the newest version by its link, to who asked; the rest to the office."""

from __future__ import annotations

from typing import Any

import pytest
from chassis.identifiers import new_id
from hearing import OFFICE, hear, rows
from mail_stage import Post
from notifications.clock import Sender, send_next
from paid_event import RECIPIENT
from told import TOKEN, soon
from totetaxi.booking.v1 import booking_pb2
from totetaxi.booking.v1 import events_pb2 as events
from totetaxi.booking.v1.custom_quote_pb2 import CustomQuoteSummary
from totetaxi.pricing.v1.catalog_pb2 import SERVICE_TYPE_SPECIALTY_ITEM


def quote(customer_id: str = "") -> CustomQuoteSummary:
    return CustomQuoteSummary(
        id=str(new_id()),
        quote_number="TQ-4H8N2C",
        contact=booking_pb2.Contact(first_name="Eleanor", email=RECIPIENT),
        customer_id=customer_id,
        service_type=SERVICE_TYPE_SPECIALTY_ITEM,
        pickup_date="2027-07-02",
        total_cents=139500,
        valid_until=soon(60),
        language="fr",
    )


async def send_all(sender: Sender) -> None:
    while await send_next(sender):
        pass


@pytest.mark.parametrize("customer_id", ["", str(new_id())], ids=["guest", "customer"])
async def test_a_quote_reaches_who_asked_in_their_language_and_its_link_is_forgotten(
    sender: Sender, post: Post, customer_id: str
) -> None:
    await hear(sender.database, events.QuoteSent(quote=quote(customer_id), version_number=1, token=TOKEN), times=2)
    await send_all(sender)
    [mail] = post.mails(RECIPIENT)
    assert mail["Subject"].replace("\N{NO-BREAK SPACE}", " ") == "Votre devis TQ-4H8N2C : 1 395,00 $ US"
    body = mail.get_body(("plain",))
    assert body is not None
    assert f"https://totetaxi.example/quote/?token={TOKEN}" in body.get_content().split()
    [row] = await rows(sender.database)
    assert (row.status, row.context) == ("sent", {})


async def test_of_two_versions_that_wait_only_the_newer_is_sent(sender: Sender, post: Post) -> None:
    asked = quote()
    for version in (1, 2):
        await hear(sender.database, events.QuoteSent(quote=asked, version_number=version, token=TOKEN))
    await send_all(sender)
    assert len(post.mails(RECIPIENT)) == 1


@pytest.mark.parametrize(
    ("event", "subject"),
    [
        (events.QuoteRequested(quote=quote()), "Somebody asks for a quote: TQ-4H8N2C"),
        (events.QuoteAccepted(quote=quote(), booking_number="TT-7K2M9Q"), "A quote was accepted: TT-7K2M9Q"),
        (events.QuoteDeclined(quote=quote()), "A quote was declined: TQ-4H8N2C"),
    ],
)
async def test_the_office_hears_of_every_question_and_answer(
    sender: Sender, post: Post, event: Any, subject: str
) -> None:
    await hear(sender.database, event)
    await send_all(sender)
    assert [mail["Subject"] for mail in post.mails(OFFICE)] == [subject]


async def test_the_office_is_not_told_what_it_decided_itself(sender: Sender) -> None:
    await hear(sender.database, events.QuoteDeclined(quote=quote(), is_by_staff=True))
    assert await rows(sender.database) == []
