"""What somebody wants to book: everything that pricing doesn't judge is judged here, before anything is charged."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from chassis.faults import attempt, must_be_faultless, note
from chassis.refusal import Fault

from booking.domain.address import Address, normalised_address
from booking.domain.contact import Contact, normalised_contact
from booking.domain.pickup import PickupWindow, must_be_bookable
from booking.domain.service_type import must_be_bookable_online


@dataclass(frozen=True, slots=True)
class Order:
    """One move, as ordered."""

    contact: Contact
    service_type: str
    pickup_date: date
    pickup_window: PickupWindow
    pickup_address: Address
    delivery_address: Address
    special_instructions: str
    language: str
    """BCP 47; empty means English."""


def checked_order(order: Order, now: datetime) -> Order:
    """The order as we keep it. Raises Invalid with every fault at once, under the names that REST clients use."""
    faults: list[Fault] = []
    note(faults, lambda: must_be_bookable_online(order.service_type))
    kept = checked_move(order, now, faults)
    must_be_faultless(faults, "invalid_booking")
    return kept


def checked_move(order: Order, now: datetime, faults: list[Fault]) -> Order:
    """The order as we keep it, whichever service it is; what is wrong with it is added to `faults`."""
    note(faults, lambda: must_be_bookable(order.pickup_date, order.pickup_window, now))
    return replace(
        order,
        contact=attempt(faults, normalised_contact, order.contact),
        pickup_address=attempt(faults, partial(normalised_address, member="pickup_address"), order.pickup_address),
        delivery_address=attempt(
            faults, partial(normalised_address, member="delivery_address"), order.delivery_address
        ),
        special_instructions=order.special_instructions.strip(),
    )
