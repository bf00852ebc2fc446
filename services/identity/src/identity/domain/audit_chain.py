"""The audit log as a chain: each entry's hash covers the one before it and every member, so every change shows."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

NOTHING: Final = bytes(32)
"""What the first entry follows."""

FORMAT: Final = "totetaxi audit entry 1"


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One thing that somebody did; texts that are unknown are empty."""

    id: UUID
    """Of the event it came by."""
    service: str
    occurred_at: datetime
    recorded_at: datetime
    actor_kind: str
    actor_id: str
    actor_role: str
    on_behalf_of: str
    action: str
    subject_type: str
    subject_id: str
    client_address: str
    user_agent: str
    request_id: str
    reason: str
    before: str
    """JSON, byte for byte as it came."""
    after: str
    position: int = 0
    """From 1, without gaps; 0 before it is in the chain."""
    previous_hash: bytes = NOTHING
    hash: bytes = b""


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of the chain, written down beside it, so that a missing end shows too."""

    position: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class Break:
    """Where the chain is broken, and how."""

    position: int
    finding: str


EMPTY: Final = Head(0, NOTHING)


def chained(entry: AuditEntry, head: Head) -> AuditEntry:
    """The entry as the one that follows `head`."""
    placed = replace(entry, position=head.position + 1, previous_hash=head.hash)
    return replace(placed, hash=hash_of(placed))


def hash_of(entry: AuditEntry) -> bytes:
    """SHA-256 over the hash before and every member that is not empty, as JSON with its members in order.

    Members are named and JSON escapes what it must, so no two entries have one spelling; what is empty is left out, so
    that a member that comes later changes no hash from before.
    """
    members = {field.name: spelled(getattr(entry, field.name)) for field in fields(entry) if field.name != "hash"}
    told = {name: member for name, member in members.items() if member != ""}
    text = json.dumps([FORMAT, told], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).digest()


def spelled(value: Any) -> Any:
    """One spelling for each value: instants in UTC to the microsecond, hashes in hex."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, bytes):
        return value.hex()
    return value if isinstance(value, int) else str(value)


def break_at(entry: AuditEntry, before: Head) -> Break | None:
    """What is wrong with `entry` as the one that follows `before`; None when nothing is."""
    expected = before.position + 1
    if entry.position != expected:
        return Break(expected, f"Entry {expected} is missing.")
    if entry.hash != hash_of(entry):
        return Break(expected, f"Entry {expected} was altered.")
    if entry.previous_hash != before.hash:
        return Break(expected, f"Entry {expected} does not follow the one before it: one of the two was replaced.")
    return None


def break_at_end(last: Head, kept: Head | None, newest: int) -> Break | None:
    """What is wrong with the end: `last` was read, `kept` is the head that was written down, `newest` the last row."""
    if kept is None:
        return Break(last.position + 1, "The record of the last entry is missing.")
    if newest < kept.position:
        return Break(newest + 1, f"Entry {newest + 1} is missing: there were {kept.position}.")
    if newest > kept.position:
        return Break(kept.position + 1, f"Entry {kept.position + 1} was put in from outside.")
    if last.position == kept.position and last.hash != kept.hash:
        return Break(kept.position, f"Entry {kept.position} is not the one that was written down as the last.")
    return None
