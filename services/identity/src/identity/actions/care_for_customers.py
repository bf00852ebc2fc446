"""What staff do for customers: find them, read about them, note things; every look is an act for the audit log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from chassis.database import Database

from identity.actions.acts import record
from identity.announcements import say_vip_changed
from identity.domain.address import SavedAddress
from identity.domain.customer import KnownCustomer
from identity.domain.plain_text import search_words, several_lines
from identity.store import addresses, customer_lists, customers, staff
from identity.store.customer_lists import Note

SHORTEST_SEARCH = 3
"""Shorter ones have no index to help them."""
ADDRESSES_SHOWN = 100
NOTES_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Search:
    """What to look for, and where the page begins."""

    text: str
    is_vip: bool | None
    place: tuple[datetime, UUID] | None
    limit: int


@dataclass(frozen=True, slots=True)
class File:
    """A customer, as staff see them."""

    known: KnownCustomer
    addresses: Sequence[SavedAddress]
    notes: Sequence[Note]


async def search_customers(
    database: Database, search: Search, reader_id: UUID, now: datetime
) -> Sequence[KnownCustomer]:
    """A page of customers and one more if more follow, and who looked at which. Raises Invalid."""
    words = search_words(search.text, SHORTEST_SEARCH)
    async with database.transaction() as connection:
        more = search.limit + 1
        found = await customer_lists.list_customers(connection, words, search.is_vip, search.place, more)
        seen = {"customers": [str(known.customer.id) for known in found[: search.limit]]}
        await record(connection, "customers.listed", ("staff", reader_id), now, after=seen)
        return found


async def read_customer(database: Database, customer_id: UUID, now: datetime) -> File:
    """Everything about one customer. Raises NotFound."""
    async with database.transaction() as connection:
        known = await customers.find_known(connection, customer_id)
        await record(connection, "customer.viewed", ("customer", customer_id), now)
        return File(
            known,
            await addresses.most_used(connection, customer_id, None, ADDRESSES_SHOWN),
            await customer_lists.list_notes(connection, customer_id, None, NOTES_SHOWN),
        )


async def count_customers(database: Database) -> tuple[int, int]:
    """How many there are, and how many of them are VIP."""
    async with database.reading() as connection:
        return await customer_lists.count_customers(connection)


async def set_vip(database: Database, customer_id: UUID, is_vip: bool, now: datetime) -> KnownCustomer:
    """Marks a customer, or no longer. Raises NotFound."""
    async with database.transaction() as connection:
        before = await customers.lock_customer(connection, customer_id)
        if before.is_vip != is_vip:
            after = replace(before, is_vip=is_vip, updated_at=now, version=before.version + 1)
            await customers.save_customer(connection, after)
            await say_vip_changed(connection, after)
            was, now_is = {"is_vip": before.is_vip}, {"is_vip": is_vip}
            await record(connection, "customer.vip_changed", ("customer", customer_id), now, was, now_is)
        return await customers.find_known(connection, customer_id)


async def add_note(
    database: Database, note_id: UUID, customer_id: UUID, text: str, author_id: UUID, now: datetime
) -> Note:
    """Writes a note. Raises NotFound, and Invalid for one without words."""
    async with database.transaction() as connection:
        await customers.lock_customer(connection, customer_id)
        author = await staff.find_staff(connection, author_id)
        note = Note(note_id, customer_id, several_lines(text, "text"), author_id, author.full_name, now)
        await customer_lists.add_note(connection, note)
        await record(connection, "customer.noted", ("customer", customer_id), now, after={"note_id": str(note_id)})
        return note


async def read_notes(
    database: Database, customer_id: UUID, place: tuple[datetime, UUID] | None, limit: int, now: datetime
) -> Sequence[Note]:
    """A page of notes, newest first."""
    async with database.transaction() as connection:
        await record(connection, "customer.notes_viewed", ("customer", customer_id), now)
        return await customer_lists.list_notes(connection, customer_id, place, limit)
