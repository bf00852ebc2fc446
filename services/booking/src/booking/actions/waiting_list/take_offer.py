"""Booking the place that an offer keeps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from booking.actions.waiting_list.offer import ended
from booking.domain.custom_quote import hash_of
from booking.domain.pickup import PickupWindow
from booking.domain.waiting import Waiting, WaitingState, must_hold
from booking.store import waiting


async def hold_of_offer(
    connection: AsyncConnection, token: str, day: date, window: PickupWindow, now: datetime
) -> Waiting:
    """The locked entry whose offer keeps that place. Raises Conflict when the offer is over or for another place."""
    return must_hold(await waiting.find_by_token(connection, hash_of(token), lock=True), day, window, now)


async def note_booked(connection: AsyncConnection, entry: Waiting, booking_id: UUID, now: datetime) -> None:
    """The place that was kept is the booking's now."""
    await waiting.save_waiting(connection, replace(ended(entry, WaitingState.BOOKED, now), booking_id=booking_id))
