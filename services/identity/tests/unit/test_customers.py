"""Customers as we keep them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from chassis.identifiers import new_id
from chassis.refusal import Conflict, Invalid
from hypothesis import given
from hypothesis import strategies as some
from identity.domain.customer import Customer, changed, email_key, new_customer

NOON = datetime(2027, 6, 2, 12, tzinfo=UTC)
TYPED = {
    "email": " Grace@EXAMPLE.com",
    "first_name": " Grace ",
    "last_name": "Brewster  Hopper",
    "phone": "(212) 555-0101",
    "language": "es-US",
}


def customer(**members: str) -> Customer:
    return new_customer(new_id(), {**TYPED, **members}, NOON)


def test_members_are_kept_in_one_form() -> None:
    made = customer()
    assert (made.email, made.phone) == ("Grace@example.com", "+12125550101")
    assert (made.full_name, made.version) == ("Grace Brewster Hopper", 1)


def test_a_phone_and_a_language_may_be_missing() -> None:
    assert (customer(phone=" ", language="").phone, customer(language="").language) == ("", "")


@pytest.mark.parametrize(
    "pair",
    [
        ("Grace@Example.com", "grace@EXAMPLE.COM"),
        ("grâce@example.com", "GRÂCE@example.com"),
        ("a@b\u00fc.de", "A@BÜ.de"),
    ],
)
def test_two_spellings_of_one_address_have_one_key(pair: tuple[str, str]) -> None:
    assert email_key(pair[0]) == email_key(pair[1])


@given(some.text(max_size=300))
def test_whatever_is_typed_as_an_email_has_a_key_that_a_database_can_keep(text: str) -> None:
    assert "\0" not in email_key(text)
    assert email_key(email_key(text)) == email_key(text)


@pytest.mark.parametrize("wrong", [{"first_name": "a\x00b"}, {"last_name": " "}, {"email": "x"}, {"language": "e"}])
def test_wrong_members_are_refused_by_name(wrong: dict[str, str]) -> None:
    with pytest.raises(Invalid) as refused:
        customer(**wrong)
    assert [fault.field for fault in refused.value.faults] == list(wrong)


def test_a_change_counts_and_none_does_not() -> None:
    before = customer()
    later = NOON + timedelta(hours=1)
    assert changed(before, {"first_name": "Grace", "sms_notifications": False}, 0, later) is before
    after = changed(before, {"sms_notifications": True, "phone": ""}, 1, later)
    assert (after.sms_notifications, after.phone, after.version, after.updated_at) == (True, "", 2, later)


def test_a_change_on_an_older_version_is_refused() -> None:
    members: dict[str, Any] = {"first_name": "G"}
    with pytest.raises(Conflict):
        changed(customer(), members, 2, NOON)
