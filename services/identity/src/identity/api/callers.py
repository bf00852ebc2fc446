"""Who calls, as the doors need to know it; the policy has let them in already."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from chassis.client import current_client
from chassis.identifiers import new_id
from chassis.principal import current_principal

from identity.access import Visit
from identity.domain.access_terms import AccountKind


def calling_customer() -> UUID:
    """The customer whose own things are asked for, also through a key that acts for them."""
    return UUID(current_principal().customer_id)


def calling_account() -> tuple[AccountKind, UUID]:
    """The customer or the staff member."""
    principal = current_principal()
    if principal.kind == "staff":
        return "staff", UUID(principal.id)
    return "customer", UUID(principal.customer_id)


def calling_staff() -> UUID:
    """The staff member."""
    return UUID(current_principal().id)


def calling_key() -> UUID:
    """The key."""
    return UUID(current_principal().id)


def calling_device() -> UUID | None:
    """The device, where it is one."""
    principal = current_principal()
    return UUID(principal.id) if principal.kind == "api_key" else None


def calling_session() -> UUID | None:
    """The session in use; None where a key is."""
    session_id = current_principal().session_id
    return UUID(session_id) if session_id else None


def visit_of(previous_token: str = "") -> Visit:
    """Where the caller comes from, and the session they may have."""
    return Visit(new_id(), current_client(), previous_token)


def optional_id(text: str) -> UUID:
    """The id that the caller chose, or a new one."""
    return UUID(text) if text else new_id()


def kind_of_account() -> AccountKind:
    """Customer or staff."""
    return cast("AccountKind", current_principal().kind)
