"""What mails say of bookings that wait, move, or end."""

from __future__ import annotations

import pytest
from sample_mails import sample


@pytest.mark.parametrize(
    ("name", "subject"),
    [
        ("booking_received", "Payment due by June 11, 3:15 PM: your booking TT-7K2M9Q"),
        ("booking_rescheduled", "Moved to July 11: your booking TT-7K2M9Q"),
        ("booking_cancelled", "Cancelled: your booking TT-7K2M9Q"),
        ("booking_expired", "Not paid in time: your booking TT-7K2M9Q"),
    ],
)
def test_the_subject_says_what_happened(name: str, subject: str) -> None:
    assert sample(name).subject.replace("\N{NO-BREAK SPACE}", " ") == subject


def test_what_is_due_and_until_when_is_said_by_new_yorks_clocks() -> None:
    text = " ".join(sample("booking_received").text.replace("\N{NO-BREAK SPACE}", " ").split())
    assert "$6,700.00" in text
    assert "Friday, June 11, 2027, 3:15 PM" in text
    assert "https://totetaxi.example/booking/TT-7K2M9Q" in text


def test_nobody_is_told_that_a_booking_is_confirmed_before_it_is_paid() -> None:
    assert "confirmed and paid" not in sample("booking_received").text.lower()
    assert "your day is reserved" not in sample("booking_received").text.lower()


def test_a_move_names_both_days_and_another_window_only_the_one() -> None:
    assert "Sunday, July 11, 2027" in sample("booking_rescheduled").text
    assert "Sunday, July 4, 2027" in sample("booking_rescheduled").text
    assert "BEFORE" not in sample("booking_rescheduled_unpaid").text


def test_only_what_is_not_paid_is_still_due() -> None:
    assert "$6,700.00" in sample("booking_rescheduled_unpaid").text
    assert "due" not in sample("booking_rescheduled").text.lower()


def test_a_refund_is_named_to_the_cent_beside_what_was_paid() -> None:
    text = sample("booking_cancelled", paid_cents=670001, refund_cents=335000).text
    assert "$3,350.00 back to the card" in text
    assert "$6,700.01" in text


def test_what_is_not_paid_back_is_not_promised() -> None:
    assert "Nothing is paid back" in " ".join(sample("booking_cancelled_late").text.split())
    unpaid = " ".join(sample("booking_cancelled_unpaid").text.split())
    assert "Nothing had been charged" in unpaid
    assert "REFUND" not in unpaid
