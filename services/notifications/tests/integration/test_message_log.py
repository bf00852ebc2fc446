"""What staff see of what was said, and that the tables are the ones the code believes in."""

from __future__ import annotations

from typing import Any, cast

from chassis.clock import Clock
from chassis.database import Database
from chassis.principal import Principal, serve_as
from notifications import store
from notifications.api import NotificationsServicer
from notifications.clock import Sender, measure, send_next
from notifications.measures import QUEUE_DEPTH
from notifications.policy import POLICY
from paid_event import paid_event, queue
from totetaxi.notifications.v1 import notifications_service_pb2 as pb

from chassis import migrations


async def ask(database: Database, booking_id: str) -> list[pb.Message]:
    serve_as(Principal("staff", "eve", "staff", frozenset(), 0.0))
    request = pb.ListBookingMessagesRequest(booking_id=booking_id)
    answer = await NotificationsServicer(database, Clock()).ListBookingMessages(request, cast("Any", None))
    return list(answer.messages)


async def test_staff_see_what_was_said_with_the_address_masked(sender: Sender) -> None:
    event = paid_event()
    await queue(sender.database, event)
    waiting, _reminder = await ask(sender.database, event.booking.id)
    assert (waiting.status, waiting.attempts, waiting.HasField("sent_at")) == (pb.MESSAGE_STATUS_QUEUED, 0, False)
    await send_next(sender)
    sent, _reminder = await ask(sender.database, event.booking.id)
    assert (sent.status, sent.template, sent.channel) == (pb.MESSAGE_STATUS_SENT, "booking_paid", "email")
    assert sent.recipient == "e•••@w•••.example"
    assert sent.provider_message_id
    assert sent.sent_at.ToDatetime() >= sent.created_at.ToDatetime()


async def test_a_booking_nobody_wrote_about_has_no_messages(sender: Sender) -> None:
    await queue(sender.database, paid_event())
    assert await ask(sender.database, "0197a000-0000-7000-8000-00000000dead") == []


async def test_the_queue_is_measured(sender: Sender) -> None:
    await queue(sender.database, paid_event())
    await measure(sender)
    assert QUEUE_DEPTH._value.get() == 1
    await send_next(sender)
    await measure(sender)
    assert QUEUE_DEPTH._value.get() == 0


def test_tables_in_code_are_the_migrated_ones(database_url: str) -> None:
    migrations.check("notifications", database_url)
    assert "message" in store.metadata.tables


def test_every_rpc_has_a_rule() -> None:
    contract = pb.DESCRIPTOR.services_by_name["NotificationsService"]
    assert set(POLICY[contract.full_name]) == {method.name for method in contract.methods}
