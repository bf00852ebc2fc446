"""What a price is asked for, and how it is answered.

Answers are plain dataclasses: they are made of what pricing computed, many times a second, and need no second check.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Field

from gateway.schemas.members import CalendarDate, Dollars, Sent, Text

ServiceTypeWord = Literal["mini_move", "standard_delivery", "specialty_item", "blade_luggage", "mini_storage"]
LINE_KINDS = (
    "Which roll-up it counts in: base, date_surcharge, geographic_surcharge, demand, coi, organizing, option, tax, "
    "discount or credit"
)
ZIP_CODE = r"^[0-9]{5}(-[0-9]{4})?$"


def must_be_a_zip_code(text: str) -> str:
    """Refuses what is no ZIP code, in words that can be read aloud."""
    if not re.fullmatch(ZIP_CODE, text):
        raise ValueError("must be a ZIP code: five digits such as 10001, or nine such as 10001-1234")
    return text


ZipCode = Annotated[
    str, AfterValidator(must_be_a_zip_code), Field(examples=["10001"], json_schema_extra={"pattern": ZIP_CODE})
]
Count = Annotated[int, Field(ge=0, le=1000)]


class ServiceMembers(Sent):
    """What the customer wants to have done; members of another service type are refused."""

    service_type: ServiceTypeWord
    pickup_date: CalendarDate
    coi_required: bool = Field(False, description="A certificate of insurance for the building")
    mini_move_package_id: Text | None = Field(None, max_length=64, description="Mini moves: the package")
    include_packing: bool = Field(False, description="Mini moves")
    include_unpacking: bool = Field(False, description="Mini moves")
    estimated_hours: Decimal | None = Field(None, gt=0, le=24, description="Mini moves inside the Hamptons")
    standard_delivery_item_count: Count | None = Field(None, description="Standard deliveries")
    is_same_day_delivery: bool = Field(False, description="Standard deliveries")
    specialty_item_ids: list[Annotated[Text, Field(max_length=64)]] = Field(
        [], max_length=50, description="Specialty items; the same id twice means two of it"
    )
    bag_count: Count | None = Field(None, description="Airport luggage")
    airport: Text | None = Field(None, max_length=3, description="Airport luggage: its IATA code", examples=["JFK"])
    is_expedited: bool = Field(False, description="Airport luggage")
    months: Count | None = Field(None, description="Storage")
    pickup_zip_code: ZipCode | None = None
    delivery_zip_code: ZipCode | None = None
    promotion_code: Text | None = Field(None, max_length=40, description="A discount code", examples=["SUMMER-15"])
    use_credit: bool = Field(False, description="Spend the signed-in customer's credit on it")
    one_hour_window: bool = Field(False, description="Mini moves: pickup within one hour, where the package offers it")
    airport_terminal: Text | None = Field(
        None, max_length=8, description="Airport luggage: one of the airport's terminals", examples=["4"]
    )


class PreviewRequest(ServiceMembers):
    """What to price."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"service_type": "standard_delivery", "pickup_date": "2027-06-02", "standard_delivery_item_count": 4},
            ]
        }
    )


@dataclass(slots=True)
class Pricing:
    """The roll-ups; `surcharge_dollars` is by date and by geography together. The total is the sum of all others."""

    base_price_dollars: Dollars
    surcharge_dollars: Dollars
    geographic_surcharge_dollars: Annotated[Dollars, Field(description="The part of it that addresses add")]
    demand_dollars: Annotated[Dollars, Field(description="What the day's demand adds or takes off")]
    coi_fee_dollars: Dollars
    organizing_total_dollars: Dollars
    option_dollars: Annotated[Dollars, Field(description="Options such as a pickup within one hour")]
    tax_dollars: Dollars
    discount_dollars: Annotated[Dollars, Field(description="What a discount code takes off; zero or negative")]
    credit_dollars: Annotated[Dollars, Field(description="Credit that is spent; zero or negative")]
    total_price_dollars: Dollars


@dataclass(slots=True)
class PriceLine:
    """One line; the total is their sum and nothing else."""

    code: str
    kind: Annotated[str, Field(description=LINE_KINDS, examples=["base"])]
    label: str
    quantity: int
    unit_amount_cents: int
    amount_cents: int
    amount_dollars: Dollars
    reason: str


@dataclass(slots=True)
class Surcharge:
    """Why a day or an address costs more."""

    name: str
    amount_dollars: Dollars
    reason: str


@dataclass(slots=True)
class OrganizingDetail:
    """Organizing that is part of the price."""

    service: Annotated[str, Field(examples=["packing"])]
    name: str
    price_dollars: Dollars
    duration_hours: int
    organizer_count: int
    supplies_allowance_dollars: Dollars


@dataclass(slots=True)
class SpecialtyDetail:
    """A specialty item that is part of the price."""

    name: str
    price_dollars: Dollars


@dataclass(slots=True)
class Details:
    """What the price is made of; only the members of its service type are there."""

    package_name: str | None = None
    package_tier: str | None = None
    coi_required: bool | None = None
    organizing_services: list[OrganizingDetail] | None = None
    item_count: int | None = None
    is_same_day: bool | None = None
    per_item_rate: Dollars | None = None
    minimum_charge: Dollars | None = None
    specialty_items: list[SpecialtyDetail] | None = None
    bag_count: int | None = None
    airport: str | None = None
    airport_terminal: str | None = None
    is_expedited: bool | None = None
    months: int | None = None
    one_hour_window: bool | None = None
    promotion_code: str | None = None
    surcharges: list[Surcharge] | None = None


@dataclass(slots=True)
class Preview:
    """A price that holds until `expires_at` for a booking that names `quote_id`."""

    service_type: str
    pickup_date: str
    pricing: Pricing
    details: Details
    lines: list[PriceLine]
    quote_id: str
    expires_at: datetime
    catalog_version: int
