"""The audit log is found in by whoever may: every filter, page after page, and each look is kept."""

from __future__ import annotations

import json
from typing import Any

import pytest
import sqlalchemy as sql
from audit_stage import ADA, EVE, NOW, act, fact_of, fill, hear
from chassis.database import Database
from chassis.messaging_schema import OUTBOX
from chassis.principal import Principal, serve_as
from chassis.refusal import Invalid
from google.protobuf.timestamp_pb2 import Timestamp
from identity.actions.search_audit_log import export_audit_log, search_audit_log
from identity.messages.audit import entry_message, filter_of
from identity.store.audit import AuditFilter
from identity.store.audit_tables import FILTERS, audit_entry
from totetaxi.identity.v1 import audit_service_pb2 as messages
from totetaxi.identity.v1.events_pb2 import AuditRecorded

BOB = "0197a000-0000-7000-8000-00000000000b"


@pytest.fixture(autouse=True)
async def a_supervisor_asks() -> None:
    """Being async, it is undone after the test."""
    serve_as(Principal("staff", EVE, "supervisor", frozenset({"can_view_audit"}), 0.0))


async def positions(database: Database, **wanted: Any) -> list[int]:
    entries, _ = await search_audit_log(database, AuditFilter(**wanted), "", 100, NOW)
    return [entry.position for entry in entries]


async def looks(database: Database) -> list[Any]:
    question = sql.select(OUTBOX.c.payload).where(OUTBOX.c.type == AuditRecorded.DESCRIPTOR.full_name)
    async with database.reading() as connection:
        payloads = (await connection.execute(question.order_by(OUTBOX.c.position))).scalars()
        return [AuditRecorded.FromString(payload).act for payload in payloads]


async def test_every_filter_finds_what_it_names_and_they_work_together(database: Database) -> None:
    await hear(database, fact_of(act(0)))
    await hear(database, fact_of(act(1, actor_id=BOB, actor_kind="service", action="refund.approved"), "payments"))
    await hear(database, fact_of(act(2, actor_id=BOB, subject_type="booking", subject_id="b-1")))
    assert await positions(database) == [3, 2, 1]
    assert await positions(database, actor_id=BOB) == [3, 2]
    assert await positions(database, actor_kind="service") == [2]
    assert await positions(database, action="refund.approved") == [2]
    assert await positions(database, subject_type="customer") == [2, 1]
    assert await positions(database, subject_id="b-1") == [3]
    assert await positions(database, service="booking") == [3, 1]
    assert await positions(database, request_id="request-1") == [2]
    assert await positions(database, actor_id=BOB, service="booking") == [3]
    assert await positions(database, actor_id=EVE, service="payments") == []


async def test_a_stretch_of_time_begins_with_its_first_instant_and_ends_before_its_last(database: Database) -> None:
    await fill(database, 4)
    moments = [Timestamp(seconds=int(NOW.timestamp()) + 60 * minutes) for minutes in (1, 3)]
    wanted = filter_of(messages.AuditFilter(**{"from": moments[0], "until": moments[1]}))
    entries, _ = await search_audit_log(database, wanted, "", 100, NOW)
    assert [entry.position for entry in entries] == [3, 2]


@pytest.mark.parametrize("name", FILTERS)
def test_every_filter_has_an_index_in_the_order_of_the_log(name: str) -> None:
    assert [name, "position"] in [[column.name for column in index.columns] for index in audit_entry.indexes]


async def test_pages_follow_each_other_newest_first(database: Database) -> None:
    await fill(database, 5)
    seen, cursor = [], ""
    while True:
        entries, cursor = await search_audit_log(database, AuditFilter(), cursor, 2, NOW)
        seen.append([entry.position for entry in entries])
        if not cursor:
            break
        await fill(database, 1)
    assert seen == [[5, 4], [3, 2], [1]]


async def test_an_export_is_what_there_was_when_it_began_oldest_first(database: Database) -> None:
    await fill(database, 5)
    seen, cursor = [], ""
    while True:
        entries, cursor = await export_audit_log(database, AuditFilter(), cursor, 2, NOW)
        seen.append([entry.position for entry in entries])
        if not cursor:
            break
        await fill(database, 1)
    assert seen == [[1, 2], [3, 4], [5]]


@pytest.mark.parametrize("cursor", ["nonsense", "WzFd", "Wy0xXQ", "WyIxIl0"])
async def test_a_cursor_that_we_never_made_is_refused(database: Database, cursor: str) -> None:
    with pytest.raises(Invalid):
        await export_audit_log(database, AuditFilter(), cursor, 2, NOW)


async def test_each_look_is_an_act_of_its_own_and_each_page_is_not(database: Database) -> None:
    await fill(database, 3)
    _, cursor = await search_audit_log(database, AuditFilter(subject_id=ADA), "", 2, NOW)
    await search_audit_log(database, AuditFilter(subject_id=ADA), cursor, 2, NOW)
    _, cursor = await export_audit_log(database, AuditFilter(), "", 2, NOW)
    await export_audit_log(database, AuditFilter(), cursor, 2, NOW)
    found = await looks(database)
    assert [look.action for look in found] == ["audit_log.searched", "audit_log.exported"]
    assert (found[0].actor_id, found[0].subject_type, found[0].subject_id) == (EVE, "audit_log", "")
    assert json.loads(found[0].after) == {"subject_id": ADA}


async def test_an_entry_reaches_the_caller_with_all_its_members(database: Database) -> None:
    told = act(7, on_behalf_of=ADA)
    await hear(database, fact_of(told))
    [entry], _ = await search_audit_log(database, AuditFilter(), "", 1, NOW)
    message = entry_message(entry)
    for field in told.DESCRIPTOR.fields:
        assert getattr(message, field.name) == getattr(told, field.name), field.name
    assert (message.position, message.service, len(message.hash)) == (1, "booking", 64)
