"""Roads without a map: how far two ZIP codes lie apart, and how long the drive takes (ADR 23)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt
from typing import Final

EARTH_MILES: Final = 3958.8
METERS_OF_A_MILE: Final = 1609.344
SECONDS_OF_AN_HOUR: Final = 3600

NEAREST_MILES: Final = 0.5
"""Between two doors of one ZIP code, whose middle is all that we know of both."""
STREETS_MILES: Final = 10.0
"""So far a drive follows streets, whose corners make it longer than a straight line; beyond, highways."""
STREETS_FACTOR: Final = 1.4
HIGHWAY_FACTOR: Final = 1.1

LOCAL_MILES: Final = 3.0
"""At each end a drive is as slow as the streets there, for so long; between the ends it is as fast as a highway."""
HIGHWAY_MPH: Final = 45.0
COUNTRY_MPH: Final = 28.0
LOCAL_MPH: Final = {
    **dict.fromkeys(("100", "101", "102"), 9.0),
    **dict.fromkeys(("103", "104", "110", "111", "112", "113", "114", "116"), 15.0),
    **dict.fromkeys(("070", "071", "072", "073"), 18.0),
    "119": 22.0,
}
"""Miles an hour by the first three digits: Manhattan, the other boroughs, New Jersey along the Hudson, the East End."""


@dataclass(frozen=True, slots=True)
class Place:
    """The middle of a ZIP code, degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Drive:
    """From one door to the next."""

    seconds: int
    meters: int


@dataclass(slots=True)
class Roads:
    """The drives between ZIP codes whose places are known; each is reckoned once."""

    places: Mapping[str, Place]
    _known: dict[tuple[str, str], Drive] = field(default_factory=dict)

    def drive(self, start: str, end: str) -> Drive:
        """From one door to another, as long there as back."""
        pair = min(start, end), max(start, end)
        if pair not in self._known:
            miles = road_miles(straight_miles(self.places[start], self.places[end]))
            self._known[pair] = Drive(drive_seconds(miles, start, end), round(miles * METERS_OF_A_MILE))
        return self._known[pair]


def straight_miles(one: Place, other: Place) -> float:
    """The great circle between them (haversine)."""
    south, north = radians(one.latitude), radians(other.latitude)
    over = sin((north - south) / 2) ** 2
    across = cos(south) * cos(north) * sin(radians(other.longitude - one.longitude) / 2) ** 2
    return 2 * EARTH_MILES * asin(sqrt(over + across))


def road_miles(straight: float) -> float:
    """What is driven for a straight line of so many miles."""
    straight = max(straight, NEAREST_MILES)
    streets = min(straight, STREETS_MILES)
    return streets * STREETS_FACTOR + (straight - streets) * HIGHWAY_FACTOR


def drive_seconds(miles: float, start: str, end: str) -> int:
    """How long so many miles of road take between two ZIP codes, on an ordinary day."""
    local = min(miles / 2, LOCAL_MILES)
    hours = local / local_mph(start) + local / local_mph(end) + (miles - 2 * local) / HIGHWAY_MPH
    return round(hours * SECONDS_OF_AN_HOUR)


def local_mph(zip_code: str) -> float:
    """How fast its streets are."""
    return LOCAL_MPH.get(zip_code[:3], COUNTRY_MPH)
