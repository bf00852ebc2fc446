"""Where in a catalogue something is wrong, for programs and for people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chassis.refusal import Fault

from pricing.domain.catalog import Catalog
from pricing.domain.entry import MEMBERS, MOST, Entry, Kind, entries_of, key_of, name_of

SPOKEN_NAME = 80


@dataclass(frozen=True)
class Place:
    """One entry: `surcharge_rules[its key]`, and its name."""

    path: str
    name: str

    def fault(self, member: str, rule: str) -> Fault:
        """The member breaks a rule: `must be …`."""
        return Fault(f"{self.path}.{member}", f"{member} of {self.name} {rule}.")

    def lack(self, member: str, rule: str) -> Fault:
        """The entry as a whole breaks a rule, of which `member` is the first part: `must have …`."""
        return Fault(f"{self.path}.{member}", f"{self.name} {rule}.")


def place_of(kind: Kind, entry: Entry) -> Place:
    """Where the entry is."""
    path = f"{MEMBERS[kind]}[{key_of(entry)}]" if kind in MOST else MEMBERS[kind]
    return Place(path, name_of(kind, entry)[:SPOKEN_NAME])


def places(catalog: Catalog) -> Iterator[tuple[Place, Kind, Entry]]:
    """Every entry and where it is."""
    for kind, entry in entries_of(catalog):
        yield place_of(kind, entry), kind, entry
