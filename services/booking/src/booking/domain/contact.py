"""Who books: names, email and phone in the forms that customers type and in the one form that we keep."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from functools import partial

import phonenumbers
from chassis.refusal import Fault, Invalid
from email_validator import EmailNotValidError, validate_email

from booking.domain.faults import attempt, must_be_faultless

HOME_REGION = "US"


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


def normalised_name(text: str, field: str) -> str:
    """A name without spare spaces. Raises Invalid when nothing is left or it holds control characters."""
    name = " ".join(text.split())
    if not name:
        raise Invalid("name_missing", f"{field} must be given.", field)
    if not name.isprintable():
        raise Invalid("name_unprintable", f"{field} must be plain text on one line.", field)
    return name


def normalised_email(text: str) -> str:
    """An email address as mail systems write it (RFC 5321, RFC 6531); asks no name server. Raises Invalid."""
    try:
        return validate_email(text.strip(), check_deliverability=False).normalized
    except EmailNotValidError as error:
        message = "email must be an address such as ada@example.com."
        raise Invalid("email_invalid", message, "email") from error


def normalised_phone(text: str) -> str:
    """A phone number in E.164; without a country code it is American. Raises Invalid."""
    message = "phone must be a number such as (212) 555-0100, or with its country code such as +44 20 7946 0958."
    try:
        number = phonenumbers.parse(text, HOME_REGION)
    except phonenumbers.NumberParseException as error:
        raise Invalid("phone_invalid", message, "phone") from error
    if not phonenumbers.is_valid_number(number):
        raise Invalid("phone_invalid", message, "phone")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def is_same_email(given: str, kept: str) -> bool:
    """Whether somebody who gives `given` proves to know `kept`; takes the same time for every wrong guess."""
    return hmac.compare_digest(given.strip().casefold().encode(), kept.casefold().encode())


def masked(contact: Contact) -> Contact:
    """What everybody may see: the first name and an initial (rest.md)."""
    return Contact(contact.first_name, f"{contact.last_name[:1]}.", "", "")
