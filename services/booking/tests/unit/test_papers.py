"""What receipts and calendar files say, read back from the files."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from booking.domain.address import Address
from booking.domain.lifecycle import Status
from booking.domain.papers import (
    APPEARANCE,
    Appearance,
    Appointment,
    Position,
    Receipt,
    Visit,
    payment_instant,
    spoken_hours,
)
from booking.domain.pickup import PickupWindow
from booking.papers import calendar_file, receipt_file
from chassis.refusal import Conflict
from icalendar import Calendar
from paper_reader import text_of

LATE = datetime(2027, 6, 1, 2, tzinfo=UTC)
"""Still May 31 in New York."""
VISIT = Visit(
    "0192f000-0000-7000-8000-00000000c0de",
    "TT-7KQ2MX",
    "Mini move",
    date(2027, 6, 2),
    PickupWindow.MORNING,
    Address("", "350 Fifth Ave", "Apt 9", "New York", "NY", "10001"),
    Address("", "1 Main St", "", "East Hampton", "NY", "11937"),
)
RECEIPT = Receipt(
    VISIT,
    "Zoë Łukaszewicz",
    LATE,
    (Position("Petite", 1, 99_500), Position("Peloton bike", 2, 100_000), Position("Code SUMMER", 1, -9_950)),
    189_550,
    is_called_off=False,
    refund_cents=0,
)
APPOINTMENT = Appointment(VISIT, Appearance.CONFIRMED, 3, LATE, LATE)
MAIL = "bookings@totetaxi.example"


def event_in(file: bytes) -> tuple[Calendar, object]:
    calendar = Calendar.from_ical(file)
    return calendar, calendar.walk("VEVENT")[0]


def test_a_receipt_shows_the_lines_the_total_and_new_yorks_day_of_payment() -> None:
    read = text_of(receipt_file(RECEIPT, MAIL))
    for words in ("Zoë Łukaszewicz", "TT-7KQ2MX", "Petite", "$995.00", "Peloton bike", "× 2", "-$99.50", "$1,895.50"):
        assert words in read
    assert "Paid in full on May 31, 2027" in read
    assert "Pickup 8 AM to 11 AM, New York time" in read
    assert "Refund" not in read


def test_a_receipt_of_what_was_called_off_says_what_came_back() -> None:
    read = text_of(receipt_file(replace(RECEIPT, is_called_off=True, refund_cents=94_775), MAIL))
    assert "Refund after cancellation" in read
    assert read.count("$947.75") == 2


def test_a_receipt_with_fifty_long_lines_goes_on_on_the_next_page_and_loses_none() -> None:
    positions = tuple(Position(f"Item {number}: " + "with white gloves " * 6, 1, number) for number in range(50))
    read = text_of(receipt_file(replace(RECEIPT, positions=positions), MAIL))
    assert all(f"Item {number}:" in read and f"$0.{number:02d}" in read for number in range(50))
    assert "Page 2 of" in read


def test_letters_that_the_font_lacks_do_not_fail_a_receipt() -> None:
    assert "·· Ada" in text_of(receipt_file(replace(RECEIPT, customer_name="王小 Ada"), MAIL))


def test_making_a_receipt_leaves_no_letter_of_it_in_the_log() -> None:
    program = "configure_logging('booking'); receipt_file(RECEIPT, MAIL)"
    names = "from chassis.logging import configure_logging; from test_papers import MAIL, RECEIPT, receipt_file"
    run = [sys.executable, "-c", f"{names}; {program}"]
    here = (str(Path(__file__).parent), *sys.path)
    ended = subprocess.run(run, capture_output=True, env={"PYTHONPATH": ":".join(here)})
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_the_same_facts_are_the_same_bytes() -> None:
    assert receipt_file(RECEIPT, MAIL) == receipt_file(RECEIPT, MAIL)
    assert calendar_file(APPOINTMENT, MAIL, "") == calendar_file(APPOINTMENT, MAIL, "")


@pytest.mark.parametrize(
    ("day", "starts", "ends"),
    [
        (date(2027, 3, 14), datetime(2027, 3, 14, 12, tzinfo=UTC), datetime(2027, 3, 14, 15, tzinfo=UTC)),
        (date(2027, 3, 13), datetime(2027, 3, 13, 13, tzinfo=UTC), datetime(2027, 3, 13, 16, tzinfo=UTC)),
        (date(2027, 11, 7), datetime(2027, 11, 7, 13, tzinfo=UTC), datetime(2027, 11, 7, 16, tzinfo=UTC)),
    ],
)
def test_a_calendar_has_the_window_in_new_york_time_on_days_when_the_clock_changes(
    day: date, starts: datetime, ends: datetime
) -> None:
    file = calendar_file(replace(APPOINTMENT, visit=replace(VISIT, day=day)), MAIL, "")
    calendar, event = event_in(file)
    assert (event.start.astimezone(UTC), event.end.astimezone(UTC)) == (starts, ends)
    assert f"DTSTART;TZID=America/New_York:{day:%Y%m%d}T080000".encode() in file
    assert calendar.walk("VTIMEZONE")[0]["TZID"] == "America/New_York"


def test_a_calendar_file_is_known_again_by_its_uid_and_newer_by_its_sequence() -> None:
    calendar, event = event_in(calendar_file(APPOINTMENT, MAIL, "https://totetaxi.example/booking/TT-7KQ2MX/"))
    _, later = event_in(calendar_file(replace(APPOINTMENT, sequence=4), MAIL, ""))
    assert (calendar["METHOD"], event["STATUS"], event["SEQUENCE"]) == ("PUBLISH", "CONFIRMED", 3)
    assert (later["UID"], later["SEQUENCE"]) == (event["UID"], 4)
    assert event["URL"] == "https://totetaxi.example/booking/TT-7KQ2MX/"
    assert str(event["ORGANIZER"]) == f"mailto:{MAIL}"
    assert event["LOCATION"] == "350 Fifth Ave, Apt 9, New York, NY 10001"


def test_what_is_called_off_is_taken_out_of_the_calendar() -> None:
    calendar, event = event_in(calendar_file(replace(APPOINTMENT, appearance=Appearance.CANCELLED), MAIL, ""))
    assert (calendar["METHOD"], event["STATUS"]) == ("CANCEL", "CANCELLED")


def test_every_status_has_an_appearance_and_only_what_is_paid_is_certain() -> None:
    assert set(APPEARANCE) == set(Status)
    assert APPEARANCE[Status.PENDING] is Appearance.TENTATIVE
    assert APPEARANCE[Status.PAID] is Appearance.CONFIRMED


def test_what_was_never_paid_has_no_receipt() -> None:
    with pytest.raises(Conflict) as refused:
        payment_instant([(Status.PENDING, LATE), (Status.EXPIRED, LATE)])
    assert refused.value.slug == "not_paid_yet"


@pytest.mark.parametrize(
    ("window", "words"), [("morning", "8 AM to 11 AM"), ("afternoon", "12 PM to 3 PM"), ("evening", "4 PM to 7 PM")]
)
def test_windows_are_spoken_as_people_say_them(window: str, words: str) -> None:
    assert spoken_hours(PickupWindow(window)) == words
