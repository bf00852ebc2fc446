"""Finding a booking by what a customer tells on the phone: number, name, email, phone or ZIP code, or how it begins."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from booking.domain.booking_number import normalised_number
from booking.domain.contact import Contact

PHONE: Final = re.compile(r"[\d\s().+-]+")
SHORTEST_PHONE: Final = 7
NATIONAL_DIGITS: Final = 10
ZIP_DIGITS: Final = 5


def search_terms(number: str, contact: Contact, zip_codes: Iterable[str]) -> set[str]:
    """Everything that a booking is looked for by, in lower case; a prefix of one of them finds it."""
    digits = contact.phone.lstrip("+")
    names = (contact.first_name, contact.last_name, contact.full_name)
    personal = (contact.email, digits, digits[-NATIONAL_DIGITS:], *names)
    return anonymous_terms(number, zip_codes) | {term.casefold() for term in personal if term}


def anonymous_terms(number: str, zip_codes: Iterable[str]) -> set[str]:
    """What is left to find a booking by once its customer is forgotten."""
    terms = (number, number.partition("-")[2], *(zip_code[:ZIP_DIGITS] for zip_code in zip_codes))
    return {term.casefold() for term in terms if term}


def prefix_of(text: str) -> str:
    """What somebody typed, as the beginning of a term: a whole number loses its look-alikes, a phone its dressing."""
    typed = " ".join(text.split()).casefold()
    number = normalised_number(typed)
    if number and typed.startswith("tt"):
        return number.casefold()
    digits = re.sub(r"\D", "", typed)
    if PHONE.fullmatch(typed) and len(digits) >= SHORTEST_PHONE:
        return digits
    return typed
