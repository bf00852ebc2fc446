"""What holds for many services, as clients see it: rules of date and demand, areas, options."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from gateway.schemas.members import Dollars

Percentage = float


class SurchargeDays(BaseModel):
    """The days a rule holds on, in New York; the one member that is not null says which."""

    weekdays: list[int] | None = Field(description="Days of the week; Monday is 0", examples=[[5, 6]])
    first_date: str | None = Field(description="With `last_date`: a range of dates", examples=["2026-09-14"])
    last_date: str | None = Field(description="Inclusive", examples=["2026-09-22"])
    yearly: str | None = Field(description="Every year on this day", examples=["07-04"])
    holiday: str | None = Field(description="Every year on this US holiday", examples=["Labor Day"])


class SurchargeRule(BaseModel):
    """What costs more on some days."""

    id: str
    name: str
    surcharge_type: str = Field(examples=["weekend"])
    description: str
    percentage: Percentage | None = Field(description="Per cent of the base price; null when the amount is fixed")
    fixed_amount_dollars: Dollars | None
    service_types: list[str]
    when: SurchargeDays
    overrides: list[str] = Field(description="Ids of rules that don't hold where this one does")


class DemandStep(BaseModel):
    """From how full a day on, and what then."""

    booked_percentage: Percentage = Field(examples=[80.0])
    adjustment_percentage: Percentage = Field(description="Negative makes it cheaper", examples=[10.0])


class DemandRule(BaseModel):
    """What the day's demand does to a price; always a line of its own."""

    id: str
    name: str
    description: str
    target: Literal["base", "organizing"]
    service_types: list[str]
    steps: list[DemandStep] = Field(description="The highest one reached holds")
    floor_percentage: Percentage
    ceiling_percentage: Percentage


class LocalMoves(BaseModel):
    """Moves with both ends in these zones are billed by the begun hour."""

    zones: list[str] = Field(examples=[["hamptons", "hamptons_east"]])
    price_per_hour_dollars: Dollars
    minimum_hours: int


class ServiceArea(BaseModel):
    """A part of the country we serve."""

    zone: str = Field(examples=["hamptons"])
    name: str
    surcharge_dollars: Dollars = Field(description="What an address there adds")
    zip_codes: list[str]


class ServiceAreaOfZip(BaseModel):
    """Where a ZIP code belongs."""

    zip_code: str = Field(examples=["11937"])
    zone: str = Field(examples=["hamptons"])
    name: str
    surcharge_dollars: Dollars = Field(description="What an address there adds")
    is_local_move_area: bool = Field(description="Whether moves with both ends in such areas are billed by the hour")


class Options(BaseModel):
    """What belongs to no single service; an option at zero, or null, is off."""

    organizing_tax_percentage: Percentage = Field(description="Sales tax on organizing")
    credit_earned_percentage: Percentage = Field(description="Of a paid base price, what a customer earns as credit")
    next_day_cutoff_hour: int | None = Field(description="Hour in New York from which tomorrow can't be booked")
