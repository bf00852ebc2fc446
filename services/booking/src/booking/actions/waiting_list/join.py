"""Putting a name down for a day that is sold out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from chassis.database import Database
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.domain.availability import Usual
from booking.domain.contact import normalised_contact
from booking.domain.custom_quote import hash_of, new_token
from booking.domain.pickup import PickupWindow, must_be_bookable
from booking.domain.waiting import Waiting, must_be_sold_out, must_not_wait_for_too_much
from booking.store import capacity, waiting
from booking.store.calendar import find_calendar


@dataclass(frozen=True, slots=True)
class Joined:
    """The entry, and what shows and leaves it."""

    entry: Waiting
    token: str
    """Empty where it was there already: knowing an email is no proof."""


async def join_waiting_list(database: Database, wanted: Waiting, usual: Usual, now: datetime) -> Joined:
    """Puts it at the end of the line; joining twice is joining once.

    Raises Invalid for a day that can't be, Conflict where a place is still free or the email waits for too much.
    """
    must_be_bookable(wanted.pickup_date, wanted.pickup_window or PickupWindow.EVENING, now)
    token = new_token()
    entry = replace(wanted, contact=normalised_contact(wanted.contact), token_hash=hash_of(token))
    async with database.transaction() as connection:
        await waiting.lock_email(connection, entry.contact.email)
        live = await waiting.find_live(connection, entry.contact.email)
        same = [other for other in live if is_same(other, entry)]
        if same:
            return Joined(same[0], "")
        must_not_wait_for_too_much(len(live))
        await must_have_no_place(connection, entry, usual, now)
        await waiting.add_waiting(connection, entry)
    return Joined(entry, token)


async def must_have_no_place(connection: AsyncConnection, entry: Waiting, usual: Usual, now: datetime) -> None:
    """Raises Conflict where a place is free; until the transaction ends none comes free unseen."""
    day = entry.pickup_date
    await capacity.lock_places(connection, [(day, window) for window in entry.windows])
    must_be_sold_out(entry, await find_calendar(connection, day, day, usual), usual, now)


def is_same(one: Waiting, other: Waiting) -> bool:
    """Whether both wait for the same."""
    return (one.pickup_date, one.pickup_window) == (other.pickup_date, other.pickup_window)
