"""Values as people read them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from notifications.formats import filters, spoken

ENGLISH = filters("en")


@pytest.mark.parametrize(
    ("filter_name", "value", "written"),
    [
        ("money", 670000, "$6,700.00"),
        ("money", 5, "$0.05"),
        ("day", date(2027, 7, 2), "Friday, July 2, 2027"),
        ("short_day", date(2027, 7, 2), "July 2"),
        ("hours", (8, 11), "8 – 11 AM"),
        ("hours", (12, 15), "12 – 3 PM"),
        ("hours", (10, 13), "10 AM – 1 PM"),
        ("without_scheme", "https://totetaxi.example", "totetaxi.example"),
        ("dialable", "+1 (631) 555-0142", "+16315550142"),
    ],
)
def test_values_are_written_as_new_yorkers_write_them(filter_name: str, value: object, written: str) -> None:
    assert ENGLISH[filter_name](value).replace("\N{NO-BREAK SPACE}", " ") == written


@pytest.mark.parametrize(
    ("instant", "moment"),
    [
        (datetime(2027, 7, 5, 3, 30, tzinfo=UTC), "Sunday, July 4, 2027, 11:30 PM"),
        (datetime(2027, 3, 14, 6, 59, tzinfo=UTC), "Sunday, March 14, 2027, 1:59 AM"),
        (datetime(2027, 3, 14, 7, 0, tzinfo=UTC), "Sunday, March 14, 2027, 3:00 AM"),
        (datetime(2027, 11, 7, 6, 0, tzinfo=UTC), "Sunday, November 7, 2027, 1:00 AM"),
    ],
)
def test_instants_are_read_off_new_yorks_clocks(instant: datetime, moment: str) -> None:
    assert ENGLISH["moment"](instant).replace("\N{NO-BREAK SPACE}", " ") == moment
    assert ENGLISH["clock"](instant).replace("\N{NO-BREAK SPACE}", " ") in moment


def test_a_short_moment_has_neither_weekday_nor_year() -> None:
    instant = datetime(2027, 7, 5, 3, 30, tzinfo=UTC)
    assert ENGLISH["short_moment"](instant).replace("\N{NO-BREAK SPACE}", " ") == "July 4, 11:30 PM"


def test_a_window_never_breaks_across_lines() -> None:
    assert " " not in ENGLISH["hours"]((8, 11))
    assert " " not in ENGLISH["clock"](datetime(2027, 7, 5, 3, 30, tzinfo=UTC))


@pytest.mark.parametrize(("tag", "language"), [("en-US", "en"), ("EN_gb", "en"), ("", "en"), ("de-CH", "en")])
def test_a_language_we_do_not_speak_becomes_english(tag: str, language: str) -> None:
    assert spoken(tag) == language
