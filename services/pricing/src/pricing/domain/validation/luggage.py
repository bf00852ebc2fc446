"""Airports and their terminals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chassis.refusal import Fault

from pricing.domain.catalog import BladeLuggage
from pricing.domain.validation.place import Place

AIRPORT = re.compile(r"[A-Z]{3}")
TERMINAL = re.compile(r"[A-Z0-9]{1,8}")
MOST = 20
PLACE = Place("blade_luggage", "blade luggage")


def luggage_faults(rates: BladeLuggage) -> Iterator[Fault]:
    """Every airport or list of terminals that is wrong."""
    if not is_list_of(AIRPORT, rates.airports):
        yield PLACE.fault("airports", f"must be 1 to {MOST} different codes of three capital letters, such as JFK")
    named = [terminals.airport for terminals in rates.terminals]
    if len(set(named)) < len(named) or not set(named) <= set(rates.airports):
        yield PLACE.fault("terminals", f"must name each of {', '.join(rates.airports)} once at most, and no other")
    for terminals in rates.terminals:
        if not is_list_of(TERMINAL, terminals.terminals):
            rule = f"must be 1 to {MOST} different terminals of 1 to 8 capital letters and digits"
            yield PLACE.fault(f"terminals[{terminals.airport}]", rule)


def is_list_of(pattern: re.Pattern[str], words: tuple[str, ...]) -> bool:
    """Whether `words` are there, not too many, all different and all like `pattern`."""
    return 1 <= len(words) <= MOST and len(set(words)) == len(words) and all(map(pattern.fullmatch, words))
