"""Money, dates and hours as people of each language write them; dates and hours are New York's."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any

from babel import Locale
from babel.dates import format_date, format_interval
from babel.numbers import format_currency
from chassis.money import dollars

LANGUAGES: Mapping[str, Locale] = {"en": Locale("en", "US")}
"""What we speak, and how it is written in New York."""

ENGLISH = "en"

THIN_SPACES = re.compile("[\N{THIN SPACE}\N{NARROW NO-BREAK SPACE}]")
"""Mail clients break lines at the one and lack a glyph for the other."""


def spoken(language: str) -> str:
    """The language we speak that is nearest to a BCP 47 tag; English when none is."""
    primary = language.replace("_", "-").split("-")[0].lower()
    return primary if primary in LANGUAGES else ENGLISH


def filters(language: str) -> dict[str, Callable[..., Any]]:
    """The template filters that write values in `language`, which must be one we speak."""
    locale = LANGUAGES[language]
    return {
        "money": lambda cents: format_currency(dollars(cents), "USD", locale=locale),
        "day": lambda value: format_date(value, "full", locale=locale),
        "short_day": lambda value: short_day(value, locale),
        "hours": lambda window: hours(window, locale),
        "without_scheme": lambda url: url.partition("://")[2] or url,
        "dialable": lambda phone: "".join(character for character in phone if character in "+0123456789"),
    }


def short_day(value: date, locale: Locale) -> str:
    """A date without its weekday and year, such as `July 3`."""
    return str(format_date(value, locale.date_formats["long"].pattern.replace(", y", ""), locale=locale))


def hours(window: tuple[int, int], locale: Locale) -> str:
    """A window of whole hours of the day, such as `8 – 11 AM`, that never breaks across lines."""
    first, last = window
    written = format_interval(time(first), time(last), "h", locale=locale)
    return THIN_SPACES.sub("\N{NO-BREAK SPACE}", written)
