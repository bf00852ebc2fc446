"""A customer's own profile, and everything identity knows for their pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from chassis.database import Database

from identity.announcements import say_preferences_changed
from identity.domain.address import SavedAddress
from identity.domain.customer import KnownCustomer, changed
from identity.store import addresses, customers

POPULAR = 5


@dataclass(frozen=True, slots=True)
class Overview:
    """A customer at a glance."""

    known: KnownCustomer
    addresses_kept: int
    popular: Sequence[SavedAddress]
    pickups: Sequence[SavedAddress]
    """Where most pickups were; at most one."""
    deliveries: Sequence[SavedAddress]


async def own_profile(database: Database, customer_id: UUID) -> KnownCustomer:
    """The customer. Raises NotFound."""
    async with database.reading() as connection:
        return await customers.find_known(connection, customer_id)


async def update_profile(
    database: Database, customer_id: UUID, changes: Mapping[str, Any], expected_version: int, now: datetime
) -> KnownCustomer:
    """Changes names, phone and wishes, and says so. Raises Invalid, and Conflict when another change came first."""
    async with database.transaction() as connection:
        before = await customers.lock_customer(connection, customer_id)
        after = changed(before, changes, expected_version, now)
        if after != before:
            await customers.save_customer(connection, after)
            await say_preferences_changed(connection, after)
        return await customers.find_known(connection, customer_id)


async def overview_of(database: Database, customer_id: UUID) -> Overview:
    """Profile, figures and favourite addresses."""
    async with database.reading() as connection:
        return Overview(
            known=await customers.find_known(connection, customer_id),
            addresses_kept=await addresses.count_addresses(connection, customer_id),
            popular=await addresses.most_used(connection, customer_id, None, POPULAR),
            pickups=await addresses.most_used(connection, customer_id, "pickup", 1),
            deliveries=await addresses.most_used(connection, customer_id, "delivery", 1),
        )
