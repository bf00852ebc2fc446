"""Accounts in short: what a session stands for, and the principal that it becomes."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from identity.domain.access_terms import AccountKind
from identity.domain.api_key import ApiKey
from identity.domain.principals import Subject


@dataclass(frozen=True, slots=True)
class Account:
    """Whose session it is."""

    kind: AccountKind
    id: UUID
    sign_in_name: str
    display_name: str
    role: str
    """customer, or a role of staff."""
    permissions: tuple[str, ...] = ()
    """Of staff, sorted."""
    is_open: bool = True


def subject_of_account(account: Account, session_id: UUID) -> Subject:
    """Customers and staff: staff's permissions are their scopes."""
    return Subject(account.kind, str(account.id), account.role, account.permissions, session_id=str(session_id))


def subject_of_key(key: ApiKey) -> Subject:
    """Machines: the key's id, its kind as the role, and the customer it acts for."""
    on_behalf_of = str(key.customer_id) if key.customer_id else ""
    return Subject("api_key", str(key.id), key.kind, key.scopes, on_behalf_of=on_behalf_of)
