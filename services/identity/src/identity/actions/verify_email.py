"""Verifying an email: the link is mailed, and followed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from chassis.refusal import Invalid
from sqlalchemy.ext.asyncio import AsyncConnection

from identity.access import Access
from identity.announcements import say_verification_requested, say_verified
from identity.domain.access_terms import AccessTerms
from identity.domain.customer import Customer
from identity.domain.opaque_tokens import digest_of, new_token
from identity.store import customers, links
from identity.store.links import Link

REST = timedelta(minutes=1)
"""Between two mails of one kind to one address, however often they are asked for."""


async def send_verification(connection: AsyncConnection, customer: Customer, terms: AccessTerms, now: datetime) -> None:
    """A new link for a locked customer; earlier ones are over."""
    token, expires_at = new_token(), now + terms.verification
    await links.add_link(
        connection,
        Link(digest_of(token), "verify_email", "customer", customer.id, customer.email, now, expires_at),
    )
    await say_verification_requested(connection, customer, token, expires_at)


async def resend_verification(access: Access, customer_id: UUID, now: datetime) -> None:
    """Mails the link again, unless the email is verified or the last mail is less than a minute old."""
    async with access.database.transaction() as connection:
        customer = await customers.lock_customer(connection, customer_id)
        latest = await links.find_latest(connection, "customer", customer_id, "verify_email")
        if customer.email_verified_at is None and (latest is None or now - latest >= REST):
            await send_verification(connection, customer, access.terms, now)


async def verify_email(access: Access, token: str, now: datetime) -> str:
    """Follows the link; following it again is no mistake. The email. Raises Invalid when it is unknown or over."""
    async with access.database.transaction() as connection:
        link = await links.lock_link(connection, digest_of(token), "verify_email", now)
        if link is None:
            raise link_over()
        customer = await customers.lock_customer(connection, link.account_id)
        if customer.email != link.email or customer.erasure_requested_at:
            raise link_over()
        await links.mark_used(connection, link, now)
        await mark_verified(connection, customer, now)
        return customer.email


async def mark_verified(connection: AsyncConnection, customer: Customer, now: datetime) -> None:
    """Once: a locked customer's email is proven."""
    if customer.email_verified_at is None:
        verified = replace(customer, email_verified_at=now, updated_at=now, version=customer.version + 1)
        await customers.save_customer(connection, verified)
        await say_verified(connection, verified, now)


def link_over() -> Invalid:
    """Unknown, used or too old: the same answer."""
    return Invalid("link_over", "This link is no longer good; please ask for a new one.", "token")
