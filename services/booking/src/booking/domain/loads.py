"""What a booking takes in a van, and at a door: reckoned in totes, which is what vans hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

UNKNOWN_TOTES: Final = 15
"""What staff priced by hand, such as legs of storage and pop-ups: as much as a petite mini move."""
TOTES_OF_A_PIECE: Final = 5
"""What a crib, a bicycle or a surfboard takes, and the room around it."""

SECONDS_AT_A_DOOR: Final = 15 * 60
"""To park, find the way in and hand over papers."""
SECONDS_FOR_A_TOTE: Final = 60
SECONDS_WITH_A_VAN_ALONE: Final = 75 * 60


@dataclass(frozen=True, slots=True)
class Load:
    """What travels together."""

    totes: int
    is_alone: bool
    """No other load may be in the van with it, however little is in it."""
    is_first: bool
    """It was promised to be planned before others."""


def load_of(request: Mapping[str, Any], price: Mapping[str, Any]) -> Load:
    """The load of a booking, from what was asked and how it was priced (the members of PriceRequest and Price)."""
    package = price.get("mini_move_package")
    if package:
        most = package.get("max_items", 0)
        return Load(most, is_alone=not most, is_first=bool(package.get("priority_scheduling")))
    pieces = len(price.get("specialty_items", ())) * TOTES_OF_A_PIECE
    items = request.get("standard_delivery_item_count", 0) + request.get("bag_count", 0)
    return Load(pieces + items or UNKNOWN_TOTES, is_alone=False, is_first=False)


def seconds_at_the_door(load: Load) -> int:
    """How long we load or hand over."""
    if load.is_alone:
        return SECONDS_WITH_A_VAN_ALONE
    return min(SECONDS_AT_A_DOOR + load.totes * SECONDS_FOR_A_TOTE, SECONDS_WITH_A_VAN_ALONE)
