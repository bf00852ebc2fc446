"""Customers and staff alike: whoever an account belongs to."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from identity.domain.access_terms import AccountKind
from identity.domain.customer import Customer
from identity.domain.staff import StaffAccount
from identity.store.customers import find_known, lock_customer
from identity.store.staff import find_staff, lock_staff


async def lock_person(connection: AsyncConnection, kind: AccountKind, account_id: UUID) -> Customer | StaffAccount:
    """The account's owner, locked until the transaction ends. Raises NotFound."""
    if kind == "staff":
        return await lock_staff(connection, account_id)
    return await lock_customer(connection, account_id)


async def find_person(connection: AsyncConnection, kind: AccountKind, account_id: UUID) -> Customer | StaffAccount:
    """The account's owner. Raises NotFound."""
    if kind == "staff":
        return await find_staff(connection, account_id)
    return (await find_known(connection, account_id)).customer


def words_about(person: Customer | StaffAccount) -> tuple[str, ...]:
    """What everybody knows of somebody, and no password should be made of."""
    names = (person.first_name, person.last_name, person.email, *person.email.split("@"))
    return (*names, person.username) if isinstance(person, StaffAccount) else names
