"""Asking to be forgotten: the account ends and is emptied at once, and everybody else hears of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from identity.access import Access
from identity.actions.acts import record
from identity.actions.end_sessions import end_all_access
from identity.actions.prove_password import admit, compare
from identity.announcements import say_erasure_requested
from identity.domain.customer import Customer, email_key
from identity.domain.erasure import IDENTITY, KEPT, Erasure, no_such_erasure, password_wrong
from identity.store import credentials, customers, erasures, sign_in_failures

NOBODY = {
    "first_name": "Erased",
    "last_name": "customer",
    "phone": "",
    "password_hash": "",
    "language": "",
    "email_notifications": False,
    "sms_notifications": False,
    "marketing_emails": False,
    "is_vip": False,
    "email_verified_at": None,
    "search_text": "",
}
"""What is left of a customer; an empty hash is no password's."""


async def request_erasure(access: Access, erasure_id: UUID, customer_id: UUID, password: str, now: datetime) -> Erasure:
    """The customer's erasure, begun if they had not asked before. Raises Invalid for a wrong password, which counts."""
    async with access.database.reading() as connection:
        known = await erasures.find_erasure(connection, erasures.of_customer(customer_id))
        if known is not None:
            return known
        credential = await credentials.find_credential_of(connection, "customer", customer_id)
    proof = await compare(access, "customer", credential.name, credential, password)
    async with access.database.transaction() as connection:
        if await admit(connection, proof, access.terms.customer_lock, now) is not None:
            return await forget(connection, erasure_id, customer_id, now)
        known = await erasures.find_erasure(connection, erasures.of_customer(customer_id))
        if known is not None:  # asked twice at once: the other was first, and this was no wrong try
            await sign_in_failures.forget_failures(connection, "customer", credential.name)
            return known
    raise password_wrong()


async def forget(connection: AsyncConnection, erasure_id: UUID, customer_id: UUID, now: datetime) -> Erasure:
    """Ends and empties the account, notes whom to tell in the end, and says it."""
    customer = await customers.lock_customer(connection, customer_id)
    await record(connection, "customer.erasure_requested", ("customer", customer_id), now)
    await end_all_access(connection, "customer", customer_id, "erased", now)
    await sign_in_failures.forget_failures(connection, "customer", email_key(customer.email))
    await erasures.erase_customer(connection, customer_id, email_key(customer.email), blank(customer, now))
    await erasures.add_erasure(connection, erasure_id, customer_id, recipient(customer), now)
    await erasures.save_report(connection, erasure_id, IDENTITY, now, KEPT)
    await say_erasure_requested(connection, customer, erasure_id, now)
    begun = await erasures.find_erasure(connection, erasures.with_id(erasure_id))
    if begun is None:
        raise no_such_erasure()
    return begun


def recipient(customer: Customer) -> dict[str, str]:
    """Whom the last mail goes to; kept until then."""
    return {
        "email": customer.email,
        "first_name": customer.first_name,
        "last_name": customer.last_name,
        "language": customer.language,
    }


def blank(customer: Customer, now: datetime) -> dict[str, Any]:
    """The columns of somebody forgotten; the address is one that nobody can have (RFC 2606), and free again."""
    address = f"erased-{customer.id}@erased.invalid"
    changes = {"email": address, "email_key": address, "erasure_requested_at": now, "updated_at": now}
    return {**NOBODY, **changes, "version": customer.version + 1}
