"""Acts of every service go into the audit log once, in one chain, and stay there."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sql
from audit_stage import ADA, EVE, NOW, act, fact_of, fill, hear, rows, verified
from chassis.broker import Broker
from chassis.clock import FixedClock
from chassis.database import Database, open_database
from chassis.events import Fact
from chassis.identifiers import new_id
from chassis.listening import listen
from chassis.outbox import say
from chassis.relay import Relay
from identity.audit_listeners import ACTS, audit_listeners
from identity.settings import IdentitySettings
from messaging_stage import prepare, running
from sqlalchemy.exc import IntegrityError
from totetaxi.pricing.v1.events_pb2 import AuditRecorded

FIXED = FixedClock(NOW)


async def test_an_act_is_kept_with_all_it_says(database: Database) -> None:
    event_id = new_id()
    await hear(database, fact_of(act(3), "payments", event_id))
    [row] = await rows(database)
    assert (row.position, row.id, row.service) == (1, event_id, "payments")
    assert (row.occurred_at, row.recorded_at) == (NOW + timedelta(minutes=3), NOW)
    assert (row.actor_kind, row.actor_id, row.actor_role) == ("staff", EVE, "supervisor")
    assert (row.action, row.subject_type, row.subject_id) == ("customer.viewed", "customer", ADA)
    assert (row.client_address, row.user_agent, row.request_id) == ("203.0.113.9", "Firefox", "request-3")
    assert (row.reason, row.before, row.after) == ("Ada rang.", '{"is_vip":false}', '{"is_vip":true}')
    assert row.previous_hash == bytes(32)


async def test_an_act_told_five_times_is_kept_once(database: Database) -> None:
    assert await hear(database, fact_of(act()), times=5) == [True, False, False, False, False]
    assert len(await rows(database)) == 1


async def take_turns(database: Database, facts: list[Fact]) -> list[bool]:
    """One consumer: one act after another."""
    return [first for fact in facts for first in await hear(database, fact)]


async def test_many_acts_at_once_make_one_chain(database: Database, settings: IdentitySettings) -> None:
    replica = open_database(settings.database_url.get_secret_value(), "another")
    facts = [fact_of(act(number), context) for number in range(12) for context in ACTS]
    told = [take_turns(where, facts[turn::5]) for where in (database, replica) for turn in range(5)]
    firsts = [first for answer in await asyncio.gather(*told) for first in answer]
    await replica.close()
    assert firsts.count(True) == 60
    assert [row.position for row in await rows(database)] == list(range(1, 61))
    found = await verified(database)
    assert (found.broken, found.verified, found.next_position) == (None, 60, 0)


async def test_an_act_whose_transaction_fails_leaves_no_gap(database: Database) -> None:
    await fill(database, 1)
    twice = fact_of(act())
    await hear(database, twice)
    with pytest.raises(IntegrityError):
        await hear(database, fact_of(act(), "pricing", twice.id))
    await fill(database, 1)
    assert [row.position for row in await rows(database)] == [1, 2, 3]
    assert (await verified(database)).broken is None


async def test_what_no_database_takes_does_not_keep_an_act_out(database: Database) -> None:
    await hear(database, fact_of(act(user_agent="a\0b")))
    assert [row.user_agent for row in await rows(database)] == ["a\N{REPLACEMENT CHARACTER}b"]
    assert (await verified(database)).broken is None


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE audit_entry SET reason = ''",
        "DELETE FROM audit_entry",
        "TRUNCATE audit_entry",
        "UPDATE audit_head SET position = 0",
        "UPDATE audit_head SET hash = ''",
        "DELETE FROM audit_head",
        "TRUNCATE audit_head",
        "INSERT INTO audit_head VALUES (2, 0, '')",
    ],
)
async def test_the_database_itself_refuses_every_change(database: Database, change: str) -> None:
    await fill(database, 2)
    with pytest.raises(IntegrityError):
        async with database.transaction() as connection:
            await connection.execute(sql.text(change))
    assert (await verified(database)).broken is None


async def test_another_service_is_heard_over_nats_and_identity_hears_itself(
    database: Database, empty_database: Any, nats_server: Any, eventually: Any
) -> None:
    theirs = await prepare(empty_database())
    brokers = {name: Broker(nats_server.url(name), name, check_seconds=0.5) for name in ("pricing", "identity")}
    for where, event in ((theirs, AuditRecorded), (database, ACTS["identity"])):
        async with where.transaction() as connection:
            await say(connection, event(act=act()), UUID(ADA))  # type: ignore[call-arg]
    heard = [each for each in audit_listeners(FIXED) if each.event in (AuditRecorded, ACTS["identity"])]
    works = [
        lambda stopping, each=each: listen(each, "identity", database, brokers["identity"], stopping) for each in heard
    ]
    relays = [Relay(theirs, brokers["pricing"], "pricing"), Relay(database, brokers["identity"], "identity")]

    async def both_are_kept() -> bool:
        return sorted(row.service for row in await rows(database)) == ["identity", "pricing"]

    async with running(*works, *(relay.run for relay in relays)):
        await eventually(both_are_kept, 20)
    await asyncio.gather(*(broker.close() for broker in brokers.values()))
    await theirs.close()


def test_every_listener_has_a_name_of_its_own() -> None:
    durables = [listener.durable("identity") for listener in audit_listeners(FIXED)]
    assert durables == [f"identity-keep-acts-of-{context}" for context in ACTS]
