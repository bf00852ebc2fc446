"""The office hears of events that nobody could handle: once, and again when there are more."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from chassis.broker import Broker, jetstream_of
from chassis.clock import Clock
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.loops import Loop
from chassis.streams import dead_letter_subject, ensure_dead_letters
from hearing import OFFICE, rows
from notifications.dead_letter_watch import watch_dead_letters


@pytest.fixture
def bury(brokers: Callable[[str], Broker]) -> Callable[[], object]:
    """Gives up on an event of notifications."""
    broker = brokers("notifications")

    async def bury() -> None:
        client = await broker.connected()
        await ensure_dead_letters(client, "notifications", 1)
        subject = dead_letter_subject("notifications", "notifications-something")
        await jetstream_of(client).publish(subject, b"", headers={"Nats-Msg-Id": str(new_id())})

    return bury


@pytest.fixture
def watch(database: Database, brokers: Callable[[str], Broker]) -> Loop:
    return watch_dead_letters(database, brokers("notifications"), Clock(), OFFICE, 60)


async def test_the_office_hears_once_of_each_new_dead_letter(
    database: Database, watch: Loop, bury: Callable[..., object]
) -> None:
    before = len(await rows(database))
    await bury()  # type: ignore[misc]
    await watch.step()
    await watch.step()
    told = await rows(database)
    assert len(told) == before + 1
    await bury()  # type: ignore[misc]
    await watch.step()
    newest = (await rows(database))[-1]
    assert newest.context["count"] == told[-1].context["count"] + 1
    assert (newest.recipient, newest.context["place"]) == (OFFICE, "DEADLETTERS_NOTIFICATIONS")
