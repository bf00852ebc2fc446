"""Mails of the day itself, of certificates and of claims: to whom, and only while they are true."""

from __future__ import annotations

from typing import Any

import pytest
from chassis.database import Database
from chassis.identifiers import new_id
from hearing import OFFICE, hear, rows
from mail_stage import Post
from notifications.clock import Sender, send_next
from paid_event import RECIPIENT
from told import cancelled, summary
from told_of_moves import MOVES, about_claim, about_document, step
from totetaxi.booking.v1 import events_pb2 as events
from totetaxi.booking.v1.document_pb2 import DOCUMENT_KIND_PICKUP_PHOTO


async def send_all(sender: Sender) -> None:
    while await send_next(sender):
        pass


def subjects(post: Post, recipient: str) -> list[str]:
    return [mail["Subject"].partition(":")[0] for mail in post.mails(recipient)]


@pytest.mark.parametrize("subject", MOVES)
async def test_who_booked_is_told_once_however_often_it_is_heard(sender: Sender, post: Post, subject: str) -> None:
    await hear(sender.database, MOVES[subject](RECIPIENT), times=2)
    await send_all(sender)
    assert subjects(post, RECIPIENT) == [subject]


@pytest.mark.parametrize(
    ("event", "subject"),
    [
        (step(events.DeliveryFailed, reason="Mr. Whitfield was out."), "A crew could not do its task"),
        (about_document(events.DocumentSubmitted, "SUBMITTED"), "A certificate waits for you"),
        (about_claim(events.ClaimOpened), "Somebody claims for damage"),
    ],
    ids=lambda each: each.DESCRIPTOR.name if hasattr(each, "DESCRIPTOR") else "",
)
async def test_the_office_hears_what_it_must_look_at_and_no_names(
    sender: Sender, post: Post, event: Any, subject: str
) -> None:
    await hear(sender.database, event)
    await send_all(sender)
    [mail] = post.mails(OFFICE)
    assert mail["Subject"].startswith(subject)
    assert "Whitfield" not in mail.as_string()


@pytest.mark.parametrize("later", [events.DeliveryArrived, events.DeliveryFailed])
@pytest.mark.parametrize("is_heard_first", [True, False], ids=["heard before", "heard after"])
async def test_a_crew_that_is_there_or_gave_up_is_not_on_its_way(
    sender: Sender, post: Post, later: Any, is_heard_first: bool
) -> None:
    booking, task_id = summary(status="IN_PROGRESS"), str(new_id())
    told = [step(kind, booking=booking, task_id=task_id) for kind in (events.DeliveryEnRoute, later)]
    versions = [2, 3]
    for event, version in sorted(zip(told, versions, strict=True), key=lambda each: each[1], reverse=is_heard_first):
        await hear(sender.database, event, version=version)
    await send_all(sender)
    assert "Our crew is on its way to you" not in subjects(post, RECIPIENT)


async def test_a_second_attempt_is_told_of_again(sender: Sender, post: Post) -> None:
    booking, task_id = summary(status="IN_PROGRESS"), str(new_id())
    steps = (events.DeliveryEnRoute, events.DeliveryFailed, events.DeliveryAssigned, events.DeliveryEnRoute)
    for version, kind in enumerate(steps, start=2):
        await hear(sender.database, step(kind, booking=booking, task_id=task_id), version=version)
        await send_all(sender)
    assert subjects(post, RECIPIENT) == [
        "Our crew is on its way to you",
        "We could not pick up as planned",
        "Our crew is on its way to you",
    ]


async def test_a_certificate_that_came_is_not_asked_for(sender: Sender, post: Post) -> None:
    asked = about_document(events.DocumentRequested, "REQUESTED")
    sent = about_document(events.DocumentSubmitted, "SUBMITTED")
    sent.booking.CopyFrom(asked.booking)
    for event in (asked, sent):
        await hear(sender.database, event)
    await send_all(sender)
    assert post.mails(RECIPIENT) == []


async def test_nobody_is_asked_for_a_certificate_of_a_move_that_was_called_off(sender: Sender, post: Post) -> None:
    asked = about_document(events.DocumentRequested, "REQUESTED")
    await hear(sender.database, asked)
    await hear(sender.database, cancelled(booking_id=asked.booking.id))
    await send_all(sender)
    assert subjects(post, RECIPIENT) == ["Cancelled"]


@pytest.mark.parametrize(
    "event",
    [
        about_document(events.DocumentAccepted, "ACCEPTED", kind=DOCUMENT_KIND_PICKUP_PHOTO),
        about_document(events.DocumentExpiring, "ACCEPTED", valid_until="2027-07-02"),
        step(events.DeliveryArrived),
        step(events.DeliveryLoaded),
        step(events.DeliveryDelivered, kind="PICKUP"),
    ],
    ids=["a picture", "a certificate that holds on the day", "arrived", "loaded", "a pickup that is done"],
)
async def test_what_needs_no_mail_gets_none(database: Database, event: Any) -> None:
    await hear(database, event)
    assert await rows(database) == []
