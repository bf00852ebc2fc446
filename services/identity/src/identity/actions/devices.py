"""Customers' devices: signing in through an app's key, and out again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from identity.access import Access
from identity.actions.prove_password import admit, prove
from identity.announcements import say_key_revoked
from identity.domain.api_key import ApiKey, NewKey, key_refused, new_device_key
from identity.domain.customer import KnownCustomer, email_key
from identity.domain.sign_in import refused
from identity.store import api_keys
from identity.store.customers import find_known

SHOWN = 100


async def sign_in_device(
    access: Access, key_id: UUID, app_id: UUID, email: str, password: str, name: str, now: datetime
) -> tuple[NewKey, KnownCustomer]:
    """A key of the customer's own. Raises UnknownCaller, the same after the same work, whatever is wrong."""
    proof = await prove(access, "customer", email_key(email), password)
    async with access.database.transaction() as connection:
        customer_id = await admit(connection, proof, access.terms.customer_lock, now)
        if customer_id is not None:
            app = await app_of(connection, app_id, now)
            made = new_device_key(key_id, app, customer_id, name, now)
            await api_keys.add_key(connection, made.key)
            await end_oldest(connection, customer_id, access.terms.devices_each, now)
            return made, await find_known(connection, customer_id)
    raise refused("customer")


async def app_of(connection: AsyncConnection, app_id: UUID, now: datetime) -> ApiKey:
    """The key that the device signs in through. Raises UnknownCaller when it ended meanwhile."""
    app = await api_keys.find_key(connection, app_id)
    if app is None or not app.is_good(now):
        raise key_refused()
    return app


async def end_oldest(connection: AsyncConnection, customer_id: UUID, kept: int, now: datetime) -> None:
    """Leaves a customer the newest devices."""
    beyond = api_keys.oldest_devices_beyond(customer_id, kept)
    for ended in await api_keys.revoke_devices(connection, customer_id, now, beyond):
        await say_key_revoked(connection, ended, customer_id, now)


async def own_devices(access: Access, customer_id: UUID, now: datetime) -> Sequence[ApiKey]:
    """The customer's devices that are signed in, newest first."""
    async with access.database.reading() as connection:
        return await api_keys.list_devices(connection, customer_id, now, SHOWN)


async def sign_out_device(access: Access, customer_id: UUID, device_id: UUID, now: datetime) -> None:
    """Ends a device's key. Raises NotFound when it is not the customer's."""
    async with access.database.transaction() as connection:
        key = await api_keys.lock_key(connection, device_id, customer_id)
        if key.revoked_at is None:
            await api_keys.revoke_key(connection, device_id, now)
            await say_key_revoked(connection, device_id, customer_id, now)
