"""Where from and where to: street addresses in the three states we drive in."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial

from chassis.faults import attempt, must_be_faultless
from chassis.refusal import Fault, Invalid

STATES = ("NY", "CT", "NJ")
ZIP_CODE = re.compile(r"[0-9]{5}(-[0-9]{4})?")


@dataclass(frozen=True, slots=True)
class Address:
    """A street address; its id is given at the door."""

    id: str
    address_line_1: str
    address_line_2: str
    city: str
    state: str
    zip_code: str


def normalised_address(address: Address, member: str) -> Address:
    """The address as we keep it. Raises Invalid naming members such as `pickup_address.zip_code`."""
    faults: list[Fault] = []
    kept = Address(
        id=address.id,
        address_line_1=attempt(
            faults, partial(normalised_line, field=f"{member}.address_line_1"), address.address_line_1
        ),
        address_line_2=" ".join(address.address_line_2.split()),
        city=attempt(faults, partial(normalised_line, field=f"{member}.city"), address.city),
        state=attempt(faults, partial(normalised_state, field=f"{member}.state"), address.state),
        zip_code=attempt(faults, partial(normalised_zip_code, field=f"{member}.zip_code"), address.zip_code),
    )
    must_be_faultless(faults, "invalid_address")
    return kept


def normalised_line(text: str, field: str) -> str:
    """A line without spare spaces. Raises Invalid when nothing is left."""
    line = " ".join(text.split())
    if not line:
        raise Invalid("address_incomplete", f"{field} must be given.", field)
    return line


def normalised_state(text: str, field: str) -> str:
    """One of our states. Raises Invalid for any other."""
    state = text.strip().upper()
    if state not in STATES:
        raise Invalid("state_not_served", f"{field} must be one of {', '.join(STATES)}.", field)
    return state


def normalised_zip_code(text: str, field: str) -> str:
    """Five digits or ZIP+4; whether we drive there is pricing's to say. Raises Invalid."""
    zip_code = text.strip()
    if not ZIP_CODE.fullmatch(zip_code):
        raise Invalid("zip_code_invalid", f"{field} must be five digits, such as 10001, or ZIP+4.", field)
    return zip_code


def masked(address: Address) -> Address:
    """What everybody may see: the town, not the street."""
    return replace(address, address_line_1="", address_line_2="")
