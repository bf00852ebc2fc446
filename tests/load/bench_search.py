"""Searches of staff among a million bookings, beside the same among ten thousand."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from typing import Any

from callers_of_all_kinds import Identity, bearing, identity_of
from chassis.migrations import migrate
from local_stack.environment import target
from many_bookings import fill
from measuring import Finding, Side, ratio, say
from stage import DEADLINE_SECONDS, Stage
from totetaxi.booking.v1.booking_pb2 import BOOKING_STATUS_CANCELLED, BOOKING_STATUS_PAID, BOOKING_STATUS_PENDING
from totetaxi.booking.v1.staff_booking_service_pb2 import SearchBookingsRequest
from totetaxi.booking.v1.staff_booking_service_pb2_grpc import StaffBookingServiceStub

ONLY_WHEN_NAMED = True
LONGEST_SECONDS = 1800
FEW, MANY = 10_000, 1_000_000
TARGET = 3
ROUNDS = 12
PRINCIPAL_SECONDS = 30.0

Ask = Callable[[Any], Awaitable[Any]]


async def bench(stage: Stage) -> AsyncIterator[Finding]:
    """Each kind of search by itself, and then all by turns as they come."""
    async with identity_of(stage.stack) as identity:
        few, many = [await asking(stage, identity, f"bookings_{count}", count) for count in (FEW, MANY)]
        found = (await many(SearchBookingsRequest(page_size=50))).bookings[-1]
        searches = searches_for(found.booking_number, found.contact)
        for name, requests in {**searches, "all by turns": list(chain(*searches.values()))}.items():
            times, words = await ratio(
                Side(f"{FEW:,}", few, requests), Side(f"{MANY:,}", many, requests), rounds=ROUNDS
            )
            yield Finding(f"search among {MANY:,} / {FEW:,}: {name}", times, TARGET, is_ceiling=True, detail=words)


def searches_for(number: str, contact: Any) -> dict[str, list[SearchBookingsRequest]]:
    """What staff look for, by kind: what one booking has, what some per cent of all have, alone and with filters."""
    typed = {
        "nothing, the newest": [""],
        "a number": [number, number[:6]],
        "an email": [contact.email, contact.email[:9]],
        "an email's beginning": [contact.email[:5], "zoe.", "q"],
        "a phone": [contact.phone, contact.phone[-10:], "917"],
        "a name": [f"{contact.first_name} {contact.last_name}", contact.last_name],
        "a name's beginning": [contact.last_name[:3], "mar", "maro", "yor"],
        "a first name": ["anna", "quinn", "zoe", "z"],
        "a ZIP code": ["11937", "10128", "11215", "119"],
        "what nobody has": ["xylophone", "99999"],
    }
    searches = {name: [SearchBookingsRequest(search=text) for text in texts] for name, texts in typed.items()}
    looked_for = ("", "11937", "mar", "zoe", contact.last_name)
    for name, filters in filters_for(datetime.now(UTC).date()).items():
        searches[f"{name}, by ZIP code and name"] = [
            SearchBookingsRequest(search=text, **filters) for text in looked_for
        ]
    return searches


def filters_for(today: date) -> dict[str, dict[str, Any]]:
    """What lists are narrowed by."""
    days = {"a day to come": today + timedelta(7), "a day long ago": today - timedelta(500)}
    return {
        "paid": {"statuses": [BOOKING_STATUS_PAID]},
        "pending": {"statuses": [BOOKING_STATUS_PENDING]},
        "cancelled": {"statuses": [BOOKING_STATUS_CANCELLED]},
        "luggage": {"service_type": "blade_luggage"},
        "deleted": {"only_deleted": True},
        **{name: {"pickup_date": day.isoformat()} for name, day in days.items()},
    }


async def asking(stage: Stage, identity: Identity, name: str, count: int) -> Ask:
    """SearchBookings of a booking service of its own with `count` bookings, asked by staff."""
    url, port = stage.new_database(name), stage.new_port()
    began = time.perf_counter()
    await asyncio.to_thread(migrate, "booking", url)
    await asyncio.to_thread(fill, url, count)
    say(f"  {count:,} bookings made in {time.perf_counter() - began:.0f} s")
    settings = stage.settings_of("booking") | {"BOOKING_DATABASE_URL": url}
    settings |= {"BOOKING_GRPC_ADDRESS": target({name: port}, name), "TOTETAXI_ENVIRONMENT": "local"}
    await stage.run(["-m", "booking", "serve"], port, settings)
    method = StaffBookingServiceStub(stage.channel(port)).SearchBookings
    fresh = Principal(identity)

    async def ask(request: Any) -> Any:
        return await method(request, metadata=await fresh.metadata(), timeout=DEADLINE_SECONDS)

    return ask


class Principal:
    """Somebody of staff, signed in anew before their principal is over."""

    def __init__(self, identity: Identity) -> None:
        self._identity = identity
        self._token = ""
        self._until = 0.0

    async def metadata(self) -> Any:
        """What a call carries."""
        if time.monotonic() >= self._until:
            self._token = await self._identity.staff()
            self._until = time.monotonic() + PRINCIPAL_SECONDS
        return bearing(self._token)
