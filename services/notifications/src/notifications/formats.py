"""Money, dates and hours as people of each language write them; dates and hours are New York's."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton, format_time
from babel.numbers import format_currency
from chassis.clock import NEW_YORK, new_york_date
from chassis.money import dollars

LANGUAGES: Mapping[str, Locale] = {"en": Locale("en", "US"), "es": Locale("es", "US"), "fr": Locale("fr", "CA")}
"""What we speak, and how it is written in New York; French as in Québec, which writes hours and dollars."""

ENGLISH = "en"

SPACES = re.compile("[ \N{THIN SPACE}\N{NARROW NO-BREAK SPACE}]")
"""Mail clients break lines at these, or lack a glyph for them."""


def spoken(language: str) -> str:
    """The language we speak that is nearest to a BCP 47 tag; English when none is."""
    primary = language.replace("_", "-").split("-")[0].lower()
    return primary if primary in LANGUAGES else ENGLISH


def filters(language: str) -> dict[str, Callable[..., Any]]:
    """The template filters that write values in `language`, which must be one we speak."""
    locale = LANGUAGES[language]
    return {
        "money": lambda cents: money(cents, locale),
        "day": lambda value: format_date(value, "full", locale=locale),
        "short_day": lambda value: short_day(value, locale),
        "moment": lambda value: moment(value, locale),
        "short_moment": lambda value: short_moment(value, locale),
        "clock": lambda value: clock(value, locale),
        "hours": lambda window: hours(window, locale),
        "without_scheme": lambda url: url.partition("://")[2] or url,
        "dialable": lambda phone: "".join(character for character in phone if character in "+0123456789"),
    }


def money(cents: int, locale: Locale) -> str:
    """USD, such as `$6,700.00`, that never breaks across lines."""
    return SPACES.sub("\N{NO-BREAK SPACE}", format_currency(dollars(cents), "USD", locale=locale))


def short_day(value: date, locale: Locale) -> str:
    """A date without its weekday and year, such as `July 3`."""
    return str(format_skeleton("MMMMd", value, locale=locale))


def moment(value: datetime, locale: Locale) -> str:
    """An instant by New York's clocks, such as `Sunday, July 4, 2027, 3:15 PM`."""
    day = format_date(new_york_date(value), "full", locale=locale)
    return f"{day}, {clock(value, locale)}"


def short_moment(value: datetime, locale: Locale) -> str:
    """The same without weekday and year, such as `July 4, 3:15 PM`."""
    return f"{short_day(new_york_date(value), locale)}, {clock(value, locale)}"


def clock(value: datetime, locale: Locale) -> str:
    """The hour in New York, such as `3:15 PM`, that never breaks across lines."""
    written = format_time(value.astimezone(NEW_YORK), "short", tzinfo=NEW_YORK, locale=locale)
    return SPACES.sub("\N{NO-BREAK SPACE}", written)


def hours(window: tuple[int, int], locale: Locale) -> str:
    """A window of whole hours of the day, such as `8 – 11 AM`, that never breaks across lines."""
    first, last = window
    skeleton = "h" if "a" in locale.time_formats["short"].pattern else "H"
    written = format_interval(time(first), time(last), skeleton, locale=locale)
    return SPACES.sub("\N{NO-BREAK SPACE}", written)
