"""The catalogue as clients see it."""

from __future__ import annotations

from pydantic import BaseModel, Field

from gateway.schemas.members import Dollars


class MiniMovePackage(BaseModel):
    """A mini move package."""

    id: str
    package_type: str = Field(examples=["petite"])
    name: str
    description: str
    base_price_dollars: Dollars
    max_items: int | None = Field(description="null means unlimited")
    coi_included: bool
    coi_fee_dollars: Dollars
    is_most_popular: bool
    priority_scheduling: bool
    protective_wrapping: bool


class OrganizingService(BaseModel):
    """Packing or unpacking by professional organizers."""

    id: str
    service_type: str = Field(examples=["petite_packing"])
    mini_move_tier: str = Field(examples=["petite"])
    name: str
    description: str
    price_dollars: Dollars
    duration_hours: int
    organizer_count: int
    supplies_allowance_dollars: Dollars
    is_packing_service: bool


class OrganizingOptions(BaseModel):
    """What goes with one tier."""

    packing: OrganizingService | None
    unpacking: OrganizingService | None


class PackageWithOrganizing(MiniMovePackage):
    """A package and its organizing."""

    organizing_options: OrganizingOptions


class PackagesWithOrganizing(BaseModel):
    """All packages, each with its organizing."""

    mini_moves_with_organizing: list[PackageWithOrganizing]


class OrganizingByTier(BaseModel):
    """Organizing by the tier it goes with."""

    petite: OrganizingOptions
    standard: OrganizingOptions
    full: OrganizingOptions


class SpecialtyItem(BaseModel):
    """One thing that needs special handling."""

    id: str
    item_type: str = Field(examples=["surfboard"])
    name: str
    description: str
    price_dollars: Dollars
    requires_van_schedule: bool
    special_handling: bool


class StandardDelivery(BaseModel):
    """Delivery of single items."""

    price_per_item_dollars: Dollars
    minimum_items: int
    minimum_charge_dollars: Dollars
    same_day_flat_rate_dollars: Dollars
    max_weight_per_item_lbs: int
    same_day_cutoff_hour: int = Field(description="Hour in New York after which same-day delivery is refused")


class BladeLuggage(BaseModel):
    """Luggage between Manhattan and an airport."""

    base_price_dollars: Dollars
    included_bags: int
    price_per_additional_bag_dollars: Dollars
    maximum_bags: int
    expedited_fee_dollars: Dollars
    airports: list[str]


class MiniStorage(BaseModel):
    """Storage by the month."""

    price_per_month_dollars: Dollars
    maximum_months: int


class SurchargeRule(BaseModel):
    """What costs more on some days."""

    id: str
    name: str
    surcharge_type: str = Field(examples=["weekend"])
    description: str
    percentage: float | None = Field(description="Per cent of the base price; null when the amount is fixed")
    fixed_amount_dollars: Dollars | None
    service_types: list[str]


class ServiceArea(BaseModel):
    """A part of the country we serve."""

    zone: str = Field(examples=["hamptons"])
    name: str
    surcharge_dollars: Dollars
    zip_codes: list[str]


class Services(BaseModel):
    """Everything we sell."""

    catalog_version: int
    mini_move_packages: list[MiniMovePackage]
    organizing_services: list[OrganizingService]
    specialty_items: list[SpecialtyItem]
    standard_delivery: StandardDelivery
    blade_luggage: BladeLuggage
    mini_storage: MiniStorage
    surcharge_rules: list[SurchargeRule]
    service_areas: list[ServiceArea]
    coi_fee_dollars: Dollars
