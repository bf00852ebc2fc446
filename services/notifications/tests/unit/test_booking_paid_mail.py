"""The confirmation of a paid booking, as golden files: run with WRITE_GOLDEN=1 to accept what changed, then read it."""

from __future__ import annotations

import os
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from notifications.domain.message import Template
from notifications.rendering import LARGEST_HTML_BYTES, House, Rendered, render
from pydantic import ValidationError

GOLDEN = Path(__file__).parents[1] / "golden"

HOUSE = House("https://totetaxi.example/", "concierge@totetaxi.example", "+1 (631) 555-0142")

BOOKING: dict[str, Any] = {
    "booking_number": "TT-7K2M9Q",
    "first_name": "Eleanor",
    "service_type": "mini_move",
    "items": ["Standard", "Standard packing", "Standard unpacking"],
    "coi_required": True,
    "include_packing": True,
    "pickup_date": "2027-07-04",
    "pickup_window": "morning",
    "pickup": {
        "address_line_1": "1040 Fifth Avenue",
        "address_line_2": "Apt 9B",
        "city": "New York",
        "state": "NY",
        "zip_code": "10028",
    },
    "delivery": {
        "address_line_1": "88 Further Lane",
        "address_line_2": "",
        "city": "East Hampton",
        "state": "NY",
        "zip_code": "11937",
    },
    "lines": [
        {"label": "Standard mini move", "quantity": 1, "amount_cents": 172500},
        {"label": "Independence Day", "quantity": 1, "amount_cents": 17500},
        {"label": "Certificate of insurance", "quantity": 1, "amount_cents": 0},
        {"label": "Standard packing", "quantity": 1, "amount_cents": 253500},
        {"label": "Standard unpacking", "quantity": 1, "amount_cents": 226500},
    ],
    "total_cents": 670000,
    "paid_on": "2027-06-11",
}


def mail(**changes: Any) -> Rendered:
    return render(Template.BOOKING_PAID, "en-US", {**BOOKING, **changes}, HOUSE)


class VisibleText(HTMLParser):
    """Collects what a reader sees of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value for name, value in attrs if tag == "a" and name == "href" and value]

    def handle_data(self, data: str) -> None:
        self.words += data.split()


@pytest.mark.parametrize("kind", ["html", "txt"])
def test_the_mail_is_word_for_word_the_one_that_was_approved(kind: str) -> None:
    rendered = mail().html if kind == "html" else mail().text
    approved = GOLDEN / f"booking_paid.{kind}"
    if os.environ.get("WRITE_GOLDEN"):
        approved.write_text(rendered)
    assert rendered == approved.read_text()


def test_the_subject_names_the_day_and_the_booking() -> None:
    assert mail().subject == "Confirmed for July 4: your booking TT-7K2M9Q"


@pytest.mark.parametrize(
    "fact",
    ["TT-7K2M9Q", "Sunday, July 4, 2027", "1040 Fifth Avenue, Apt 9B", "88 Further Lane", "$6,700.00", "$2,265"],
)
def test_html_and_text_both_tell_every_fact(fact: str) -> None:
    assert fact in mail().text
    assert fact in " ".join(VisibleText(mail().html).words)


def test_the_link_leads_to_the_bookings_own_page() -> None:
    page = "https://totetaxi.example/booking/TT-7K2M9Q"
    assert page in VisibleText(mail().html).links
    assert page in mail().text


def test_what_a_customer_typed_stays_text() -> None:
    hostile = mail(first_name='<img src=x onerror=alert(1)>"{{ 7 * 7 }}')
    assert "<img" not in hostile.html
    assert "{{ 7 * 7 }}" in hostile.text


def test_a_line_break_in_a_value_can_not_add_a_header() -> None:
    assert "\n" not in mail(booking_number="TT-1\r\nBcc: everybody@whitfield.example").subject


def test_styles_are_inline_and_the_whole_stays_under_what_mail_clients_cut_off() -> None:
    html = mail().html
    assert len(html.encode()) < LARGEST_HTML_BYTES
    assert re.findall(r"<td(?![^>]*style=)[^>]*class=", html) == []
    assert not re.search(r'(src|href)="http://', html)


def test_more_than_one_piece_shows_how_many() -> None:
    lines = [{"label": "Wardrobe box", "quantity": 3, "amount_cents": 82500}]
    assert "Wardrobe box × 3" in mail(lines=lines).text


def test_a_move_without_packing_asks_the_customer_to_pack() -> None:
    assert "packed, closed and labelled" in mail(include_packing=False).text
    assert "organizers pack for you" in mail().text


def test_a_context_that_lacks_a_fact_is_refused_instead_of_sent_with_a_gap() -> None:
    with pytest.raises(ValidationError):
        render(Template.BOOKING_PAID, "en", {"booking_number": "TT-7K2M9Q"}, HOUSE)
