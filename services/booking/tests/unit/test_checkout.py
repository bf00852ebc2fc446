"""What checkout decides: deadlines, amounts, quotes, and who sees a booking."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from booking.domain.checkout import WrongAmountError, amount_due, must_be_paid_in_full, payment_deadline
from booking.domain.lifecycle import Status
from booking.domain.quote import must_be_for, must_be_unexpired
from booking.domain.service_type import must_be_bookable_online
from booking.domain.visibility import Proof, sees_everything
from chassis.refusal import Conflict, Invalid

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


def test_a_quote_is_good_until_its_last_moment() -> None:
    must_be_unexpired(NOW, NOW - timedelta(seconds=1))
    with pytest.raises(Conflict):
        must_be_unexpired(NOW, NOW)


def test_a_quote_for_something_else_is_refused_naming_the_difference() -> None:
    quoted = {"pickup_date": "2027-06-02", "pickup_zip_code": "10001", "include_packing": True}
    must_be_for(quoted, dict(quoted))
    with pytest.raises(Conflict) as refused:
        must_be_for(quoted, {"pickup_date": "2027-06-03", "pickup_zip_code": "11954"})
    fields = [fault.field for fault in refused.value.faults]
    assert fields == ["include_packing", "pickup_date", "pickup_address.zip_code"]


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
