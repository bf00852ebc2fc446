"""What is kept of mails about accounts: as little as can be, and nothing of who is forgotten but the farewell."""

from __future__ import annotations

from typing import Any

from chassis.database import Database
from chassis.identifiers import new_id
from hearing import hear, rows
from mail_stage import Post
from notifications import actions
from notifications.clock import Sender, send_next
from paid_event import RECIPIENT
from told import changed, forgotten, reset, verification
from totetaxi.booking.v1.events_pb2 import ErasureCompleted

ELEANOR = new_id()


async def forget(database: Database, email: str = "") -> None:
    told = ErasureCompleted(erasure_id=str(new_id()), customer_id=str(ELEANOR), email=email)
    await hear(database, told)


async def send_all(sender: Sender) -> None:
    while await send_next(sender):
        pass


def kept(row: Any) -> tuple[str, str, Any]:
    return row.template, row.status, row.context


async def test_a_customer_takes_home_what_their_account_was_told_without_links(sender: Sender, post: Post) -> None:
    await hear(sender.database, verification(account_id=str(ELEANOR)))
    await hear(sender.database, verification())
    await send_all(sender)
    page, _ = await actions.export_customer(sender.database, ELEANOR, "")
    [mail] = page["messages"]
    assert (mail["template"], mail["recipient"], mail["said"]) == ("welcome", RECIPIENT, {})


async def test_a_forgotten_customers_mails_lose_their_address_also_when_it_was_never_verified(
    sender: Sender, post: Post
) -> None:
    await hear(sender.database, verification(account_id=str(ELEANOR)))
    await send_all(sender)
    await hear(sender.database, changed(account_id=str(ELEANOR)))
    await forget(sender.database)
    assert [kept(row) for row in await rows(sender.database)] == [
        ("welcome", "sent", {}),
        ("password_changed", "suppressed", {}),
    ]
    assert RECIPIENT not in str(await rows(sender.database))
    await send_all(sender)
    assert len(post.mails(RECIPIENT)) == 1


async def test_what_comes_late_about_a_forgotten_account_is_not_said(database: Database) -> None:
    await forget(database, RECIPIENT)
    for event in (reset(account_id=str(ELEANOR)), verification(account_id=str(ELEANOR))):
        await hear(database, event)
    assert await rows(database) == []


async def test_the_farewell_is_said_to_a_forgotten_customer_and_takes_the_address_with_it(
    sender: Sender, post: Post
) -> None:
    await forget(sender.database, RECIPIENT)
    assert await hear(sender.database, forgotten(account_id=str(ELEANOR)), times=3) == [True, False, False]
    await send_all(sender)
    assert [mail["Subject"] for mail in post.mails(RECIPIENT)] == ["Your account is deleted"]
    [row] = await rows(sender.database)
    assert (*kept(row), row.recipient) == ("account_erased", "sent", {}, f"erased-{row.id}")


async def test_the_same_address_may_have_another_account_later(sender: Sender, post: Post) -> None:
    await forget(sender.database, RECIPIENT)
    await hear(sender.database, verification(account_id=str(new_id())))
    await send_all(sender)
    assert len(post.mails(RECIPIENT)) == 1
