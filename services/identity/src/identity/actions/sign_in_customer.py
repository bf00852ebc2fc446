"""Signing a customer in."""

from __future__ import annotations

from datetime import datetime

from identity.access import Access, Visit
from identity.actions.open_session import OpenedSession, open_session
from identity.actions.prove_password import admit, prove
from identity.domain.customer import KnownCustomer, email_key
from identity.domain.sign_in import refused
from identity.store.customers import find_known


async def sign_in_customer(
    access: Access, email: str, password: str, visit: Visit, now: datetime
) -> tuple[OpenedSession, KnownCustomer]:
    """Opens a session. Raises UnknownCaller, the same after the same work, for whatever is wrong."""
    proof = await prove(access, "customer", email_key(email), password)
    async with access.database.transaction() as connection:
        customer_id = await admit(connection, proof, access.terms.customer_lock, now)
        if customer_id is not None:
            known = await find_known(connection, customer_id)
            return await open_session(connection, known.customer, visit, access.terms, now), known
    raise refused("customer")
