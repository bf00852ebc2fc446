"""Mini storage, as customers and staff see it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from gateway.schemas.members import BookingStatusWord, CalendarDate, Cents, Dollars, Email, Name, Phone, Sent, Text

SOME_ID = "01998f0e-5d1c-7c59-9f43-0d7f6f0f2c11"
MOST_AT_ONCE = 100

StorageStatusWord = Literal["planned", "active", "ending", "ended"]
StandingWord = Literal["good", "late", "suspended"]
ItemKindWord = Literal["box", "suitcase", "furniture", "sports_equipment", "garments", "artwork", "other"]
DirectionWord = Literal["pickup", "delivery"]
Day = Annotated[str | None, BeforeValidator(lambda text: text or None), Field(examples=["2027-06-02"])]
"""Calendar date in New York; null while there is none."""
ItemIds = Annotated[list[UUID], Field(min_length=1, max_length=MOST_AT_ONCE)]
Reason = Annotated[Text, Field(min_length=1, max_length=500, description="One sentence; kept in the history")]


class StorageItem(BaseModel):
    """One thing that is or was stored."""

    id: str
    kind: ItemKindWord
    label: str
    taken_in_on: Day
    wanted_back_on: Day
    returned_on: Day


class StorageLeg(BaseModel):
    """A booking that brings or fetches."""

    booking_id: str
    booking_number: str
    direction: DirectionWord
    pickup_date: str
    status: BookingStatusWord


class ListedStorage(BaseModel):
    """A storage in a list."""

    id: str
    storage_number: str = Field(examples=["TS-7QK2MB"])
    status: StorageStatusWord
    standing: StandingWord = Field(description="How its bills stand; while it is suspended nothing leaves")
    start_date: str
    end_date: Day
    period_end: str = Field(description="An end that is asked for today is on this day")
    monthly_cents: Cents
    monthly_dollars: Dollars
    item_count: int = Field(description="Things that are here now")
    created_at: datetime
    updated_at: datetime


class Storages(BaseModel):
    """A page of storages, newest first."""

    storages: list[ListedStorage]
    next_cursor: str = Field(description="For `cursor`; empty on the last page")


class Storage(ListedStorage):
    """A storage with all that is in it."""

    items: list[StorageItem]
    legs: list[StorageLeg]


class StoredBy(BaseModel):
    """Whose it is."""

    first_name: str
    last_name: str
    email: str
    phone: str


class StaffListedStorage(ListedStorage):
    """A storage in staff's list."""

    customer_id: str
    contact: StoredBy


class StaffStorages(BaseModel):
    """A page of storages, newest first."""

    storages: list[StaffListedStorage]
    next_cursor: str = Field(description="For `cursor`; empty on the last page")


class StorageHistoryEntry(BaseModel):
    """One thing that happened."""

    at: datetime
    actor: str
    what: str


class StaffStorage(Storage):
    """A storage as staff see it."""

    customer_id: str
    contact: StoredBy
    catalog_version: int
    version: int


class StaffStoragePage(BaseModel):
    """A storage with its history."""

    storage: StaffStorage
    history: list[StorageHistoryEntry] = Field(description="Oldest first; the newest 200")


class NewStorageItem(Sent):
    """A thing that is taken in."""

    id: UUID | None = Field(None, description="A UUID of yours: the same one is taken in once")
    kind: ItemKindWord
    label: Annotated[Text, Field(min_length=1, max_length=120)]


class NewStorage(Sent):
    """A storage for a customer; or from a booking, which says whose it is."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"booking_id": SOME_ID, "start_date": "2027-06-02", "items": [{"kind": "box", "label": "Books"}]}
            ]
        }
    )

    booking_id: UUID | None = Field(None, description="The booking that brings the things")
    customer_id: UUID | None = None
    first_name: Name | None = None
    last_name: Name | None = None
    email: Email | None = None
    phone: Phone | None = None
    start_date: CalendarDate
    items: list[NewStorageItem] = Field(default_factory=list, max_length=MOST_AT_ONCE)

    @model_validator(mode="after")
    def says_whose_it_is(self) -> Self:
        """A booking, or a customer with name, email and phone."""
        contact = (self.first_name, self.last_name, self.email, self.phone)
        if self.booking_id is None and (self.customer_id is None or None in contact):
            raise ValueError("customer_id, first_name, last_name, email and phone are required without booking_id")
        if None in contact and any(contact):
            raise ValueError("first_name, last_name, email and phone come together")
        return self


class TakenIn(Sent):
    """Things that came."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"items": [{"kind": "box", "label": "Books"}]}]})

    items: Annotated[list[NewStorageItem], Field(min_length=1, max_length=MOST_AT_ONCE)]
    taken_in_on: CalendarDate | None = Field(None, description="Today by default")


class Returned(Sent):
    """Things that left."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"item_ids": [SOME_ID]}]})

    item_ids: ItemIds
    returned_on: CalendarDate | None = Field(None, description="Today by default")


class WantedBack(Sent):
    """Things that a customer wants back."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"item_ids": [SOME_ID], "wanted_back_on": "2027-06-20"}]})

    item_ids: ItemIds
    wanted_back_on: CalendarDate | None = Field(None, description="As soon as possible by default")


class Leg(Sent):
    """A booking that brings or fetches."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"booking_id": SOME_ID, "direction": "delivery"}]})

    booking_id: UUID
    direction: DirectionWord


class NewPrice(Sent):
    """The catalogue's price, as it was shown."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"expected_monthly_cents": 15000, "reason": "New year"}]})

    expected_monthly_cents: int = Field(ge=0, le=10_000_000)
    reason: Reason


class Ending(Sent):
    """An end, on the day that was shown as `period_end`."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"expected_end_date": "2027-07-14"}]})

    expected_end_date: CalendarDate


class EndingFor(Sent):
    """An end by staff."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"reason": "Asked by phone"}]})

    reason: Reason
