"""What notifications knows of a customer: theirs to take home, gone when they are forgotten, logged when staff look."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any, cast
from uuid import UUID

import pytest
from chassis.clock import Clock
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.principal import Principal, serve_as
from hearing import hear, rows, said
from mail_stage import Post
from notifications import actions
from notifications.api import NotificationsServicer
from notifications.clock import Sender, send_next
from paid_event import RECIPIENT, paid_event, queue
from totetaxi.booking.v1.booking_pb2 import BookingSummary
from totetaxi.booking.v1.events_pb2 import BookingLinked, BookingPaid, ErasureCompleted
from totetaxi.notifications.v1 import notifications_service_pb2 as pb
from totetaxi.notifications.v1.events_pb2 import AuditRecorded
from totetaxi.notifications.v1.events_pb2 import ErasureCompleted as Report

ELEANOR = new_id()


def erased(*events: BookingPaid, email: str = "") -> ErasureCompleted:
    ids = [event.booking.id for event in events]
    return ErasureCompleted(erasure_id=str(new_id()), customer_id=str(ELEANOR), booking_ids=ids, email=email)


def linked(event: BookingPaid) -> BookingLinked:
    return BookingLinked(booking=BookingSummary(id=event.booking.id, customer_id=str(ELEANOR)))


async def exported(database: Database, customer_id: UUID = ELEANOR) -> list[Any]:
    serve_as(Principal("customer", str(customer_id), "customer", frozenset(), 0.0))
    request = pb.ExportCustomerDataRequest()
    answer = await NotificationsServicer(database, Clock()).ExportCustomerData(request, cast("Any", None))
    said = cast("list[Any]", json.loads(answer.data_json)["messages"])
    return [message for message in said if message["template"] != "booking_reminder"]


async def test_a_customer_gets_what_was_said_about_their_own_bookings(database: Database) -> None:
    theirs, others = paid_event(), paid_event()
    theirs.booking.customer_id = str(ELEANOR)
    await queue(database, theirs)
    await queue(database, others)
    [mail] = await exported(database)
    assert (mail["template"], mail["recipient"], mail["said"]["first_name"]) == ("booking_paid", RECIPIENT, "Eleanor")
    assert await exported(database, new_id()) == []


async def test_a_guests_mails_join_the_account_with_the_booking(database: Database) -> None:
    event = paid_event()
    assert await hear(database, linked(event), times=2) == [True, False]
    await queue(database, event)
    assert len(await exported(database)) == 1


async def test_many_messages_come_in_pages(database: Database) -> None:
    """Three bookings, of each its confirmation and its reminder."""
    for _ in range(3):
        event = paid_event()
        event.booking.customer_id = str(ELEANOR)
        await queue(database, event)
    first, cursor = await actions.export_customer(database, ELEANOR, "", limit=4)
    second, end = await actions.export_customer(database, ELEANOR, cursor, limit=4)
    assert ([len(page["messages"]) for page in (first, second)], end) == ([4, 2], "")


async def test_a_sent_mail_loses_address_and_text_and_stays_sent(sender: Sender, post: Post) -> None:
    event, others = paid_event(), paid_event("last@whitfield.example")
    await queue(sender.database, event)
    await send_next(sender)
    await queue(sender.database, others)
    report = erased(event)
    assert await hear(sender.database, report, times=3) == [True, False, False]
    mine, kept = await rows(sender.database)
    assert (mine.status, mine.recipient, mine.context) == ("sent", f"erased-{mine.id}", {})
    assert kept.recipient == "last@whitfield.example"
    [told] = await said(sender.database, Report)
    assert (told.erasure_id, told.customer_id) == (report.erasure_id, str(ELEANOR))
    assert told.kept.startswith("That messages were sent")


async def test_what_was_sent_to_the_verified_address_goes_whatever_it_was_about(database: Database) -> None:
    await queue(database, paid_event())
    await hear(database, erased(email=RECIPIENT.upper()))
    assert RECIPIENT not in str(await rows(database))


async def test_what_waits_is_not_sent_any_more(sender: Sender, post: Post) -> None:
    event = paid_event()
    await queue(sender.database, event)
    await hear(sender.database, erased(event))
    assert await send_next(sender) == 0
    assert post.mails(RECIPIENT) == []


async def test_what_is_being_sent_is_not_tried_again(sender: Sender) -> None:
    event = paid_event()
    await queue(sender.database, event)
    held = await actions.claim_next(sender.database, sender.clock.now(), timedelta(seconds=0))
    assert held is not None
    await hear(sender.database, erased(event))
    assert not await actions.confirm(sender.database, held, "provider-id", sender.clock.now())
    assert await send_next(sender) == 0
    assert [row.status for row in await rows(sender.database)] == ["suppressed"]


async def test_an_event_that_comes_after_all_does_not_bring_the_customer_back(database: Database) -> None:
    event = paid_event()
    await hear(database, erased(event))
    await queue(database, event)
    assert await rows(database) == []


async def test_nothing_ever_said_is_nothing_kept(database: Database) -> None:
    await hear(database, erased())
    assert [report.kept for report in await said(database, Report)] == [""]


@pytest.mark.parametrize(("kind", "acts"), [("service", 0), ("staff", 1)])
async def test_what_staff_look_at_is_in_the_audit_log(database: Database, kind: Any, acts: int) -> None:
    booking_id = str(new_id())
    serve_as(Principal(kind, "gateway", "", frozenset(), 0.0))
    request = pb.ListBookingMessagesRequest(booking_id=booking_id)
    await NotificationsServicer(database, Clock()).ListBookingMessages(request, cast("Any", None))
    recorded = [(event.act.action, event.act.subject_id) for event in await said(database, AuditRecorded)]
    assert recorded == [("booking.messages_viewed", booking_id)] * acts
