"""A paid booking has exactly one confirmation mail, whatever happens on the way."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from chassis.broker import Broker
from chassis.database import Database
from chassis.identifiers import new_id
from hearing import fact_of
from mail_stage import Post, listening, publish, sending
from messaging_stage import running
from notifications import actions
from notifications.channels.mail import Mail
from notifications.clock import Sender, send_next
from notifications.store import messages
from paid_event import RECIPIENT, paid_event, queue
from totetaxi.booking.v1.events_pb2 import BookingPaid

Eventually = Callable[..., Awaitable[None]]


async def statuses(database: Database, event: BookingPaid) -> list[str]:
    async with database.reading() as connection:
        said = await messages.list_about_booking(connection, event.booking.id)
    return [row["status"] for row in said if row["template"] == "booking_paid"]


async def test_a_payment_told_three_times_by_two_events_makes_one_mail(
    sender: Sender, post: Post, brokers: Callable[[str], Broker], eventually: Eventually
) -> None:
    event, last = paid_event(), paid_event("last@whitfield.example")
    booking = brokers("booking")
    await publish(booking, fact_of(event), times=3)
    await publish(booking, fact_of(event))
    await publish(booking, fact_of(last))
    async with running(*listening(sender.database, brokers("notifications")), *sending(sender)):
        await eventually(lambda: len(post.mails("last@whitfield.example")) == 1, 15)
    assert len(post.mails(RECIPIENT)) == 1


async def test_a_queued_message_wakes_a_sender_that_looks_only_once_a_minute(
    sender: Sender, post: Post, eventually: Eventually
) -> None:
    async with running(*sending(sender, poll_seconds=60)):
        await queue(sender.database, paid_event("first@whitfield.example"))
        await eventually(lambda: len(post.mails("first@whitfield.example")) == 1, 5)
        await queue(sender.database, paid_event())
        await eventually(lambda: len(post.mails(RECIPIENT)) == 1, 2)


async def test_two_senders_at_once_send_each_message_once(sender: Sender, post: Post, eventually: Eventually) -> None:
    recipients = [f"guest{number}@whitfield.example" for number in range(20)]
    for recipient in recipients:
        await queue(sender.database, paid_event(recipient))
    async with running(*sending(sender), *sending(replace(sender))):
        await eventually(lambda: all(post.mails(recipient) for recipient in recipients), 20)
    assert [len(post.mails(recipient)) for recipient in recipients] == [1] * 20


async def test_a_message_whose_sender_died_is_sent_when_its_lease_ends(
    sender: Sender, post: Post, eventually: Eventually
) -> None:
    event = paid_event()
    await queue(sender.database, event)
    dead = await actions.claim_next(sender.database, sender.clock.now(), timedelta(seconds=1))
    assert dead is not None
    assert await send_next(sender) == 0
    assert post.mails(RECIPIENT) == []
    async with running(*sending(sender)):
        await eventually(lambda: len(post.mails(RECIPIENT)) == 1, 5)
        await eventually(lambda: is_settled(sender.database, event), 5)
    assert not await actions.confirm(sender.database, dead, "too late", sender.clock.now())


async def is_settled(database: Database, event: BookingPaid) -> bool:
    return await statuses(database, event) == ["sent"]


async def test_a_provider_that_was_away_gets_the_mail_when_it_is_back(
    sender: Sender, post: Post, eventually: Eventually
) -> None:
    event = paid_event()
    await queue(sender.database, event)
    post.close()
    assert await send_next(sender) == 1
    assert await statuses(sender.database, event) == ["queued"]
    post.open()
    async with running(*sending(sender)):
        await eventually(lambda: len(post.mails(RECIPIENT)) == 1, 10)


async def test_what_was_sent_is_said(sender: Sender, post: Post) -> None:
    event = paid_event()
    await queue(sender.database, event)
    await send_next(sender)
    async with sender.database.reading() as connection:
        row, _reminder = await messages.list_about_booking(connection, event.booking.id)
        said = (await connection.exec_driver_sql("SELECT type, about FROM outbox")).all()
    assert (row["status"], row["attempts"]) == ("sent", 1)
    assert row["provider_message_id"]
    assert said == [("totetaxi.notifications.v1.MessageSent", row["id"])]
    assert post.mails(RECIPIENT)[0]["X-ToteTaxi-Message"] == str(row["id"])


async def test_an_address_that_no_provider_can_write_to_fails_at_once(sender: Sender) -> None:
    event = paid_event("eleanor@")
    await queue(sender.database, event)
    await send_next(sender)
    assert await statuses(sender.database, event) == ["failed"]


async def test_an_event_heard_again_leaves_the_first_message_as_it_was(sender: Sender) -> None:
    event, event_id = paid_event(), new_id()
    await queue(sender.database, event, event_id)
    await send_next(sender)
    await queue(sender.database, event, event_id)
    assert await statuses(sender.database, event) == ["sent"]


async def test_a_database_that_dies_once_the_mail_is_sent_does_not_have_it_sent_again(
    sender: Sender, post: Post, postgres_server: Any
) -> None:
    event = paid_event()
    await queue(sender.database, event)

    async def send_and_lose_the_database(mail: Mail) -> str:
        provider_message_id = await sender.send_mail(mail)
        postgres_server.kill()
        asyncio.get_running_loop().call_later(1, postgres_server.start)
        return provider_message_id

    assert await send_next(replace(sender, send_mail=send_and_lose_the_database)) == 1
    assert await statuses(sender.database, event) == ["sent"]
    assert len(post.mails(RECIPIENT)) == 1
