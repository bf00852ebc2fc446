"""Registering: a customer's account, a link to verify the email, and the first session."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from chassis.outbox import say
from chassis.refusal import Invalid
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.identity.v1.events_pb2 import CustomerRegistrationRepeated

from identity.access import Access, Visit
from identity.actions.open_session import OpenedSession, open_session
from identity.actions.verify_email import send_verification
from identity.announcements import recipient_of, say_registered
from identity.domain.customer import Customer, KnownCustomer, Statistics, email_key, new_customer
from identity.messages.moments import timestamp
from identity.password_policy import acceptable_hash
from identity.store import customers


async def register(
    access: Access, customer_id: UUID, members: Mapping[str, str], password: str, visit: Visit, now: datetime
) -> tuple[OpenedSession, KnownCustomer]:
    """Makes an account and signs in. Raises Invalid for wrong members, a weak password and an email that is taken."""
    customer = new_customer(customer_id, members, now)
    words = (customer.first_name, customer.last_name, customer.email, *customer.email.split("@"))
    password_hash = await acceptable_hash(access.hashing, password, "password", words)
    async with access.database.transaction() as connection:
        if await customers.add_customer(connection, customer, password_hash):
            await say_registered(connection, customer)
            await send_verification(connection, customer, access.terms, now)
            opened = await open_session(connection, customer, visit, access.terms, now)
            return opened, KnownCustomer(customer, Statistics())
        await tell_the_owner(connection, customer.email, now)
    raise registration_refused()


async def tell_the_owner(connection: AsyncConnection, email: str, now: datetime) -> None:
    """Somebody tried to register with an email that has an account: only its owner learns that there is one."""
    owner: Customer | None = await customers.find_by_email(connection, email_key(email))
    if owner is None or owner.erasure_requested_at:
        return
    event = CustomerRegistrationRepeated(
        customer_id=str(owner.id), recipient=recipient_of(owner), attempted_at=timestamp(now)
    )
    await say(connection, event, owner.id, owner.version)


def registration_refused() -> Invalid:
    """What existing clients must be told, and no more."""
    message = "We can't open an account with this email. If it is yours, please sign in or reset your password."
    return Invalid("registration_refused", message, "email")
