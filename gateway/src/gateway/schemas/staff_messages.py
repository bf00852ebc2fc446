"""Messages as staff see them, and what staff write themselves."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from gateway.schemas.catalogue_versions import NextCursor
from gateway.schemas.members import Language, Sent, Text

MessageStatusWord = Literal["queued", "sending", "sent", "failed", "suppressed"]


class LoggedMessage(BaseModel):
    """One message; the address is masked."""

    id: str
    booking_id: str = Field(description="Empty when it is about no booking")
    account_id: str = Field(description="Empty when it is about no account")
    template: str = Field(examples=["booking_paid"])
    channel: str = Field(examples=["email"])
    recipient: str = Field(examples=["e•••@w•••.example"])
    language: str
    status: MessageStatusWord
    attempts: int
    last_error: str = Field(description="Why it was not taken or is not sent any more; empty when nothing was wrong")
    provider_message_id: str = Field(description="Empty until it is sent")
    created_at: datetime
    due_at: datetime = Field(description="Not tried before")
    good_until: datetime | None = Field(description="Not sent after; null means for ever")
    sent_at: datetime | None
    trouble: Literal["", "bounced", "complained"] = Field(description="What became of it after it left")
    trouble_at: datetime | None
    opened_at: datetime | None = Field(description="When its reader first opened it; null when that is not known")


class MessagePage(BaseModel):
    """Newest first."""

    messages: list[LoggedMessage]
    next_cursor: NextCursor


class MessageDetail(BaseModel):
    """One message, and whether it can be sent once more."""

    message: LoggedMessage
    can_be_resent: bool
    not_resendable_because: str = Field(description="Empty when it can be sent once more")


class Resend(Sent):
    """Asks to say it once more."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"reason": "They deleted the mail"}]})

    reason: Annotated[Text, Field(max_length=300, description="Why; kept in the audit log")] = ""


class Note(Sent):
    """What staff write to who booked; it goes to the booking's own address and nowhere else."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "booking_id": "01998f0e-5d1c-7c59-9f43-0d7f6f0f2c11",
                    "kind": "question",
                    "text": "Is there a service elevator?",
                }
            ]
        }
    )

    booking_id: UUID
    kind: Literal["question", "notice"]
    text: Annotated[Text, Field(min_length=1, max_length=2000, description="An empty line begins a new paragraph")]


class QueuedMessage(BaseModel):
    """On its way."""

    message: LoggedMessage


class Templates(BaseModel):
    """Everything that can be said."""

    templates: list[str]
    languages: list[str]


class TemplatePreview(BaseModel):
    """How a template reads, with sample data in it."""

    subject: str
    html: str
    text: str


class TestMail(Sent):
    """Asks for a mail to oneself."""

    __test__ = False

    model_config = ConfigDict(json_schema_extra={"examples": [{"language": "en"}]})

    language: Language = ""


class TestSent(BaseModel):
    """The provider has taken it."""

    __test__ = False

    recipient: str = Field(description="Your own address, masked")
    provider_message_id: str
