"""A customer's saved addresses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from chassis.database import Database

from identity.domain.address import Purpose, SavedAddress, changed, new_address, no_such_address, too_many_addresses
from identity.store import addresses, customers
from identity.store.addresses import Use


async def list_addresses(
    database: Database, customer_id: UUID, place: tuple[datetime, UUID] | None, limit: int
) -> tuple[Sequence[SavedAddress], int]:
    """A page of them, newest first, and how many there are in all."""
    async with database.reading() as connection:
        page = await addresses.list_addresses(connection, customer_id, place, limit)
        return page, await addresses.count_addresses(connection, customer_id)


async def addresses_by_id(database: Database, customer_id: UUID, ids: Sequence[UUID]) -> Sequence[SavedAddress]:
    """Some of them, in the order asked. Raises NotFound when one is missing."""
    async with database.reading() as connection:
        return await addresses.find_addresses(connection, customer_id, ids)


async def create_address(
    database: Database, address_id: UUID, customer_id: UUID, members: Mapping[str, str], limit: int, now: datetime
) -> SavedAddress:
    """Keeps an address; under an id that is kept already, answers that one. Raises Invalid, and Conflict when full."""
    address = new_address(address_id, customer_id, members, now)
    async with database.transaction() as connection:
        await customers.lock_customer(connection, customer_id)
        if not await addresses.add_address(connection, address):
            [kept] = await addresses.find_addresses(connection, customer_id, [address_id])
            return kept
        if await addresses.count_addresses(connection, customer_id) > limit:
            raise too_many_addresses(limit)
        return address


async def update_address(
    database: Database, customer_id: UUID, address_id: UUID, changes: Mapping[str, str], expected_version: int
) -> SavedAddress:
    """Changes an address. Raises NotFound, Invalid, and Conflict when another change came first."""
    async with database.transaction() as connection:
        before = await addresses.lock_address(connection, customer_id, address_id)
        after = changed(before, changes, expected_version)
        if after != before:
            await addresses.save_address(connection, after)
        return after


async def delete_address(database: Database, customer_id: UUID, address_id: UUID, now: datetime) -> None:
    """Forgets an address. Raises NotFound."""
    async with database.transaction() as connection:
        address = await addresses.lock_address(connection, customer_id, address_id)
        await addresses.save_address(connection, replace(address, deleted_at=now, version=address.version + 1))


async def note_address_use(
    database: Database, customer_id: UUID, booking_id: UUID, uses: Sequence[Use], now: datetime
) -> None:
    """Counts what a booking uses, each once however often it is told. Raises NotFound for another's address."""
    async with database.transaction() as connection:
        await customers.lock_customer(connection, customer_id)
        known = {each.id for each in await addresses.find_addresses(connection, customer_id, ids_of(uses))}
        if known != set(ids_of(uses)):
            raise no_such_address()
        for use in uses:
            await addresses.note_use(connection, booking_id, use, now)


def ids_of(uses: Sequence[Use]) -> list[UUID]:
    """The addresses that are used."""
    return [use.address_id for use in uses]


async def suggest_addresses(
    database: Database, customer_id: UUID, purpose: Purpose | None, limit: int
) -> Sequence[SavedAddress]:
    """The most used first."""
    async with database.reading() as connection:
        return await addresses.most_used(connection, customer_id, purpose, limit)
