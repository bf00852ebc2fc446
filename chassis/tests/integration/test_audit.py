"""An act is said in the transaction in which it happened, with who did it and from where."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest
import sqlalchemy as sa
from chassis.audit import Actor, record_act
from chassis.client import Client, serve_for
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.messaging_schema import OUTBOX
from chassis.principal import Principal, serve_as
from chassis.request_id import begin_request
from totetaxi.audit.v1.act_pb2 import Act
from totetaxi.booking.v1.events_pb2 import AuditRecorded

NOW = datetime(2027, 6, 1, 14, tzinfo=UTC)
SUBJECT = ("booking", UUID("0197a000-0000-7000-8000-000000000001"))


@pytest.fixture
async def eve() -> None:
    """Eve of the staff asks for something; being async, it is undone after the test."""
    begin_request("request-1")
    serve_as(Principal("staff", "eve", "supervisor", frozenset(), 0.0))
    serve_for(Client("203.0.113.9", "Firefox"))


async def act_and_fail(database: Database) -> None:
    async with database.transaction() as connection:
        await record_act(connection, AuditRecorded, "booking.changed", SUBJECT, NOW)
        raise LookupError


async def acts(database: Database) -> list[Act]:
    async with database.reading() as connection:
        payloads = (await connection.execute(sa.select(OUTBOX.c.payload).order_by(OUTBOX.c.position))).scalars()
        return [AuditRecorded.FromString(payload).act for payload in payloads]


@pytest.mark.usefixtures("eve")
async def test_an_act_says_who_did_what_from_where_and_why(database: Database) -> None:
    async with database.transaction() as connection:
        changed = {"before": {"status": "paid"}, "after": {"status": "scheduled"}}
        await record_act(connection, AuditRecorded, "booking.changed", SUBJECT, NOW, reason="Ada rang.", **changed)
    [act] = await acts(database)
    assert (act.actor_kind, act.actor_id, act.actor_role) == ("staff", "eve", "supervisor")
    assert (act.action, act.subject_type, act.subject_id) == ("booking.changed", "booking", str(SUBJECT[1]))
    assert (act.client_address, act.user_agent, act.request_id) == ("203.0.113.9", "Firefox", "request-1")
    assert (act.before, act.after, act.reason) == ('{"status":"paid"}', '{"status":"scheduled"}', "Ada rang.")
    assert act.occurred_at.ToDatetime(UTC) == NOW


@pytest.mark.usefixtures("eve")
async def test_an_act_that_did_not_happen_is_not_said(database: Database) -> None:
    with pytest.raises(LookupError):
        await act_and_fail(database)
    assert await acts(database) == []


@pytest.mark.usefixtures("eve")
async def test_somebody_who_is_only_signing_in_can_be_named(database: Database) -> None:
    async with database.transaction() as connection:
        bob = Actor("staff", "bob", "staff")
        await record_act(connection, AuditRecorded, "staff.signed_in", ("staff", new_id()), NOW, actor=bob)
    [act] = await acts(database)
    assert (act.actor_id, act.actor_role, act.client_address) == ("bob", "staff", "203.0.113.9")


async def test_a_machine_names_the_customer_it_acts_for(database: Database) -> None:
    serve_as(Principal("api_key", "key", "device", frozenset(), 0.0, on_behalf_of="ada"))
    async with database.transaction() as connection:
        await record_act(connection, AuditRecorded, "booking.changed", SUBJECT, NOW)
    [act] = await acts(database)
    assert (act.actor_kind, act.actor_id, act.on_behalf_of) == ("api_key", "key", "ada")


@pytest.mark.usefixtures("eve")
async def test_a_search_is_about_no_single_one(database: Database) -> None:
    async with database.transaction() as connection:
        await record_act(connection, AuditRecorded, "customer.searched", ("customer", None), NOW)
    [act] = await acts(database)
    assert (act.subject_type, act.subject_id) == ("customer", "")
