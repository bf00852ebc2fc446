"""What differs between two catalogues, entry by entry and member by member."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pricing.domain.catalog import Catalog
from pricing.domain.document import entry_document
from pricing.domain.entry import MEMBERS, Entry, Kind, entries_of, key_of, name_of

Identity = tuple[Kind, str]


@dataclass(frozen=True)
class MemberDifference:
    """One member that differs; values as they are stored."""

    member: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Difference:
    """One entry that differs; only changed ones have members."""

    how: Literal["added", "removed", "changed"]
    kind: Kind
    key: str
    name: str
    members: tuple[MemberDifference, ...] = ()


def differences(older: Catalog, newer: Catalog) -> list[Difference]:
    """Every entry that differs, in the catalogue's order: what was there first, then what came to it."""
    before, after = by_identity(older), by_identity(newer)
    order = list(MEMBERS)
    identities = sorted({**before, **after}, key=lambda identity: order.index(identity[0]))
    return [
        difference(identity, before.get(identity), after.get(identity))
        for identity in identities
        if before.get(identity) != after.get(identity)
    ]


def by_identity(catalog: Catalog) -> Mapping[Identity, Entry]:
    """Every entry under its kind and key."""
    return {(kind, key_of(entry)): entry for kind, entry in entries_of(catalog)}


def difference(identity: Identity, before: Entry | None, after: Entry | None) -> Difference:
    """How one entry differs."""
    kind, key = identity
    if after is None:
        assert before is not None, "an entry is in one of the two"
        return Difference("removed", kind, key, name_of(kind, before))
    if before is None:
        return Difference("added", kind, key, name_of(kind, after))
    return Difference("changed", kind, key, name_of(kind, after), member_differences(before, after))


def member_differences(before: Entry, after: Entry) -> tuple[MemberDifference, ...]:
    """Every member whose value differs."""
    old, new = entry_document(before), entry_document(after)
    return tuple(MemberDifference(name, old[name], new[name]) for name in new if old[name] != new[name])
