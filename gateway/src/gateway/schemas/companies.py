"""Companies, as their contacts and staff see them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from gateway.schemas.customer_bookings import CustomerBooking
from gateway.schemas.members import Email, Sent, Text

CompanyName = Annotated[Text, Field(min_length=1, max_length=120)]
Notes = Annotated[Text, Field(max_length=2000, description="For staff")]
SOME_ID = "01998f0e-5d1c-7c59-9f43-0d7f6f0f2c11"


class Company(BaseModel):
    """A company."""

    id: str
    name: str
    is_active: bool = Field(description="Whether its contacts see anything")
    created_at: datetime
    updated_at: datetime


class OwnCompanies(BaseModel):
    """The companies of which you are a contact, by name."""

    companies: list[Company]


class CompanyBookings(BaseModel):
    """A page of a company's bookings, newest first."""

    bookings: list[CustomerBooking]
    next_cursor: str = Field(description="For `cursor`; empty on the last page")


class CompanyContact(BaseModel):
    """Somebody who may see what is a company's."""

    email: str
    name: str
    customer_id: Annotated[str | None, BeforeValidator(lambda text: text or None)] = Field(
        description="The account that has verified the email; null while none has"
    )
    added_at: datetime


class StaffCompany(Company):
    """A company with its contacts."""

    notes: str
    contacts: list[CompanyContact]
    version: int


class StaffCompanies(BaseModel):
    """A page of companies, newest first."""

    companies: list[Company]
    next_cursor: str = Field(description="For `cursor`; empty on the last page")


class NewCompany(Sent):
    """A company."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"name": "Whitfield & Co."}]})

    id: UUID | None = Field(None, description="A UUID of yours: the same one is made once")
    name: CompanyName
    notes: Notes = ""


class CompanyChange(Sent):
    """What changes; what isn't sent stays."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"is_active": False}]})

    name: CompanyName | None = None
    notes: Notes | None = None
    is_active: bool | None = None


class NewContact(Sent):
    """Somebody who shall see what is the company's."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"email": "wilma@whitfield.example"}]})

    email: Email
    name: Annotated[Text, Field(max_length=120)] = ""


class FormerContact(Sent):
    """Somebody who shall see it no more; sent as a body, so that no URL or log has the email."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"email": "wilma@whitfield.example"}]})

    email: Email


class CompanyThing(Sent):
    """A booking or a quote that is the company's."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"booking_id": SOME_ID}]})

    booking_id: UUID | None = None
    quote_id: UUID | None = None

    @model_validator(mode="after")
    def names_one(self) -> Self:
        """One of the two."""
        if (self.booking_id is None) == (self.quote_id is None):
            raise ValueError("either booking_id or quote_id must be given")
        return self
