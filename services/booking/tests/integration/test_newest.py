"""Whichever way a list is come by, it is the same list, in the same order, counted as far as it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from booking.actions import list_bookings
from booking.actions.delete_booking import set_deleted
from booking.actions.list_bookings import Page
from booking.domain.contact import Contact
from booking.domain.lifecycle import Status
from booking.store import newest
from booking.store.search import Wanted
from booking_callers import GRACE, act_as_staff
from booking_stage import ADA, DAY, NOW, booked
from chassis.database import Database
from counted import statements_of
from totetaxi.booking.v1.booking_pb2 import Booking

ADELE = Contact("Adele", "Adams", "adele@example.com", "+12125550177")
ENDED = [Status.EXPIRED, Status.COMPLETED]
LOOKS = 3
"""Into indexes, to see which has the fewest entries; then the page, then the count."""
Keeps = Callable[[int], bool]

WANTED: dict[str, tuple[Wanted, Keeps]] = {
    "all": (Wanted(), lambda n: True),
    "a beginning that several terms have": (Wanted(prefix="ad"), lambda n: True),
    "a name": (Wanted(prefix="adele"), lambda n: n % 2 == 1),
    "a name in a state": (Wanted(prefix="ada b", statuses=[Status.EXPIRED]), lambda n: n in {0, 4, 6}),
    "states": (Wanted(statuses=ENDED), lambda n: True),
    "a day": (Wanted(first_day=DAY, last_day=DAY), lambda n: n < 4),
    "a name on a day": (Wanted(prefix="adele a", first_day=DAY, last_day=DAY), lambda n: n in {1, 3}),
    "a state on a day": (Wanted(statuses=[Status.COMPLETED], first_day=DAY, last_day=DAY), lambda n: n in {1, 2}),
    "a service": (Wanted(service_type="mini_move"), lambda n: True),
    "another service": (Wanted(prefix="ad", service_type="storage"), lambda n: False),
    "a customer's days": (Wanted(customer_id=GRACE, first_day=DAY, last_day=DAY), lambda n: n == 3),
}


@pytest.fixture
async def bookings(database: Database) -> list[Booking]:
    """Ada's and Adele's by turns, pairs of them made at once, over two days; the last is deleted."""
    made = []
    for n in range(8):
        status = Status.COMPLETED if n in {1, 2, 5} else Status.EXPIRED
        changes: dict[str, Any] = {"status": status, "contact": ADELE if n % 2 else ADA, "expires_at": None}
        changes |= {"created_at": NOW + timedelta(seconds=n // 2), "pickup_date": DAY + timedelta(n // 4)}
        made.append((await booked(database, **changes, customer_id=GRACE if n == 3 else None)).booking)
    act_as_staff()
    await set_deleted(database, UUID(made[7].id), True, "A test of ours.", NOW)
    return made


async def pages_of(database: Database, wanted: Wanted) -> list[Page]:
    pages = [await list_bookings(database, wanted, 2, "")]
    while pages[-1].next_cursor:
        pages.append(await list_bookings(database, wanted, 2, pages[-1].next_cursor))
    return pages


@pytest.mark.parametrize("few", [0, 3, 10_000], ids=["on a walk", "some among few", "among few"])
@pytest.mark.parametrize("name", WANTED)
async def test_every_way_finds_the_same(
    database: Database, bookings: list[Booking], monkeypatch: pytest.MonkeyPatch, name: str, few: int
) -> None:
    wanted, keeps = WANTED[name]
    monkeypatch.setattr(newest, "FEW", few)
    places = ((number // 2, booking.id) for number, booking in enumerate(bookings[:7]) if keeps(number))
    expected = [booking_id for _, booking_id in sorted(places, reverse=True)]
    pages = await pages_of(database, wanted)
    assert [str(record.id) for page in pages for record in page.records] == expected
    for page in pages:
        assert page.is_count_cut_short or page.total == len(expected)
        assert page.total <= len(expected)
    if few > len(bookings):
        assert not any(page.is_count_cut_short for page in pages)


@pytest.mark.parametrize("name", WANTED)
async def test_a_list_is_as_many_questions_however_long_it_is(
    database: Database, bookings: list[Booking], name: str
) -> None:
    wanted, _ = WANTED[name]
    asked = []
    for size in (1, 50):
        with statements_of(database) as seen:
            await list_bookings(database, wanted, size, "")
        asked.append(len(seen))
    assert asked[0] == asked[1] <= LOOKS + 2


async def test_what_is_deleted_is_found_by_itself(
    database: Database, bookings: list[Booking], monkeypatch: pytest.MonkeyPatch
) -> None:
    for few in (10_000, 0):
        monkeypatch.setattr(newest, "FEW", few)
        for prefix in ("", "adele"):
            [page] = await pages_of(database, Wanted(prefix=prefix, is_deleted=True))
            assert [str(record.id) for record in page.records] == [bookings[7].id]


@pytest.mark.parametrize(
    ("wanted", "at_least"),
    [
        (Wanted(), 2),
        (Wanted(prefix="ad"), 2),
        (Wanted(prefix="adele", statuses=[Status.EXPIRED, Status.COMPLETED]), 2),
        (Wanted(first_day=DAY, last_day=DAY), 2),
    ],
)
async def test_a_count_that_is_cut_short_says_so_and_is_never_less_than_what_is_shown(
    database: Database, bookings: list[Booking], monkeypatch: pytest.MonkeyPatch, wanted: Wanted, at_least: int
) -> None:
    monkeypatch.setattr(newest, "FEW", 2)
    monkeypatch.setattr(newest, "WALKED_TO_COUNT", 2)
    page = await list_bookings(database, replace(wanted), 2, "")
    assert (page.is_count_cut_short, page.total) == (True, at_least + 1)
