"""The catalogue as staff keep it: every item and rule with its own members, in cents and basis points.

Bounds here keep numbers and texts to what can be stored; whether they make a good catalogue is for pricing to say.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from gateway.schemas.members import Reason, Sent, must_be_plain_text
from gateway.schemas.prices import ServiceTypeWord

TierWord = Literal["petite", "standard", "full"]

WholeNumber = Annotated[int, Field(ge=0, le=1_000_000_000)]
Amount = Annotated[int, Field(ge=0, le=1_000_000_000, description="US cents", examples=[99500])]
BasisPoints = Annotated[int, Field(ge=-1_000_000, le=1_000_000, description="Basis points: 1500 is 15 %")]
Key = Annotated[str, Field(max_length=64)]
Name = Annotated[str, Field(max_length=200)]
Words = Annotated[str, Field(max_length=2000)]
ServiceTypes = Annotated[list[ServiceTypeWord], Field(max_length=10)]


class Entry(BaseModel):
    """One item or rule; members we don't know are refused, and so is a number that came as text."""

    model_config = ConfigDict(extra="forbid", strict=True)


class EntryChange(Sent):
    """One entry as it is to be, and why."""

    entry: Entry
    reason: Reason

    @field_validator("entry", mode="before")
    @classmethod
    def texts_are_plain(cls, entry: Any) -> Any:
        """Refuses control characters, wherever they stand; what was stored before is shown as it is."""
        texts = [value for value in entry.values() if isinstance(value, str)] if isinstance(entry, dict) else []
        for text in texts:
            must_be_plain_text(text)
        return entry


class PackageEntry(Entry):
    """A mini move package."""

    id: Key | None = Field(None, description="Its key; may be left out where the path has it")
    tier: TierWord
    name: Name
    description: Words
    base_price_cents: Amount
    max_items: WholeNumber | None = Field(None, description="Items under 50 lb each; null means unlimited")
    coi_included: bool
    is_most_popular: bool
    priority_scheduling: bool
    protective_wrapping: bool
    one_hour_window_cents: Amount | None = Field(
        None, description="For a pickup within one hour; null where that isn't offered, zero where it is included"
    )


class OrganizingEntry(Entry):
    """Packing or unpacking, sold with a mini move of the same tier."""

    id: Key | None = Field(None, description="Its key; may be left out where the path has it")
    tier: TierWord
    name: Name
    description: Words
    price_cents: Amount
    duration_hours: WholeNumber
    organizer_count: WholeNumber
    supplies_allowance_cents: Amount
    is_packing_service: bool


class SpecialtyItemEntry(Entry):
    """One thing that needs special handling."""

    id: Key | None = Field(None, description="Its key; may be left out where the path has it")
    item_type: Key = Field(examples=["surfboard"])
    name: Name
    description: Words
    price_cents: Amount
    requires_van_schedule: bool
    special_handling: bool


class StandardDeliveryEntry(Entry):
    """The rates of single items."""

    price_per_item_cents: Amount
    minimum_items: WholeNumber
    minimum_charge_cents: Amount
    same_day_flat_rate_cents: Amount
    max_weight_per_item_pounds: WholeNumber
    same_day_cutoff_hour: WholeNumber = Field(description="Hour in New York, 0 to 23")
    maximum_items: WholeNumber
    allows_specialty_items: bool = Field(False, description="Whether specialty items may ride along")


class AirportTerminalsEntry(Entry):
    """The terminals of one airport."""

    airport: Key = Field(examples=["JFK"])
    terminals: list[Key] = Field(max_length=30)


class BladeLuggageEntry(Entry):
    """The rates of airport luggage."""

    base_price_cents: Amount
    included_bags: WholeNumber
    price_per_additional_bag_cents: Amount
    maximum_bags: WholeNumber
    expedited_fee_cents: Amount
    airports: list[Key] = Field(max_length=20)
    terminals: list[AirportTerminalsEntry] = Field([], max_length=20)


class MiniStorageEntry(Entry):
    """The rates of storage."""

    price_per_month_cents: Amount
    maximum_months: WholeNumber


class LocalMovesEntry(Entry):
    """Moves with both ends in these zones are billed by the hour."""

    zones: list[Key] = Field(max_length=50)
    price_per_hour_cents: Amount
    minimum_hours: WholeNumber


class ServiceAreaEntry(Entry):
    """A part of the country we serve."""

    zone: Key | None = Field(None, description="Its key; may be left out where the path has it")
    name: Name
    surcharge_cents: Amount
    zip_codes: list[Key] = Field(max_length=5000)


class GeneralTermsEntry(Entry):
    """Rates and options that belong to no single service; an option at zero, or null, is off."""

    coi_fee_cents: Amount
    organizing_tax_basis_points: BasisPoints = 0
    credit_earned_basis_points: BasisPoints = 0
    next_day_cutoff_hour: WholeNumber | None = Field(None, description="Hour in New York, 0 to 23")
