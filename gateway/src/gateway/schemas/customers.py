"""Customers, as staff see them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StrictBool

from gateway.schemas.accounts import CustomerProfile
from gateway.schemas.members import Sent, Text
from gateway.schemas.profiles import SavedAddress


class CustomersPage(BaseModel):
    """Newest first."""

    customers: list[CustomerProfile]
    next_cursor: str = Field(description="For the next page; empty on the last")


class CustomerNote(BaseModel):
    """What staff wrote; customers never see it."""

    id: str
    text: str
    author_id: str
    author_name: str = Field(description="When they wrote it")
    created_at: datetime


class CustomerInFull(BaseModel):
    """One customer, with saved addresses and the newest notes."""

    customer: CustomerProfile
    addresses: list[SavedAddress]
    notes: list[CustomerNote] = Field(description="Newest first; 20 at most")


class NotesPage(BaseModel):
    """Newest first."""

    notes: list[CustomerNote]
    next_cursor: str = Field(description="For the next page; empty on the last")


class VipChange(Sent):
    """What they are from now on."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"is_vip": True}]})

    is_vip: StrictBool


class NewNote(Sent):
    """A note that customers never see."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"text": "Prefers the service elevator."}]})

    text: Annotated[Text, Field(min_length=1, max_length=2000)]
