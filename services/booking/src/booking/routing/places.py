"""Where ZIP codes lie, from the table that `zipcodes` brings along; nothing is asked over the network."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

import zipcodes

from booking.domain.roads import Place

MATCHING: Final[Callable[[str], Sequence[dict[str, Any]]]] = zipcodes.matching


def places_of(zip_codes: Iterable[str]) -> dict[str, Place]:
    """The middle of each; those that nobody knows are left out."""
    found = ((each, MATCHING(each)) for each in sorted(set(zip_codes)))
    return {each: place_of(rows[0]) for each, rows in found if rows and rows[0]["lat"]}


def place_of(row: dict[str, Any]) -> Place:
    """Of one row of the table."""
    return Place(float(row["lat"]), float(row["long"]))
