"""Who calls, where it matters to payments: a customer's principal is their id."""

from __future__ import annotations

from uuid import UUID

from chassis.principal import current_principal
from chassis.refusal import UnknownCaller


def signed_in_customer() -> UUID | None:
    """The customer who calls; None for everybody else."""
    principal = current_principal()
    return UUID(principal.id) if principal.kind == "customer" else None


def own_customer_id() -> UUID:
    """The customer who calls. Raises UnknownCaller for everybody else."""
    customer_id = signed_in_customer()
    if customer_id is None:
        raise UnknownCaller("sign_in", "Sign in to use the cards that you keep with us.")
    return customer_id
