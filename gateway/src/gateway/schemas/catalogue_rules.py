"""The rules of the catalogue as staff keep them: what a date costs more, and what demand does to a price."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from gateway.schemas.catalogue_entries import (
    Amount,
    BasisPoints,
    BladeLuggageEntry,
    Entry,
    GeneralTermsEntry,
    Key,
    LocalMovesEntry,
    MiniStorageEntry,
    Name,
    OrganizingEntry,
    PackageEntry,
    ServiceAreaEntry,
    ServiceTypes,
    SpecialtyItemEntry,
    StandardDeliveryEntry,
    WholeNumber,
    Words,
)


class DatesEntry(Entry):
    """A range of calendar dates in New York."""

    first: Key = Field(examples=["2027-09-13"])
    last: Key = Field(description="Inclusive", examples=["2027-09-21"])


class SurchargeRuleEntry(Entry):
    """What a date adds to the base price; one of `weekdays`, `dates`, `yearly` and `holiday` says when."""

    id: Key | None = Field(None, description="Its key; may be left out where the path has it")
    name: Name
    surcharge_type: Key = Field(examples=["weekend"])
    description: Words
    basis_points: BasisPoints = Field(0, description="Of the base price; zero when the amount is fixed")
    fixed_amount_cents: Amount = 0
    service_types: ServiceTypes
    weekdays: list[WholeNumber] = Field([], max_length=7, description="Monday is 0")
    dates: DatesEntry | None = None
    yearly: Key = Field("", description="Every year on this day", examples=["07-04"])
    holiday: Name = Field("", description="Every year on this holiday of the United States", examples=["Labor Day"])
    overrides: list[Key] = Field([], max_length=200, description="Ids of rules that don't hold where this one does")


class DemandStepEntry(Entry):
    """How a demand rule answers to one level of demand."""

    booked_basis_points: WholeNumber = Field(description="From this share of the day's places on")
    adjustment_basis_points: BasisPoints


class DemandRuleEntry(Entry):
    """What the day's demand does to a price."""

    id: Key | None = Field(None, description="Its key; may be left out where the path has it")
    name: Name
    description: Words
    target: Literal["base", "organizing"]
    service_types: ServiceTypes
    daily_capacity: WholeNumber = Field(description="Bookings that fill a day")
    steps: list[DemandStepEntry] = Field(max_length=50, description="The highest one reached holds")
    floor_basis_points: BasisPoints
    ceiling_basis_points: BasisPoints


AnyEntry = (
    PackageEntry
    | OrganizingEntry
    | SpecialtyItemEntry
    | StandardDeliveryEntry
    | BladeLuggageEntry
    | MiniStorageEntry
    | LocalMovesEntry
    | SurchargeRuleEntry
    | DemandRuleEntry
    | ServiceAreaEntry
    | GeneralTermsEntry
)
