"""Members that many answers and requests share: money, dates, text."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field

Dollars = Annotated[float, Field(description="US dollars, exact to the cent", examples=[995.0])]
Cents = Annotated[int, Field(description="US cents", examples=[99500])]

LONGEST_PASSWORD_BYTES = 1024
ISO_DATE = re.compile(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters (but tab and the ends of lines), which Postgres and mails can't hold, and lone surrogates, which
UTF-8 can't: Unicode's categories Cc and Cs, which will never grow."""
NOT_TYPEABLE = re.compile("[\x00\ud800-\udfff]")


def must_be_plain_text(text: str) -> str:
    """Refuses what is no text; trims and composes (NFC) the rest."""
    if NO_TEXT.search(text):
        raise ValueError("must be text without control characters")
    return unicodedata.normalize("NFC", text).strip()


def must_be_iso_date(value: Any) -> Any:
    """Refuses what pydantic would otherwise take for a date: numbers and instants."""
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not ISO_DATE.match(value):
        raise ValueError("must be a date such as 2027-06-02")
    return value


def must_be_typeable(text: str) -> str:
    """Refuses NUL and lone surrogates, which nobody types. A password is otherwise its owner's own business."""
    if NOT_TYPEABLE.search(text):
        raise ValueError("must be text")
    if len(text.encode()) > LONGEST_PASSWORD_BYTES:
        raise ValueError(f"must be at most {LONGEST_PASSWORD_BYTES} bytes long")
    return text


Text = Annotated[str, AfterValidator(must_be_plain_text)]
Name = Annotated[Text, Field(min_length=1, max_length=100)]
Email = Annotated[Text, Field(min_length=3, max_length=254, examples=["ada@example.com"])]
Phone = Annotated[Text, Field(max_length=32, examples=["+12125550100"])]
Language = Annotated[Text, Field(max_length=35, description="BCP 47 tag; empty means English", examples=["en-US"])]
Cursor = Annotated[Text, Field(max_length=512, description="From the page before; empty means the first")]
WaitingToken = Annotated[
    Text, Field(max_length=128, description="From our offer of a place: books the one that is kept for you")
]
PickupTime = Literal["morning", "afternoon", "evening"]
State = Literal["NY", "CT", "NJ"]
BookingStatusWord = Literal[
    "pending", "confirmed", "paid", "scheduled", "in_progress", "completed", "cancelled", "expired"
]
Secret = Annotated[
    str,
    AfterValidator(must_be_typeable),
    Field(min_length=1, max_length=LONGEST_PASSWORD_BYTES, json_schema_extra={"format": "password"}),
]
"""A password or a token as it was typed: never trimmed, never shown again."""
Reason = Annotated[Text, Field(min_length=1, max_length=300, description="Why, in one sentence; kept in the history")]
Moment = Annotated[AwareDatetime, Field(examples=["2027-03-01T05:00:00Z"])]
"""An instant with its offset; one without would mean another moment in every office."""
CalendarDate = Annotated[date, BeforeValidator(must_be_iso_date), Field(examples=["2027-06-02"])]


class Sent(BaseModel):
    """A request body: members we don't know are refused, so that nothing a client meant is dropped in silence."""

    model_config = ConfigDict(extra="forbid")
