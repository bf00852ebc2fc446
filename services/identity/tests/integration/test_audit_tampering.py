"""Whoever has the database's own password can write into the audit log, and it shows."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any, cast

import pytest
import sqlalchemy as sql
from audit_stage import act, fill, tamper, verified
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.runtime import Runtime
from identity.actions.append_act import entry_of
from identity.audit_command import anchor_of, verify
from identity.domain.audit_chain import EMPTY, AuditEntry, Head, chained
from identity.store.audit import COLUMNS
from identity.store.audit_tables import audit_entry, audit_head
from identity.store.rows import row_of

POSITION = audit_entry.c.position


@pytest.fixture(autouse=True)
async def log(database: Database) -> None:
    """Six acts."""
    await fill(database, 6)
    assert (await verified(database)).broken is None


async def found(database: Database) -> tuple[int, str]:
    broken = (await verified(database)).broken
    assert broken is not None
    return broken.position, broken.finding


async def read(database: Database) -> list[AuditEntry]:
    async with database.reading() as connection:
        entries = await connection.execute(sql.select(*COLUMNS).order_by(POSITION))
        return [AuditEntry(**row) for row in entries.mappings()]


def put_in(entry: AuditEntry) -> sql.Executable:
    return audit_entry.insert().values(row_of(audit_entry, entry))


def removed(condition: sql.ColumnElement[bool]) -> sql.Executable:
    return audit_entry.delete().where(condition)


def moved(old: int, new: int) -> sql.Executable:
    return audit_entry.update().where(old == POSITION).values(position=new)


def forged(position: int) -> AuditEntry:
    """An act that never happened, with hashes of nothing."""
    entry = entry_of(new_id(), "booking", act(reason="forged"), act().occurred_at.ToDatetime())
    return replace(entry, position=position, previous_hash=b"x", hash=b"y")


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("reason", "'nothing'"),
        ("actor_id", "'somebody else'"),
        ("before", "''"),
        ("after", "'{}'"),
        ("client_address", "''"),
        ("occurred_at", "occurred_at - interval '1 microsecond'"),
        ("recorded_at", "recorded_at + interval '1 day'"),
        ("id", "gen_random_uuid()"),
        ("service", "'pricing'"),
        ("hash", "sha256('x')"),
        ("previous_hash", "sha256('x')"),
    ],
)
async def test_an_altered_entry_shows(database: Database, member: str, value: str) -> None:
    await tamper(database, audit_entry.update().where(POSITION == 4).values({member: sql.text(value)}))
    assert await found(database) == (4, "Entry 4 was altered.")


async def test_an_entry_altered_with_a_hash_that_fits_shows_at_the_next(database: Database) -> None:
    entries = await read(database)
    fitting = chained(replace(entries[3], reason="forged"), Head(3, entries[2].hash))
    changes = {"reason": fitting.reason, "hash": fitting.hash}
    await tamper(database, audit_entry.update().where(POSITION == 4).values(changes))
    position, finding = await found(database)
    assert (position, finding.split(":")[0]) == (5, "Entry 5 does not follow the one before it")


@pytest.mark.parametrize("position", [1, 3, 5])
async def test_a_removed_entry_shows(database: Database, position: int) -> None:
    await tamper(database, removed(position == POSITION))
    assert await found(database) == (position, f"Entry {position} is missing.")


@pytest.mark.parametrize("first", [6, 4, 1])
async def test_a_removed_end_shows(database: Database, first: int) -> None:
    await tamper(database, removed(first <= POSITION))
    assert await found(database) == (first, f"Entry {first} is missing: there were 6.")


async def test_a_removed_entry_whose_gap_was_closed_shows(database: Database) -> None:
    await tamper(database, removed(POSITION == 3), moved(4, 3), moved(5, 4), moved(6, 5))
    assert await found(database) == (3, "Entry 3 was altered.")


async def test_an_entry_put_in_at_the_end_shows(database: Database) -> None:
    await tamper(database, put_in(forged(7)))
    assert await found(database) == (7, "Entry 7 was altered.")


async def test_an_entry_put_in_at_the_end_with_hashes_that_fit_shows(database: Database) -> None:
    last = (await read(database))[-1]
    await tamper(database, put_in(chained(forged(7), Head(6, last.hash))))
    assert await found(database) == (7, "Entry 7 was put in from outside.")


async def test_an_entry_put_in_between_shows(database: Database) -> None:
    await tamper(database, moved(6, 7), moved(5, 6), moved(4, 5), put_in(forged(4)))
    assert await found(database) == (4, "Entry 4 was altered.")


async def test_entries_that_changed_places_show(database: Database) -> None:
    await tamper(database, moved(2, 99), moved(5, 2), moved(99, 5))
    assert await found(database) == (2, "Entry 2 was altered.")


async def test_a_removed_record_of_the_end_shows(database: Database) -> None:
    await tamper(database, audit_head.delete())
    assert await found(database) == (7, "The record of the last entry is missing.")


async def test_an_end_that_is_not_the_one_written_down_shows(database: Database) -> None:
    await tamper(database, audit_head.update().values(hash=b"x"))
    assert (await found(database))[0] == 6


async def test_a_chain_rewritten_as_a_whole_shows_by_what_was_seen_of_it_before(
    database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    await run(database)
    seen = capsys.readouterr().out.split()[-1]
    rewritten, head = [], EMPTY
    for each in await read(database):
        rewritten.append(chained(replace(each, reason="forged"), head))
        head = Head(rewritten[-1].position, rewritten[-1].hash)
    end = audit_head.update().values(position=head.position, hash=head.hash)
    await tamper(database, removed(POSITION > 0), *map(put_in, rewritten), end)
    await run(database)
    with pytest.raises(SystemExit) as stopped:
        await run(database, seen)
    assert stopped.value.code == "broken at position 6: Entry 6 had another hash before."


async def run(database: Database, *seen: str) -> None:
    """`python -m identity audit verify [--expect …]`."""
    options = argparse.Namespace(expect=[anchor_of(each) for each in seen])
    runtime: Any = argparse.Namespace(database=database)
    await verify(cast("Runtime", runtime), options)
