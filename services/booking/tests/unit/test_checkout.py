"""What checkout decides: deadlines, amounts, quotes, and who sees a booking."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from booking.domain.checkout import WrongAmountError, amount_due, must_be_paid_in_full, payment_deadline
from booking.domain.lifecycle import Status
from booking.domain.quote import key_of_booking, key_of_claim
from booking.domain.service_type import must_be_bookable_online
from booking.domain.visibility import Proof, sees_everything
from booking.prices import in_rest_names
from chassis.refusal import Conflict, Fault, Invalid

NOW = datetime(2027, 6, 1, 14, tzinfo=UTC)
EMAIL = "ada@example.com"
SESSION = "5e" * 32


def test_a_booking_can_be_paid_for_as_long_as_was_settled() -> None:
    assert payment_deadline(NOW, 30) == NOW + timedelta(minutes=30)


@pytest.mark.parametrize("status", Status)
def test_something_is_due_only_while_a_booking_waits_for_its_payment(status: Status) -> None:
    assert amount_due(status, 99_500) == (99_500 if status in {Status.PENDING, Status.CONFIRMED} else 0)


@pytest.mark.parametrize("amount_cents", [0, 100, 99_499, 99_501, 199_000])
def test_any_amount_but_the_total_is_an_error(amount_cents: int) -> None:
    must_be_paid_in_full(99_500, 99_500)
    with pytest.raises(WrongAmountError):
        must_be_paid_in_full(amount_cents, 99_500)


def test_the_same_try_redeems_under_the_same_key_and_any_other_under_another() -> None:
    keys = [
        key_of_claim("guest:ada", "key-1", b"body"),
        key_of_claim("guest:eve", "key-1", b"body"),
        key_of_claim("guest:ada", "key-2", b"body"),
        key_of_claim("guest:ada", "key-1", b"another"),
        key_of_booking(UUID(int=1)),
        key_of_booking(UUID(int=2)),
    ]
    assert len(set(keys)) == len(keys)
    assert key_of_claim("guest:ada", "key-1", b"body") == keys[0]
    assert max(len(key) for key in keys) <= 128


def test_what_pricing_refuses_is_told_in_the_words_of_a_booking() -> None:
    faults = [
        Fault("pickup_zip_code", "pickup_zip_code is not what was quoted."),
        Fault("use_credit", "use_credit isn't."),
    ]
    told = in_rest_names(Conflict("slug", "Another request (pickup_zip_code, use_credit).", faults=faults))
    assert (told.slug, told.message) == ("slug", "Another request (pickup_address.zip_code, use_credit).")
    assert told.faults == (
        Fault("pickup_address.zip_code", "pickup_address.zip_code is not what was quoted."),
        Fault("use_credit", "use_credit isn't."),
    )


@pytest.mark.parametrize("service_type", ["mini_storage", "b2b_popup", "unspecified", ""])
def test_what_needs_a_quote_by_staff_is_not_bookable(service_type: str) -> None:
    with pytest.raises(Invalid) as refused:
        must_be_bookable_online(service_type)
    assert refused.value.faults[0].field == "service_type"


@pytest.mark.parametrize(
    ("proof", "hours", "is_open"),
    [
        (Proof("", ""), 1, False),
        (Proof("Ada@Example.com", ""), 9999, True),
        (Proof("eve@example.com", ""), 1, False),
        (Proof("", SESSION), 23, True),
        (Proof("", SESSION), 24, False),
        (Proof("", "00" * 32), 1, False),
        (Proof("", "", is_trusted_service=True), 9999, True),
    ],
)
def test_a_booking_opens_to_its_email_its_young_session_and_payments(proof: Proof, hours: int, is_open: bool) -> None:
    assert sees_everything(proof, EMAIL, SESSION, NOW - timedelta(hours=hours), NOW) == is_open


def test_a_booking_made_without_a_session_opens_to_no_session() -> None:
    assert not sees_everything(Proof("", ""), EMAIL, "", NOW, NOW)
