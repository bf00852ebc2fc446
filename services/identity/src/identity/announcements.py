"""What identity tells the others: facts as events, said in the transaction that makes them true."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from chassis.outbox import say
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.identity.v1 import events_pb2 as events
from totetaxi.identity.v1.account_pb2 import (
    ACCOUNT_KIND_CUSTOMER,
    ACCOUNT_KIND_STAFF,
    AccountKind,
    CustomerPreferences,
)

from identity.domain import access_terms
from identity.domain.customer import Customer
from identity.domain.session import Session
from identity.domain.staff import StaffAccount
from identity.messages.moments import WINDOWS, timestamp

KINDS: dict[access_terms.AccountKind, AccountKind] = {
    "customer": ACCOUNT_KIND_CUSTOMER,
    "staff": ACCOUNT_KIND_STAFF,
}


def recipient_of(person: Customer | StaffAccount) -> events.MailRecipient:
    """Whom to mail."""
    language = person.language if isinstance(person, Customer) else ""
    return events.MailRecipient(
        email=person.email, first_name=person.first_name, last_name=person.last_name, language=language
    )


def preferences_of(customer: Customer) -> CustomerPreferences:
    """What a customer wants."""
    return CustomerPreferences(
        preferred_pickup_window=WINDOWS[customer.preferred_pickup_window],
        email_notifications=customer.email_notifications,
        sms_notifications=customer.sms_notifications,
        marketing_emails=customer.marketing_emails,
        language=customer.language,
    )


async def say_registered(connection: AsyncConnection, customer: Customer) -> None:
    """Somebody made an account."""
    event = events.CustomerRegistered(
        customer_id=str(customer.id),
        recipient=recipient_of(customer),
        preferences=preferences_of(customer),
        phone=customer.phone,
        registered_at=timestamp(customer.created_at),
    )
    await say(connection, event, customer.id, customer.version)


async def say_verification_requested(
    connection: AsyncConnection, customer: Customer, token: str, expires_at: datetime
) -> None:
    """A link must be mailed."""
    event = events.CustomerVerificationRequested(
        customer_id=str(customer.id),
        recipient=recipient_of(customer),
        token=token,
        expires_at=timestamp(expires_at),
    )
    await say(connection, event, customer.id, customer.version)


async def say_verified(connection: AsyncConnection, customer: Customer, now: datetime) -> None:
    """The email is theirs: past guest bookings join the account."""
    event = events.CustomerEmailVerified(customer_id=str(customer.id), email=customer.email, verified_at=timestamp(now))
    await say(connection, event, customer.id, customer.version)


async def say_preferences_changed(connection: AsyncConnection, customer: Customer) -> None:
    """Name, number or wishes changed."""
    event = events.CustomerPreferencesChanged(
        customer_id=str(customer.id),
        preferences=preferences_of(customer),
        recipient=recipient_of(customer),
        phone=customer.phone,
        version=customer.version,
    )
    await say(connection, event, customer.id, customer.version)


async def say_reset_requested(
    connection: AsyncConnection,
    person: Customer | StaffAccount,
    token: str,
    expires_at: datetime,
    *,
    is_invitation: bool = False,
) -> None:
    """A link to choose a password must be mailed."""
    is_staff = isinstance(person, StaffAccount)
    event = events.PasswordResetRequested(
        account_kind=KINDS["staff" if is_staff else "customer"],
        account_id=str(person.id),
        recipient=recipient_of(person),
        token=token,
        expires_at=timestamp(expires_at),
        is_invitation=is_invitation,
        username=person.username if isinstance(person, StaffAccount) else "",
    )
    await say(connection, event, person.id)


async def say_password_changed(connection: AsyncConnection, person: Customer | StaffAccount, now: datetime) -> None:
    """Its owner should know."""
    kind = "staff" if isinstance(person, StaffAccount) else "customer"
    event = events.PasswordChanged(
        account_kind=KINDS[kind],  # type: ignore[index]
        account_id=str(person.id),
        recipient=recipient_of(person),
        changed_at=timestamp(now),
    )
    await say(connection, event, person.id)


async def say_new_device(
    connection: AsyncConnection, session: Session, recipient: events.MailRecipient, device: str
) -> None:
    """Its owner should know."""
    event = events.SessionStartedOnNewDevice(
        account_kind=KINDS[session.account_kind],
        account_id=str(session.account_id),
        session_id=str(session.id),
        recipient=recipient,
        device=device,
        client_address=session.client_address,
        started_at=timestamp(session.created_at),
    )
    await say(connection, event, session.account_id)


async def say_revoked(
    connection: AsyncConnection,
    kind: access_terms.AccountKind,
    account_id: UUID,
    session_ids: Sequence[UUID],
    reason: str,
    now: datetime,
) -> None:
    """Sessions ended: nobody may go on with a principal of theirs. Says nothing when none did."""
    if not session_ids:
        return
    event = events.SessionRevoked(
        account_kind=KINDS[kind],
        account_id=str(account_id),
        session_ids=[str(session_id) for session_id in session_ids],
        reason=reason,
        revoked_at=timestamp(now),
    )
    await say(connection, event, account_id)


async def say_key_revoked(connection: AsyncConnection, key_id: UUID, customer_id: UUID | None, now: datetime) -> None:
    """A key ended."""
    event = events.ApiKeyRevoked(
        api_key_id=str(key_id),
        revokes_devices=customer_id is None,
        customer_id=str(customer_id or ""),
        revoked_at=timestamp(now),
    )
    await say(connection, event, key_id)


async def say_staff_locked(connection: AsyncConnection, account: StaffAccount, locked_until: datetime) -> None:
    """Its owner should know."""
    event = events.StaffAccountLocked(
        staff_id=str(account.id), recipient=recipient_of(account), locked_until=timestamp(locked_until)
    )
    await say(connection, event, account.id)


async def say_vip_changed(connection: AsyncConnection, customer: Customer) -> None:
    """Staff marked them, or no longer."""
    event = events.CustomerVipChanged(
        customer_id=str(customer.id), is_vip=customer.is_vip, changed_at=timestamp(customer.updated_at)
    )
    await say(connection, event, customer.id, customer.version)


async def say_erasure_requested(
    connection: AsyncConnection, customer: Customer, erasure_id: UUID, now: datetime
) -> None:
    """They want to be forgotten; guest bookings are theirs only by an email that they have verified."""
    event = events.CustomerErasureRequested(
        customer_id=str(customer.id),
        erasure_id=str(erasure_id),
        email=customer.email if customer.email_verified_at else "",
        requested_at=timestamp(now),
    )
    await say(connection, event, customer.id, customer.version + 1)


async def say_erasure_completed(
    connection: AsyncConnection, erasure_id: UUID, customer_id: UUID, recipient: Mapping[str, str], now: datetime
) -> None:
    """Everybody has forgotten them; this is the last that they hear of us."""
    event = events.CustomerErasureCompleted(
        customer_id=str(customer_id),
        erasure_id=str(erasure_id),
        recipient=events.MailRecipient(**recipient),
        completed_at=timestamp(now),
    )
    await say(connection, event, customer_id)
