"""Keys: ids are UUIDs, no two things share one, and no kind holds too many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from uuid import UUID

from chassis.refusal import Fault

from pricing.domain.catalog import Catalog
from pricing.domain.entry import MEMBERS, MOST, held, key_of
from pricing.domain.validation.place import places


def key_faults(catalog: Catalog) -> Iterator[Fault]:
    """Every id that is none, every key that two things share, and every list that is too long."""
    times = Counter(key_of(entry) for _, _, entry in places(catalog))
    for place, kind, entry in places(catalog):
        if kind not in MOST:
            continue
        member = "zone" if kind == "service_area" else "id"
        if member == "id" and not is_uuid(key_of(entry)):
            yield place.fault("id", "must be a UUID in lower case; leave it out to get one")
        if times[key_of(entry)] > 1:
            yield place.fault(member, "must be its own; something else has it too")
    for kind, most in MOST.items():
        if len(held(catalog, kind)) > most:
            yield Fault(MEMBERS[kind], f"{MEMBERS[kind]} must be {most} at most.")


def is_uuid(text: str) -> bool:
    """Whether `text` is a UUID as it is usually written."""
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False
