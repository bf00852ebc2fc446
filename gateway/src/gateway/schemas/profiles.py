"""Changing a profile, and the addresses that a customer keeps."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StrictBool

from gateway.schemas.accounts import Preferences
from gateway.schemas.bookings import SentAddress
from gateway.schemas.members import Language, Name, Phone, PickupTime, Sent, State, Text
from gateway.schemas.prices import ZipCode

Nickname = Annotated[Text, Field(max_length=50, description="The customer's own name for it", examples=["Home"])]
Instructions = Annotated[Text, Field(max_length=1000, description="For the crew")]


class PreferencesChange(Sent):
    """What is sent changes; the rest stays."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"preferred_pickup_time": "evening", "sms_notifications": True}]}
    )

    preferred_pickup_time: PickupTime | None = None
    email_notifications: StrictBool | None = None
    sms_notifications: StrictBool | None = None
    marketing_emails: StrictBool | None = None
    language: Language | None = None


class ProfileChange(PreferencesChange):
    """What is sent changes; the rest stays, with PUT as with PATCH (existing clients send only what they know)."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"phone": "+12125550199", "preferred_pickup_time": "evening"}]}
    )

    first_name: Name | None = None
    last_name: Name | None = None
    phone: Phone | None = Field(None, description="Empty takes the number away")


class NewAddress(SentAddress):
    """An address to keep."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "nickname": "Home",
                    "address_line_1": "350 Fifth Ave",
                    "address_line_2": "Apt 9",
                    "city": "New York",
                    "state": "NY",
                    "zip_code": "10001",
                }
            ]
        }
    )

    nickname: Nickname = ""
    delivery_instructions: Instructions = ""


class AddressChange(Sent):
    """What is sent changes; the rest stays."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"nickname": "Office"}]})

    nickname: Nickname | None = None
    address_line_1: Annotated[Text, Field(min_length=1, max_length=200)] | None = None
    address_line_2: Annotated[Text, Field(max_length=200)] | None = None
    city: Annotated[Text, Field(min_length=1, max_length=100)] | None = None
    state: State | None = None
    zip_code: ZipCode | None = None
    delivery_instructions: Instructions | None = None


class SavedAddress(BaseModel):
    """An address that a customer keeps."""

    id: str
    nickname: str
    address_line_1: str
    address_line_2: str
    city: str
    state: str
    zip_code: str
    delivery_instructions: str
    formatted_address: str = Field(examples=["350 Fifth Ave, Apt 9, New York, NY 10001"])
    times_used: int
    last_used_at: datetime | None
    is_active: bool


class AddressPage(BaseModel):
    """A page of addresses, newest first."""

    count: int = Field(description="On all pages")
    next: str | None = Field(description="Where the next page is; null on the last")
    previous: None = Field(None, description="Pages are followed forwards; always null")
    results: list[SavedAddress]


class SuggestedAddresses(BaseModel):
    """What a booking form should propose."""

    addresses: list[SavedAddress]


class DefaultAddresses(BaseModel):
    """Where most of this customer's moves begin and end; null before the first."""

    most_used_pickup: SavedAddress | None
    most_used_delivery: SavedAddress | None


class PreferencesPage(Preferences):
    """What a customer wants, and what a booking form should propose."""

    default_addresses: DefaultAddresses
