"""What a van's driver takes along on a day: each door in order, with all that a crew must know there and no price."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from chassis.refusal import NotAllowed

from booking.domain.handovers import Handover, Stage
from booking.domain.logistics import TaskKind, TaskStatus, Window, is_at_pickup, is_done, spoken, spoken_clock

MOST_STOPS: Final = 100
"""Of one van on one day; no crew gets to as many doors."""

TITLES: Final = {
    TaskKind.PICKUP: "Pickup",
    TaskKind.DELIVERY: "Delivery",
    TaskKind.AIRPORT_DELIVERY: "Delivery to the airport",
    TaskKind.TO_STORAGE: "Pickup for our warehouse",
    TaskKind.FROM_STORAGE: "Delivery from our warehouse",
}
NO_ITEMS: Final = "As agreed with the office"


@dataclass(frozen=True, slots=True)
class SheetStop:
    """One door."""

    title: str
    number: str
    planned: Window
    promised: Window
    place: tuple[str, ...]
    first_name: str
    phone: str
    """As people read it; empty where there is none."""
    notes: str
    """How to get in and what to mind, as the customer wrote it."""
    items: tuple[str, ...]
    to_collect: tuple[str, ...]
    """What is still to be brought back from the door, each to be ticked."""
    state: str
    """How far it is, where it has begun; empty otherwise."""
    dialled: str = ""
    """The phone as E.164, for what dials it."""


@dataclass(frozen=True, slots=True)
class DriverSheet:
    """A van's day."""

    van: str
    drivers: tuple[str, ...]
    day: date
    made_at: datetime
    stops: tuple[SheetStop, ...]


def stage_of(kind: TaskKind) -> Stage:
    """Which handover takes place at its door."""
    return Stage.PICKUP if is_at_pickup(kind) else Stage.DELIVERY


def to_collect(kind: TaskKind, status: TaskStatus, handover: Handover | None) -> tuple[str, ...]:
    """Photos, and the customer's word; nothing more once they have confirmed, or where it is over (handovers.py)."""
    if status is TaskStatus.FAILED or is_done(kind, status) or (handover and handover.confirmed_at):
        return ()
    return "Photos of the condition", "The customer's code, or a signature"


def spoken_state(kind: TaskKind, status: TaskStatus, failure: str, handover: Handover | None) -> str:
    """`Loaded, confirmed by signature`; what has not begun needs no word."""
    confirmed = f"confirmed by {handover.proof}" if handover and handover.proof else ""
    begun = "" if status in (TaskStatus.UNASSIGNED, TaskStatus.ASSIGNED) else spoken(status)
    words = ", ".join(word for word in (f"{begun}: {failure}" if failure else begun, confirmed) if word)
    return words[:1].upper() + words[1:]


def spoken_window(window: Window) -> str:
    """`8:00 AM to 11:00 AM`."""
    return f"{spoken_clock(window.begins)} to {spoken_clock(window.ends)}"


def not_your_van() -> NotAllowed:
    """The refusal of somebody who does not plan, and does not drive it."""
    return NotAllowed("not_your_van", "You have no stops with this van that day; the office can give you the sheet.")
