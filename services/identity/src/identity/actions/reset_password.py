"""A forgotten password: the request says nothing about accounts, the clock mails the link, and the link works once."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from identity.access import Access
from identity.actions.acts import record_of_staff
from identity.actions.end_sessions import end_all_access
from identity.actions.people import find_person, lock_person, words_about
from identity.actions.verify_email import REST, link_over, mark_verified
from identity.announcements import say_password_changed, say_reset_requested
from identity.domain.access_terms import AccountKind
from identity.domain.customer import Customer, email_key
from identity.domain.opaque_tokens import digest_of, new_token
from identity.domain.staff import StaffAccount
from identity.password_policy import acceptable_hash
from identity.store import credentials, customers, links, sign_in_failures
from identity.store.links import Link

ONE = 1


async def request_password_reset(access: Access, email: str, now: datetime) -> None:
    """Notes the wish: the same work whether or not there is such an account."""
    async with access.database.transaction() as connection:
        await links.add_reset_request(connection, email_key(email), now)


async def mail_a_reset_link(access: Access, now: datetime) -> int:
    """Works on one request; 0 when there is none."""
    async with access.database.transaction() as connection:
        for key in (keys := await links.take_reset_requests(connection, ONE)):
            customer = await customers.find_by_email(connection, key)
            if customer is not None and await deserves_a_link(connection, customer, now):
                await send_reset_link(connection, access, await customers.lock_customer(connection, customer.id), now)
        return len(keys)


async def deserves_a_link(connection: AsyncConnection, customer: Customer, now: datetime) -> bool:
    """Not when the account is closed, or the last link less than a minute old."""
    latest = await links.find_latest(connection, "customer", customer.id, "reset_password")
    return customer.erasure_requested_at is None and (latest is None or now - latest >= REST)


async def send_reset_link(
    connection: AsyncConnection,
    access: Access,
    person: Customer | StaffAccount,
    now: datetime,
    *,
    is_invitation: bool = False,
) -> None:
    """A new link to choose a password for a locked account; earlier ones are over."""
    kind: AccountKind = "staff" if isinstance(person, StaffAccount) else "customer"
    lasting = access.terms.invitation if is_invitation else access.terms.password_reset
    token, expires_at = new_token(), now + lasting
    link = Link(digest_of(token), "reset_password", kind, person.id, person.email, now, expires_at)
    await links.add_link(connection, link)
    await say_reset_requested(connection, person, token, expires_at, is_invitation=is_invitation)


async def reset_password(access: Access, token: str, new_password: str, now: datetime) -> AccountKind:
    """Sets the password of the link's account, once, and ends all its access. Raises Invalid."""
    async with access.database.transaction() as connection:
        link = await unused_link(connection, token, now)
        words = words_about(await find_person(connection, link.account_kind, link.account_id))
    password_hash = await acceptable_hash(access.hashing, new_password, "new_password", words)
    async with access.database.transaction() as connection:
        link = await unused_link(connection, token, now)
        person = await lock_person(connection, link.account_kind, link.account_id)
        await links.mark_used(connection, link, now)
        await replace_password(connection, link, person, password_hash, now)
        return link.account_kind


async def unused_link(connection: AsyncConnection, token: str, now: datetime) -> Link:
    """The link of a token. Raises Invalid when it is unknown, over or used."""
    link = await links.lock_link(connection, digest_of(token), "reset_password", now)
    if link is None or link.used_at is not None:
        raise link_over()
    return link


async def replace_password(
    connection: AsyncConnection, link: Link, person: Customer | StaffAccount, password_hash: str, now: datetime
) -> None:
    """The new password holds, nobody stays signed in, and a customer's email is proven by the way."""
    name = person.username if isinstance(person, StaffAccount) else email_key(person.email)
    await credentials.save_password(connection, link.account_kind, person.id, password_hash)
    await sign_in_failures.forget_failures(connection, link.account_kind, name)
    await end_all_access(connection, link.account_kind, person.id, "password_changed", now)
    await say_password_changed(connection, person, now)
    if isinstance(person, StaffAccount):
        await record_of_staff(connection, person, "staff.password_reset", now)
    if isinstance(person, Customer) and person.email == link.email:
        await mark_verified(connection, person, now)
