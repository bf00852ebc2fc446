"""Booking numbers: TT- and six random Crockford base32 characters, so that nobody can guess or misread one."""

from __future__ import annotations

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
PREFIX = "TT"
STORAGE_PREFIX = "TS"
QUOTE_PREFIX = "TQ"
LENGTH = 6
LOOK_ALIKES = str.maketrans("OIL", "011")
SEPARATORS = str.maketrans("", "", "- ")


def new_booking_number() -> str:
    """A number such as `TT-7K2M9X`, one of 32⁶; unique only once the database has taken it."""
    return new_number(PREFIX)


def new_storage_number() -> str:
    """The same for a storage, such as `TS-7K2M9X`, so that nobody takes one for the other."""
    return new_number(STORAGE_PREFIX)


def new_quote_number() -> str:
    """The same for a quote, such as `TQ-7K2M9X`."""
    return new_number(QUOTE_PREFIX)


def new_number(prefix: str) -> str:
    """`prefix`, a dash and six random characters."""
    return f"{prefix}-{''.join(secrets.choice(ALPHABET) for _ in range(LENGTH))}"


def normalised_number(text: str) -> str | None:
    """The number that somebody meant: any case, O for 0, I and L for 1 (Crockford); None when it can't be one."""
    letters = text.upper().translate(SEPARATORS)
    if len(letters) == len(PREFIX) + LENGTH:
        letters = letters.removeprefix(PREFIX)
    body = letters.translate(LOOK_ALIKES)
    if len(body) != LENGTH or not set(body) <= set(ALPHABET):
        return None
    return f"{PREFIX}-{body}"
