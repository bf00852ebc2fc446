"""The confirmation of a paid booking."""

from __future__ import annotations

import pytest
from sample_mails import sample
from visible_text import VisibleText


def test_the_subject_names_the_day_and_the_booking() -> None:
    assert sample("booking_paid").subject == "Confirmed for July 4: your booking TT-7K2M9Q"


@pytest.mark.parametrize(
    "fact",
    ["TT-7K2M9Q", "Sunday, July 4, 2027", "1040 Fifth Avenue, Apt 9B", "88 Further Lane", "$6,700.00", "$2,265"],
)
def test_html_and_text_both_tell_every_fact(fact: str) -> None:
    mail = sample("booking_paid")
    assert fact in mail.text
    assert fact in str(VisibleText(mail.html))


def test_the_link_leads_to_the_bookings_own_page() -> None:
    page = "https://totetaxi.example/booking/TT-7K2M9Q"
    assert page in VisibleText(sample("booking_paid").html).links
    assert page in sample("booking_paid").text


def test_more_than_one_piece_shows_how_many() -> None:
    lines = [{"label": "Wardrobe box", "quantity": 3, "amount_cents": 82500}]
    assert "Wardrobe box × 3" in sample("booking_paid", lines=lines).text


def test_a_move_without_packing_asks_the_customer_to_pack() -> None:
    assert "packed, closed and labelled" in sample("booking_paid", include_packing=False).text
    assert "organizers pack for you" in sample("booking_paid").text
