"""Customers: who they are, what they want, and what may be changed about them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from chassis.contact import normalised_email, normalised_name, normalised_phone
from chassis.faults import attempt, must_be_faultless
from chassis.refusal import Conflict, Fault, Invalid

from identity.domain.plain_text import language_tag

PICKUP_WINDOWS = ("morning", "afternoon", "evening")


@dataclass(frozen=True, slots=True)
class Customer:
    """A customer's account, without what proves them."""

    id: UUID
    email: str
    first_name: str
    last_name: str
    phone: str
    """E.164; empty when they gave none."""
    created_at: datetime
    updated_at: datetime
    language: str = ""
    preferred_pickup_window: str = "morning"
    email_notifications: bool = True
    sms_notifications: bool = False
    marketing_emails: bool = False
    is_vip: bool = False
    email_verified_at: datetime | None = None
    erasure_requested_at: datetime | None = None
    version: int = 1

    @property
    def full_name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}"


@dataclass(frozen=True, slots=True)
class Statistics:
    """What a customer did so far; money in USD cents."""

    total_bookings: int = 0
    pending_bookings: int = 0
    completed_bookings: int = 0
    total_spent_cents: int = 0
    last_booking_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class KnownCustomer:
    """A customer and what they did."""

    customer: Customer
    statistics: Statistics


def email_key(email: str) -> str:
    """What two spellings of one address have in common; of what is no address, something that no account has."""
    try:
        return normalised_email(email).casefold()
    except Invalid:
        return unicodedata.normalize("NFC", email.strip()).casefold().replace("\0", "\ufffd")


def new_customer(customer_id: UUID, members: Mapping[str, str], now: datetime) -> Customer:
    """The account to be, of email, names, phone and language as typed. Raises Invalid naming every fault."""
    faults: list[Fault] = []
    customer = Customer(
        id=customer_id,
        email=attempt(faults, normalised_email, members["email"]),
        created_at=now,
        updated_at=now,
        **normalised(members, faults),
    )
    must_be_faultless(faults, "invalid_customer")
    return customer


def changed(customer: Customer, changes: Mapping[str, Any], expected_version: int, now: datetime) -> Customer:
    """The customer with `changes`, which are as typed. Raises Invalid, and Conflict when another change came first."""
    if expected_version and expected_version != customer.version:
        raise changed_meanwhile()
    faults: list[Fault] = []
    kept = {**changes, **normalised(changes, faults)}
    must_be_faultless(faults, "invalid_customer")
    after = replace(customer, **kept)
    if after == customer:
        return customer
    return replace(after, version=customer.version + 1, updated_at=max(now, customer.updated_at))


def normalised(members: Mapping[str, Any], faults: list[Fault]) -> dict[str, Any]:
    """Those of names, phone and language that are among `members`, as we keep them."""
    rules: dict[str, Callable[[str], str]] = {
        "first_name": partial(normalised_name, field="first_name"),
        "last_name": partial(normalised_name, field="last_name"),
        "phone": optional_phone,
        "language": language_tag,
    }
    return {name: attempt(faults, rule, members[name]) for name, rule in rules.items() if name in members}


def optional_phone(text: str) -> str:
    """A phone number in E.164, or nothing. Raises Invalid."""
    return normalised_phone(text) if text.strip() else ""


def changed_meanwhile() -> Conflict:
    """Somebody else was faster."""
    return Conflict("changed_meanwhile", "This was changed by somebody else meanwhile; please look at it again.")


def search_text_of(*members: str) -> str:
    """What a search for a person looks in."""
    return " ".join(member for member in members if member).casefold()
