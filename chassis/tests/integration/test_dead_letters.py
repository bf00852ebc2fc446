"""What no try could handle is kept with its reason, and can be looked at, retried and dropped."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Awaitable, Callable
from types import SimpleNamespace
from typing import Any, cast

import pytest
from chassis.broker import Broker, jetstream_of
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.listening import Delivery, Listener
from chassis.patience import Patience
from chassis.refusal import NotFound
from chassis.streams import ensure_dead_letters, ensure_stream
from messaging_stage import CONFIRMING, DURABLE, EFFECTS, PAID, consumer, effects, relay, running, say_paid
from nats.aio.client import Client
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import BookingPaid

from chassis import dead_letters

Eventually = Callable[..., Awaitable[object]]
SERVICE = "notifications"


async def send_confirmation(connection: AsyncConnection, event: BookingPaid, delivery: Delivery) -> None:
    """The same listener after the defect was mended."""
    await connection.execute(EFFECTS.insert().values(payment_id=event.payment_id))


MENDED = Listener(BookingPaid, send_confirmation)


@pytest.fixture
async def client(notifications: Broker) -> Client:
    connected = await notifications.connected()
    await ensure_dead_letters(connected, SERVICE, 1)
    return connected


@pytest.fixture
async def letter(
    client: Client, database: Database, booking: Broker, notifications: Broker, eventually: Eventually
) -> dead_letters.DeadLetter:
    await say_paid(database, new_id(), "poison")
    async with running(relay(database, booking).run, consumer(database, notifications).run):
        await eventually(lambda: dead_letters.list_letters(client, SERVICE))
    [letter] = await dead_letters.list_letters(client, SERVICE)
    return letter


async def test_after_the_last_try_the_event_is_kept_with_its_reason(letter: dead_letters.DeadLetter) -> None:
    assert letter.reason == "ValueError: this one can't be handled"
    assert (letter.durable, letter.subject) == (DURABLE, PAID)
    assert letter.headers["dead-letter-attempts"] == "3"
    assert "poison" in dead_letters.describe(letter, SERVICE, [CONFIRMING])


async def test_a_retry_by_mended_code_has_the_effect_and_removes_the_letter(
    letter: dead_letters.DeadLetter, client: Client, database: Database
) -> None:
    assert await dead_letters.retry(client, SERVICE, database, [MENDED], letter.sequence)
    assert await effects(database) == ["poison"]
    assert await dead_letters.list_letters(client, SERVICE) == []


async def test_a_retry_that_fails_again_keeps_the_letter_and_has_no_effect(
    letter: dead_letters.DeadLetter, client: Client, database: Database
) -> None:
    with pytest.raises(ValueError, match="can't be handled"):
        await dead_letters.retry(client, SERVICE, database, [CONFIRMING], letter.sequence)
    assert await effects(database) == []
    assert await dead_letters.list_letters(client, SERVICE) == [letter]


async def test_a_dropped_letter_is_gone_and_a_second_drop_says_so(
    letter: dead_letters.DeadLetter, client: Client
) -> None:
    await dead_letters.drop(client, SERVICE, letter.sequence)
    with pytest.raises(NotFound, match=f"There is no dead letter {letter.sequence}"):
        await dead_letters.drop(client, SERVICE, letter.sequence)


async def test_a_letter_for_a_listener_that_is_no_more_is_refused(
    letter: dead_letters.DeadLetter, client: Client, database: Database
) -> None:
    with pytest.raises(NotFound, match="no listener notifications-send-confirmation"):
        await dead_letters.retry(client, SERVICE, database, [], letter.sequence)


async def test_an_event_that_crashes_every_process_it_is_given_to_is_kept_too(
    client: Client, database: Database, booking: Broker, notifications: Broker, eventually: Eventually
) -> None:
    patience = Patience(tries=2, fetch=2.0, acknowledgement=0.5)
    await say_paid(database, new_id(), "crashing")
    await relay(database, booking).flush()
    crashing = consumer(database, notifications, patience)
    for _ in range(patience.tries):
        assert await crashing.subscription.next() is not None  # and never heard of again
    async with running(consumer(database, notifications, patience).run):
        await eventually(lambda: dead_letters.list_letters(client, SERVICE))
    [letter] = await dead_letters.list_letters(client, SERVICE)
    assert letter.reason == "UnansweredError: 2 deliveries ended without an answer"
    assert await effects(database) == []


async def test_the_command_line_lists_shows_retries_and_drops(
    letter: dead_letters.DeadLetter,
    database: Database,
    notifications: Broker,
    capsys: pytest.CaptureFixture[str],
) -> None:
    runtime = cast("Any", SimpleNamespace(name=SERVICE, broker=notifications, database=database))
    for action, expected in (
        ("list", "ValueError: this one can't be handled"),
        ("show", 'payment_id: "poison"'),
        ("retry", "handled"),
        ("list", "no dead letters"),
    ):
        await dead_letters.run(runtime, [MENDED], Namespace(action=action, sequence=letter.sequence))
        assert expected in capsys.readouterr().out
    with pytest.raises(NotFound):
        await dead_letters.run(runtime, [MENDED], Namespace(action="drop", sequence=letter.sequence))


@pytest.mark.parametrize("headers", [None, {"ce-id": "not a uuid"}])
async def test_what_can_never_be_read_is_kept_at_once(
    headers: dict[str, str] | None,
    client: Client,
    database: Database,
    booking: Broker,
    notifications: Broker,
    eventually: Eventually,
) -> None:
    publisher = await booking.connected()
    await ensure_stream(publisher, "booking", 1)
    await jetstream_of(publisher).publish(PAID, b"\xff\xff", headers=headers)
    async with running(consumer(database, notifications).run):
        await eventually(lambda: dead_letters.list_letters(client, SERVICE))
    [letter] = await dead_letters.list_letters(client, SERVICE)
    assert letter.headers["dead-letter-attempts"] == "1"
    assert letter.reason.startswith("UnreadableError")
