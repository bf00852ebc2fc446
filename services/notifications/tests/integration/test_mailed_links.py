"""Links are secrets: only the newest is mailed, in time, and none is kept or logged."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sql
from chassis.clock import FixedClock
from chassis.database import Database
from chassis.identifiers import new_id
from hearing import hear, rows
from mail_stage import Post
from notifications.channels.mail import DeliveryError, Mail
from notifications.clock import Sender, send_next
from notifications.store.tables import message
from paid_event import RECIPIENT
from sqlalchemy.exc import IntegrityError
from structlog.testing import capture_logs
from told import EVENTS, TOKEN, repeated, reset, verification

ACCOUNT = str(new_id())


async def send_all(sender: Sender) -> None:
    while await send_next(sender):
        pass


async def everything_kept(database: Database) -> str:
    async with database.reading() as connection:
        tables = ("message", "outbox", "inbox", "booking_standing", "customer_booking")
        found = [await connection.execute(sql.text(f"SELECT row_to_json(t)::text FROM {t} t")) for t in tables]  # noqa: S608
    return json.dumps([row for table in found for row in table.scalars()])


async def test_the_first_link_comes_with_our_welcome_and_later_ones_alone(sender: Sender, post: Post) -> None:
    for _ in range(2):
        await hear(sender.database, verification(account_id=ACCOUNT), times=3)
        await send_all(sender)
    subjects = [mail["Subject"] for mail in post.mails(RECIPIENT)]
    assert subjects == ["Welcome to ToteTaxi: please confirm your email", "Your new link to confirm your email"]


async def test_only_the_newest_of_the_links_that_wait_is_sent(sender: Sender, post: Post) -> None:
    for _ in range(3):
        await hear(sender.database, reset(account_id=ACCOUNT))
    await send_all(sender)
    assert len(post.mails(RECIPIENT)) == 1
    assert [row.status for row in await rows(sender.database)] == ["suppressed", "suppressed", "sent"]


async def test_a_link_that_is_over_is_not_sent(sender: Sender, post: Post) -> None:
    await hear(sender.database, reset())
    after = replace(sender, clock=FixedClock(datetime.now(UTC) + timedelta(minutes=31)))
    assert await send_next(after) == 1
    assert post.mails(RECIPIENT) == []
    assert TOKEN not in await everything_kept(sender.database)


async def test_a_link_that_is_over_when_we_hear_of_it_is_not_even_kept(database: Database) -> None:
    await hear(database, reset(), clock=FixedClock(datetime.now(UTC) + timedelta(hours=1)))
    assert await rows(database) == []


async def test_a_sent_link_is_kept_nowhere_and_logged_nowhere(sender: Sender, post: Post) -> None:
    with capture_logs() as logged:
        for make in EVENTS.values():
            await hear(sender.database, make(RECIPIENT))
        await send_all(sender)
    assert TOKEN not in await everything_kept(sender.database)
    assert TOKEN not in str(logged)
    assert RECIPIENT not in str(logged)
    accounts = [row for row in await rows(sender.database) if row.account_id]
    assert {(row.status, str(row.context)) for row in accounts} == {("sent", "{}")}


async def test_a_link_that_no_provider_takes_is_not_kept_either(sender: Sender) -> None:
    async def refuse(_mail: Mail) -> str:
        raise DeliveryError("SES answered BadRequestException.", is_permanent=True)

    await hear(sender.database, reset())
    await send_next(replace(sender, send_mail=refuse))
    [row] = await rows(sender.database)
    assert (row.status, row.context) == ("failed", {})


async def test_a_link_that_waits_for_its_provider_is_still_there_for_the_next_try(sender: Sender, post: Post) -> None:
    await hear(sender.database, reset())
    post.close()
    await send_next(sender)
    post.open()
    [row] = await rows(sender.database)
    assert (row.status, row.context["token"]) == ("queued", TOKEN)


async def test_the_database_itself_refuses_to_keep_a_secret_once_it_is_sent(sender: Sender, post: Post) -> None:
    await hear(sender.database, reset())
    await send_next(sender)
    with pytest.raises(IntegrityError, match="keeps_no_secret"):
        async with sender.database.transaction() as connection:
            await connection.execute(message.update().values(context={"token": TOKEN}))


async def test_many_tries_to_register_make_one_mail_a_day(sender: Sender, post: Post) -> None:
    for _ in range(5):
        await hear(sender.database, repeated(account_id=ACCOUNT))
    await send_all(sender)
    assert len(post.mails(RECIPIENT)) == 1


async def test_staff_without_an_address_are_not_written_to(database: Database) -> None:
    for subject in ("Your staff account is locked", "Your password was changed"):
        await hear(database, EVENTS[subject](""))
    assert await rows(database) == []
