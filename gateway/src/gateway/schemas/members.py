"""Members that many answers and requests share: money, dates, text."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

Dollars = Annotated[float, Field(description="US dollars, exact to the cent", examples=[995.0])]
Cents = Annotated[int, Field(description="US cents", examples=[99500])]

ALLOWED_CONTROLS = "\n\r\t"
ISO_DATE = re.compile(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
REFUSED_CATEGORIES = {"Cc", "Cs"}
"""Control characters, which Postgres and mails can't hold, and lone surrogates, which UTF-8 can't."""


def must_be_plain_text(text: str) -> str:
    """Refuses what is no text; trims and composes (NFC) the rest."""
    if any(unicodedata.category(letter) in REFUSED_CATEGORIES and letter not in ALLOWED_CONTROLS for letter in text):
        raise ValueError("must be text without control characters")
    return unicodedata.normalize("NFC", text).strip()


def must_be_iso_date(value: Any) -> Any:
    """Refuses what pydantic would otherwise take for a date: numbers and instants."""
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not ISO_DATE.match(value):
        raise ValueError("must be a date such as 2027-06-02")
    return value


Text = Annotated[str, AfterValidator(must_be_plain_text)]
CalendarDate = Annotated[date, BeforeValidator(must_be_iso_date), Field(examples=["2027-06-02"])]


class Sent(BaseModel):
    """A request body: members we don't know are refused, so that nothing a client meant is dropped in silence."""

    model_config = ConfigDict(extra="forbid")
