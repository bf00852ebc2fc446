"""The catalogue as clients see it."""

from __future__ import annotations

from pydantic import BaseModel, Field

from gateway.schemas.catalogue_terms import DemandRule, LocalMoves, Options, ServiceArea, SurchargeRule
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
    one_hour_window_dollars: Dollars | None = Field(
        description="For a pickup within one hour; null where that isn't offered, zero where it is included"
    )


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
    maximum_items: int
    minimum_charge_dollars: Dollars
    same_day_flat_rate_dollars: Dollars
    max_weight_per_item_lbs: int
    same_day_cutoff_hour: int = Field(description="Hour in New York after which same-day delivery is refused")
    allows_specialty_items: bool = Field(description="Whether specialty items may ride along, each at its price")


class BladeLuggage(BaseModel):
    """Luggage between Manhattan and an airport."""

    base_price_dollars: Dollars
    included_bags: int
    price_per_additional_bag_dollars: Dollars
    maximum_bags: int
    expedited_fee_dollars: Dollars
    airports: list[str]
    terminals: dict[str, list[str]] = Field(
        description="By airport; one that is not here has no terminals to choose from", examples=[{"JFK": ["1", "4"]}]
    )


class MiniStorage(BaseModel):
    """Storage by the month."""

    price_per_month_dollars: Dollars
    maximum_months: int


class Services(BaseModel):
    """Everything we sell."""

    catalog_version: int
    mini_move_packages: list[MiniMovePackage]
    organizing_services: list[OrganizingService]
    specialty_items: list[SpecialtyItem]
    standard_delivery: StandardDelivery
    blade_luggage: BladeLuggage
    mini_storage: MiniStorage
    local_moves: LocalMoves | None = Field(description="null where every move has a package's price")
    surcharge_rules: list[SurchargeRule]
    demand_rules: list[DemandRule] = Field(description="Empty while prices don't follow demand")
    service_areas: list[ServiceArea]
    coi_fee_dollars: Dollars
    options: Options
