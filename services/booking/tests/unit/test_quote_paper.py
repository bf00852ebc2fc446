"""What the paper of a quote says, read back from the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from booking.domain.address import Address
from booking.domain.pickup import PickupWindow
from booking.domain.quote_paper import QuoteLine, QuotePaper, spoken_instant
from booking.papers import quote_file
from paper_reader import text_of

LATE = datetime(2027, 6, 1, 2, tzinfo=UTC)
"""Still May 31 in New York."""
MAIL = "bookings@totetaxi.example"
PAPER = QuotePaper(
    number="TQ-7KQ2MX",
    version=2,
    company_name="Łukasiewicz & Co.",
    customer_name="Wilma Whitfield",
    service="Business and pop-up",
    day=date(2027, 6, 16),
    window=PickupWindow.EVENING,
    pickup=Address("", "350 Fifth Ave", "Floor 12", "New York", "NY", "10001"),
    delivery=Address("", "1 Main St", "", "East Hampton", "NY", "11937"),
    lines=(
        QuoteLine("Van and two movers", 2, 240_000, "Two full days"),
        QuoteLine("Courtesy", 1, -15_050, ""),
    ),
    total_cents=224_950,
    note="Thank you for thinking of us again.",
    sent_at=LATE,
    valid_until=datetime(2027, 6, 10, 16, tzinfo=UTC),
)


def test_a_quote_says_what_is_offered_to_whom_and_until_when() -> None:
    text = " ".join(text_of(quote_file(PAPER, MAIL)).split())
    for words in (
        "For Łukasiewicz & Co.",
        "Quote TQ-7KQ2MX, version 2, of May 31, 2027.",
        "Good until June 10, 2027, 12:00 PM, New York time.",
        "Attn. Wilma Whitfield",
        "350 Fifth Ave",
        "Van and two movers × 2",
        "Two full days",
        "-$150.50",
        "$2,249.50",
        "Thank you for thinking of us again.",
        MAIL,
    ):
        assert words in text, words


def test_without_a_company_it_is_for_the_person_and_the_same_twice_is_the_same_file() -> None:
    paper = replace(PAPER, company_name="")
    assert "For Wilma Whitfield." in text_of(quote_file(paper, MAIL))
    assert quote_file(paper, MAIL) == quote_file(paper, MAIL)


def test_fifty_lines_go_on_over_several_pages_and_none_is_lost() -> None:
    lines = tuple(QuoteLine(f"Item {number} of the list", 1, 1_000 + number, "Why it is there") for number in range(50))
    text = text_of(quote_file(replace(PAPER, lines=lines), MAIL))
    assert all(f"Item {number} of the list" in text for number in range(50))
    assert "Page 3 of" in text


def test_midnight_and_noon_in_new_york_are_twelve() -> None:
    assert spoken_instant(datetime(2027, 6, 10, 4, 5, tzinfo=UTC)) == "June 10, 2027, 12:05 AM, New York time"
    assert spoken_instant(datetime(2027, 6, 10, 17, 30, tzinfo=UTC)) == "June 10, 2027, 1:30 PM, New York time"
