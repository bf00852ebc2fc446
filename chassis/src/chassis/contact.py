"""Names, emails and phones: the forms that people type, and the one form that we keep. Needs the extra `contact`."""

from __future__ import annotations

import phonenumbers
from email_validator import EmailNotValidError, validate_email

from chassis.refusal import Invalid

HOME_REGION = "US"


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


def spoken_phone(kept: str) -> str:
    """A kept number as people read and dial it here: `(212) 555-0100`, `+44 20 7946 0958`; empty for none."""
    try:
        number = phonenumbers.parse(kept, HOME_REGION)
    except phonenumbers.NumberParseException:
        return ""
    is_near = number.country_code == phonenumbers.country_code_for_region(HOME_REGION)
    form = phonenumbers.PhoneNumberFormat.NATIONAL if is_near else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, form)
