"""Contacts and addresses: every form that clients send, one form that we keep."""

from __future__ import annotations

from dataclasses import replace

import pytest
from booking.domain.address import Address, normalised_address
from booking.domain.address import masked as masked_address
from booking.domain.contact import Contact, is_same_email, normalised_contact
from booking.domain.contact import masked as masked_contact
from chassis.contact import normalised_phone
from chassis.refusal import Invalid

ADA = Contact("Ada", "Byron", "ada@example.com", "+12125550100")
HOME = Address("a", "350 Fifth Ave", "Apt 9", "New York", "NY", "10001")


@pytest.mark.parametrize(
    "written", ["+12125550100", "(212) 555-0100", "212-555-0100", "212.555.0100", "2125550100", "1-212-555-0100"]
)
def test_phones_are_kept_in_e164(written: str) -> None:
    assert normalised_phone(written) == "+12125550100"


def test_a_phone_from_abroad_keeps_its_country() -> None:
    assert normalised_phone("+44 20 7946 0958") == "+442079460958"


@pytest.mark.parametrize("written", ["555-0100", "call me", "", "+1", "99999999999999"])
def test_what_is_no_phone_is_refused_by_name(written: str) -> None:
    with pytest.raises(Invalid) as refused:
        normalised_phone(written)
    assert refused.value.faults[0].field == "phone"


def test_names_and_email_lose_spare_spaces_and_the_domain_its_capitals() -> None:
    typed = Contact("  Ada ", "van  der Byron", " Ada@EXAMPLE.com ", "2125550100")
    assert normalised_contact(typed) == Contact("Ada", "van der Byron", "Ada@example.com", "+12125550100")


def test_every_fault_of_a_contact_is_named_at_once() -> None:
    with pytest.raises(Invalid) as refused:
        normalised_contact(Contact(" ", "By\x00ron", "ada", "1"))
    assert [fault.field for fault in refused.value.faults] == ["first_name", "last_name", "email", "phone"]


@pytest.mark.parametrize(
    "email", ["ada", "ada@", "@example.com", "ada@localhost", "a b@example.com", "a@b\r\nBcc: x@y.com"]
)
def test_what_is_no_email_is_refused(email: str) -> None:
    with pytest.raises(Invalid):
        normalised_contact(replace(ADA, email=email))


def test_an_email_proves_itself_in_any_case_and_an_empty_one_proves_nothing() -> None:
    assert is_same_email(" ADA@example.com", "Ada@example.com")
    assert not is_same_email("", "Ada@example.com")
    assert not is_same_email("eve@example.com", "Ada@example.com")


def test_a_masked_contact_is_a_first_name_and_an_initial() -> None:
    assert masked_contact(ADA) == Contact("Ada", "B.", "", "")


def test_a_masked_address_keeps_the_town_and_hides_the_street() -> None:
    assert masked_address(HOME) == replace(HOME, address_line_1="", address_line_2="")


def test_states_are_taken_in_lower_case_and_lines_without_spare_spaces() -> None:
    typed = replace(HOME, state=" ny", address_line_1=" 350  Fifth Ave ", zip_code=" 10001-1234 ")
    assert normalised_address(typed, "pickup_address") == replace(HOME, zip_code="10001-1234")


@pytest.mark.parametrize(
    ("changes", "member"),
    [
        ({"zip_code": ""}, "zip_code"),
        ({"zip_code": "1000"}, "zip_code"),
        ({"zip_code": "10001-12"}, "zip_code"),
        ({"state": "PA"}, "state"),
        ({"city": "  "}, "city"),
        ({"address_line_1": ""}, "address_line_1"),
    ],
)
def test_a_wrong_address_is_refused_by_the_members_path(changes: dict[str, str], member: str) -> None:
    with pytest.raises(Invalid) as refused:
        normalised_address(replace(HOME, **changes), "delivery_address")
    assert [fault.field for fault in refused.value.faults] == [f"delivery_address.{member}"]
