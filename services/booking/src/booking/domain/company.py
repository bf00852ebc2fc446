"""Companies: several people who see what their company booked and was offered."""

from __future__ import annotations

from typing import Final

from chassis.refusal import Conflict, Invalid

MOST_CONTACTS: Final = 100


def normalised_company_name(name: str) -> str:
    """The name on one line. Raises Invalid where nothing is left, or it holds control characters."""
    kept = " ".join(name.split())
    if not kept or not kept.isprintable():
        raise Invalid("company_name_invalid", "name must be plain text on one line.", "name")
    return kept


def must_have_room(count: int) -> None:
    """Raises Conflict when it has as many contacts as a company may have."""
    if count >= MOST_CONTACTS:
        message = f"A company has at most {MOST_CONTACTS} contacts; remove one that is no longer needed first."
        raise Conflict("too_many_contacts", message, "email")
