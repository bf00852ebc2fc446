"""The routes of a day by VROOM: the same problem has the same answer, for nothing in it depends on time or chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy
import vroom

from booking.domain.roads import Roads
from booking.domain.routing import LONGEST_DRIVING_SECONDS, Call, Problem, Stop, Trip, VanDay

EXPLORATION: Final = 5
"""The most thorough that VROOM has."""
WHOLE_VAN: Final = 1_000
"""A second measure beside totes: what wants a van alone takes all of it."""
FIXED, FIRST, ORDINARY = 100, 50, 0
"""Priorities: what crews have comes first, then what was promised to be."""
FINENESS: Final = 1_000
"""Parts of a second in which a drive costs, so that there is room to tell plans apart."""
DEPOT: Final = 0
LOADED_AT_DEPOT: Final = 0
"""The skill of vans that leave the warehouse; each van's own number is its other skill."""


@dataclass(frozen=True, slots=True)
class Way:
    """A van's stops and what driving to them and back takes."""

    van: VanDay
    stops: tuple[Stop, ...]
    starts: int
    ends: int
    drive_seconds: int
    drive_meters: int


@dataclass(frozen=True, slots=True)
class Places:
    """The rows of the matrix: the warehouse, where each van is, and every door."""

    vans: Sequence[VanDay]
    calls: Sequence[Call]
    depot: str

    @property
    def zip_codes(self) -> list[str]:
        """Of all rows."""
        return [self.depot, *(van.zip_code for van in self.vans), *(call.zip_code for call in self.calls)]

    def start(self, number: int) -> int:
        """The row where van `number` is."""
        return 1 + number

    def door(self, number: int) -> int:
        """The row of door `number`."""
        return 1 + len(self.vans) + number


def solve(problem: Problem, trips: Sequence[Trip], roads: Roads) -> list[Way]:
    """The ways of all vans that get something. Every door of `trips` must be open for as long as the call takes."""
    if not problem.vans or not trips:
        return []
    zero = min(van.starts for van in problem.vans)
    calls = [call for trip in trips for call in trip.calls]
    places = Places(problem.vans, calls, problem.depot)
    asked = vroom.Input()
    set_matrices(asked, places, roads)
    asked.add_vehicle([vehicle(number, van, places, zero) for number, van in enumerate(problem.vans)])
    number = 0
    for trip in trips:
        asked.add_job(job(trip, number, places, problem.vans, zero))
        number += len(trip.calls)
    answer = asked.solve(exploration_level=EXPLORATION, nb_threads=1).to_dict()
    return [way_of(route, problem.vans, calls, zero) for route in answer["routes"]]


def set_matrices(asked: vroom.Input, places: Places, roads: Roads) -> None:
    """Seconds, meters and costs between all rows; two doors of one ZIP code are not one door."""
    drives = [[roads.drive(start, end) for end in places.zip_codes] for start in places.zip_codes]
    seconds, meters = (
        numpy.array([[getattr(drive, member) for drive in row] for row in drives], dtype="uint32")
        for member in ("seconds", "meters")
    )
    for matrix in (seconds, meters):
        numpy.fill_diagonal(matrix, 0)
        leave_the_warehouse_at_once(matrix, places)
    asked.set_durations_matrix("car", seconds)
    asked.set_distances_matrix("car", meters)
    asked.set_costs_matrix("car", seconds * FINENESS + without_ties(len(drives)))


def leave_the_warehouse_at_once(matrix: Any, places: Places) -> None:
    """A van at the warehouse has nothing to drive to it."""
    for number, van in enumerate(places.vans):
        if van.is_at_depot:
            matrix[places.start(number), DEPOT] = matrix[DEPOT, places.start(number)] = 0


def without_ties(rows: int) -> Any:
    """Less than a second on top of each drive, always the same: no two plans cost the same.

    VROOM's searches run side by side, and of plans that cost the same the first one found wins, now this, now that.
    """
    return numpy.random.default_rng(rows).integers(0, FINENESS, (rows, rows), dtype="uint32")


def vehicle(number: int, van: VanDay, places: Places, zero: int) -> vroom.Vehicle:
    """A van as VROOM knows it."""
    return vroom.Vehicle(
        number,
        start=places.start(number),
        end=DEPOT,
        capacity=[van.capacity, WHOLE_VAN],
        skills={number + 1} | ({LOADED_AT_DEPOT} if van.is_at_depot else set()),
        time_window=(min(van.starts, van.ends) - zero, van.ends - zero),
        max_travel_time=LONGEST_DRIVING_SECONDS,
    )


def job(trip: Trip, number: int, places: Places, vans: Sequence[VanDay], zero: int) -> Any:
    """A trip as VROOM knows it: a shipment, or a job at one door; the first door has this number."""
    amount = [0, WHOLE_VAN] if trip.is_alone else [trip.totes, 1]
    members: dict[str, Any] = {"skills": skills(trip, vans), "priority": priority(trip)}
    doors = [door(call, number + at, places, zero) for at, call in enumerate(trip.calls)]
    if len(doors) > 1:
        first, second = (vroom.ShipmentStep(**each) for each in doors)
        return vroom.Shipment(first, second, amount=vroom.Amount(amount), **members)
    direction = "pickup" if trip.pickup else "delivery"
    return vroom.Job(**doors[0], **members, **{direction: amount})


def door(call: Call, number: int, places: Places, zero: int) -> dict[str, Any]:
    """A call as VROOM knows it: whoever begins before the end of the window, less the time it takes, is in time."""
    latest = call.closes - call.seconds
    return {
        "id": number,
        "location": places.door(number),
        "default_service": call.seconds,
        "time_windows": [(max(call.opens - zero, 0), max(latest - zero, 0))],
    }


def skills(trip: Trip, vans: Sequence[VanDay]) -> set[int]:
    """Which van it needs."""
    needed = {number + 1 for number, van in enumerate(vans) if van.van_id == trip.van_id}
    if trip.van_id and not needed:
        needed = {len(vans) + 1}  # no van's
    return needed | ({LOADED_AT_DEPOT} if trip.is_from_depot else set())


def priority(trip: Trip) -> int:
    """What must not be left out for the sake of others."""
    if any(call.is_fixed for call in trip.calls):
        return FIXED
    return FIRST if trip.is_first else ORDINARY


def way_of(route: dict[str, Any], vans: Sequence[VanDay], calls: Sequence[Call], zero: int) -> Way:
    """VROOM's route as ours."""
    stops: list[Stop] = []
    before = route["steps"][0]
    for step in route["steps"][1:]:
        if step["type"] != "end":
            stops.append(stop_of(step, before, calls[step["id"]], zero))
        before = step
    starts, ends = (route["steps"][at]["arrival"] + zero for at in (0, -1))
    return Way(vans[route["vehicle"]], tuple(stops), starts, ends, route["duration"], route["distance"])


def stop_of(step: dict[str, Any], before: dict[str, Any], call: Call, zero: int) -> Stop:
    """One step; VROOM counts driving from the start of a route."""
    begins = step["arrival"] + step["waiting_time"]
    return Stop(
        task_id=call.task_id,
        arrives=step["arrival"] + zero,
        begins=begins + zero,
        departs=begins + step["service"] + zero,
        drive_seconds=step["duration"] - before["duration"],
        drive_meters=step["distance"] - before["distance"],
        is_fixed=call.is_fixed,
    )
