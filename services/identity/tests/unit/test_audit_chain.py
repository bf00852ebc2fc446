"""The chain of the audit log: what a hash covers, and which breaks show."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest
from identity.actions.append_act import TEXTS
from identity.domain.audit_chain import EMPTY, AuditEntry, Head, break_at, break_at_end, chained, hash_of

NOON = datetime(2027, 6, 2, 12, tzinfo=UTC)


def entry(**changes: Any) -> AuditEntry:
    texts = dict.fromkeys(TEXTS, "text")
    given: dict[str, Any] = {"id": UUID(int=1), "service": "booking", "occurred_at": NOON, "recorded_at": NOON, **texts}
    return chained(AuditEntry(**given | changes), EMPTY)


OTHER: dict[str, Any] = {
    "id": UUID(int=2),
    "occurred_at": NOON + timedelta(microseconds=1),
    "recorded_at": NOON + timedelta(microseconds=1),
    "position": 2,
    "previous_hash": bytes([1]) * 32,
}


@pytest.mark.parametrize("name", [field.name for field in fields(AuditEntry) if field.name != "hash"])
def test_the_hash_covers_every_member(name: str) -> None:
    changed = replace(entry(), **{name: OTHER.get(name, "other")})
    assert hash_of(changed) != hash_of(entry())


def test_what_moves_from_one_member_to_the_next_shows() -> None:
    assert hash_of(entry(actor_id="ab", actor_role="c")) != hash_of(entry(actor_id="a", actor_role="bc"))
    assert hash_of(entry(before="x", after="")) != hash_of(entry(before="", after="x"))


def test_an_instant_is_the_same_in_every_time_zone() -> None:
    there = NOON.astimezone(timezone(timedelta(hours=-4)))
    assert hash_of(entry(occurred_at=there)) == hash_of(entry())


def test_hashes_stay_what_they_were_released_as() -> None:
    assert hash_of(entry()).hex() == "5751d6362f59405d2b3293eabd04bc32d7c9558e8f7e5e7fbda84b5c62f25466"


def test_an_entry_follows_the_one_before_it() -> None:
    first = entry()
    second = chained(entry(id=UUID(int=2)), Head(first.position, first.hash))
    assert (second.position, second.previous_hash) == (2, first.hash)
    assert break_at(first, EMPTY) is None
    assert break_at(second, Head(first.position, first.hash)) is None


def test_each_kind_of_break_is_told_apart() -> None:
    first = entry()
    head = Head(first.position, first.hash)
    second = chained(entry(id=UUID(int=2)), head)
    findings = [
        break_at(second, EMPTY),
        break_at(replace(second, reason="other"), head),
        break_at(second, Head(1, bytes(32))),
    ]
    assert [(found.position, found.finding.split(":")[0]) for found in findings if found] == [
        (1, "Entry 1 is missing."),
        (2, "Entry 2 was altered."),
        (2, "Entry 2 does not follow the one before it"),
    ]


@pytest.mark.parametrize(
    ("kept", "newest", "position"),
    [(None, 2, 3), (Head(4, b"x"), 2, 3), (Head(1, b"x"), 2, 2), (Head(2, b"y"), 2, 2), (Head(2, b"x"), 2, None)],
)
def test_the_end_must_be_the_one_that_was_written_down(kept: Head | None, newest: int, position: int | None) -> None:
    found = break_at_end(Head(2, b"x"), kept, newest)
    assert (found.position if found else None) == position


def test_what_was_appended_during_the_walk_is_no_break() -> None:
    assert break_at_end(Head(2, b"x"), Head(5, b"z"), 5) is None
