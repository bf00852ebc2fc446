"""Who books: names, email and phone in the forms that customers type and in the one form that we keep."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from functools import partial

from chassis.contact import normalised_email, normalised_name, normalised_phone
from chassis.faults import attempt, must_be_faultless
from chassis.refusal import Fault


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody we can reach."""

    first_name: str
    last_name: str
    email: str
    phone: str

    @property
    def full_name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}"


def normalised_contact(contact: Contact) -> Contact:
    """The contact as we keep it. Raises Invalid naming every member that is wrong."""
    faults: list[Fault] = []
    kept = Contact(
        first_name=attempt(faults, partial(normalised_name, field="first_name"), contact.first_name),
        last_name=attempt(faults, partial(normalised_name, field="last_name"), contact.last_name),
        email=attempt(faults, normalised_email, contact.email),
        phone=attempt(faults, normalised_phone, contact.phone),
    )
    must_be_faultless(faults, "invalid_contact")
    return kept


def is_same_email(given: str, kept: str) -> bool:
    """Whether somebody who gives `given` proves to know `kept`; takes the same time for every wrong guess."""
    return hmac.compare_digest(given.strip().casefold().encode(), kept.casefold().encode())


def masked(contact: Contact) -> Contact:
    """What everybody may see: the first name and an initial (rest.md)."""
    return Contact(contact.first_name, f"{contact.last_name[:1]}.", "", "")
