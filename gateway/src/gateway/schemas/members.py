"""Members that many answers and requests share: money, dates, text."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

Dollars = Annotated[float, Field(description="US dollars, exact to the cent", examples=[995.0])]
Cents = Annotated[int, Field(description="US cents", examples=[99500])]

ALLOWED_CONTROLS = "\n\r\t"
ISO_DATE_LENGTH = 10


def must_be_plain_text(text: str) -> str:
    """Refuses NUL and other control characters; trims and composes (NFC) the rest."""
    if any(unicodedata.category(letter) == "Cc" and letter not in ALLOWED_CONTROLS for letter in text):
        raise ValueError("must not contain control characters")
    return unicodedata.normalize("NFC", text).strip()


def must_be_iso_date(value: Any) -> Any:
    """Refuses what pydantic would otherwise take for a date: numbers and instants."""
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or len(value) != ISO_DATE_LENGTH:
        raise ValueError("must be a date such as 2027-06-02")
    return value


Text = Annotated[str, AfterValidator(must_be_plain_text)]
CalendarDate = Annotated[date, BeforeValidator(must_be_iso_date), Field(examples=["2027-06-02"])]


class Sent(BaseModel):
    """A request body: members we don't know are refused, so that nothing a client meant is dropped in silence."""

    model_config = ConfigDict(extra="forbid")
