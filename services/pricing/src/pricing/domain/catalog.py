"""The catalogue: everything a price is made from, as one immutable version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from pricing.domain.calendar import SurchargeCalendar

TIERS = ("petite", "standard", "full")


@dataclass(frozen=True)
class MiniMovePackage:
    """A mini move of one tier; amounts in USD cents."""

    id: str
    tier: str
    name: str
    description: str
    base_price_cents: int
    max_items: int | None
    coi_included: bool
    is_most_popular: bool
    priority_scheduling: bool
    protective_wrapping: bool
    one_hour_window_cents: int | None = None
    """What a pickup within one hour adds; None where it isn't offered."""


@dataclass(frozen=True)
class OrganizingService:
    """Packing or unpacking that goes with a mini move of one tier; amounts in USD cents."""

    id: str
    tier: str
    name: str
    description: str
    price_cents: int
    duration_hours: int
    organizer_count: int
    supplies_allowance_cents: int
    is_packing_service: bool


@dataclass(frozen=True)
class SpecialtyItem:
    """A thing that needs special handling; USD cents each."""

    id: str
    item_type: str
    name: str
    description: str
    price_cents: int
    requires_van_schedule: bool
    special_handling: bool


@dataclass(frozen=True)
class StandardDelivery:
    """Rates of single items; USD cents, pounds, hour of the New York day."""

    price_per_item_cents: int
    minimum_items: int
    minimum_charge_cents: int
    same_day_flat_rate_cents: int
    max_weight_per_item_pounds: int
    same_day_cutoff_hour: int
    maximum_items: int
    allows_specialty_items: bool = False


@dataclass(frozen=True)
class AirportTerminals:
    """The terminals of one airport (IATA code) that we serve."""

    airport: str
    terminals: tuple[str, ...]


@dataclass(frozen=True)
class BladeLuggage:
    """Rates of luggage to and from an airport; USD cents."""

    base_price_cents: int
    included_bags: int
    price_per_additional_bag_cents: int
    maximum_bags: int
    expedited_fee_cents: int
    airports: tuple[str, ...]
    terminals: tuple[AirportTerminals, ...] = ()


@dataclass(frozen=True)
class MiniStorage:
    """Rates of storage; USD cents."""

    price_per_month_cents: int
    maximum_months: int


@dataclass(frozen=True)
class LocalMoves:
    """Moves inside the Hamptons are billed by the hour; USD cents."""

    zones: frozenset[str]
    price_per_hour_cents: int
    minimum_hours: int


@dataclass(frozen=True)
class SurchargeRule:
    """A rule that adds to the base line on the days it matches; basis points of it, or fixed USD cents.

    Exactly one of the four ways to say when is given: `weekdays` (Monday is 0), `dates` (ISO, first and last day),
    `yearly` (MM-DD) or `holiday` (its name in the `holidays` package, United States).
    """

    id: str
    name: str
    surcharge_type: str
    description: str
    basis_points: int
    fixed_amount_cents: int
    service_types: frozenset[str]
    weekdays: frozenset[int] = frozenset()
    dates: tuple[str, str] | None = None
    yearly: str | None = None
    holiday: str | None = None
    overrides: frozenset[str] = frozenset()


@dataclass(frozen=True)
class DemandStep:
    """From this share of a day's places on, this adjustment; both in basis points."""

    booked_basis_points: int
    adjustment_basis_points: int


@dataclass(frozen=True)
class DemandRule:
    """A rule that adjusts base or organizing by how much of the pickup day is booked; basis points."""

    id: str
    name: str
    description: str
    target: str
    """`base` or `organizing`."""
    service_types: frozenset[str]
    daily_capacity: int
    """Bookings that fill a day."""
    steps: tuple[DemandStep, ...]
    """The highest one reached holds."""
    floor_basis_points: int
    ceiling_basis_points: int


@dataclass(frozen=True)
class ServiceArea:
    """A part of the country we serve; USD cents that an address there adds."""

    zone: str
    name: str
    surcharge_cents: int
    zip_codes: tuple[str, ...]


@dataclass(frozen=True)
class Catalog:
    """One version of everything; the options at the end are off unless staff switch them on."""

    mini_move_packages: tuple[MiniMovePackage, ...]
    organizing_services: tuple[OrganizingService, ...]
    specialty_items: tuple[SpecialtyItem, ...]
    standard_delivery: StandardDelivery
    blade_luggage: BladeLuggage
    mini_storage: MiniStorage
    local_moves: LocalMoves
    surcharge_rules: tuple[SurchargeRule, ...]
    service_areas: tuple[ServiceArea, ...]
    coi_fee_cents: int
    demand_rules: tuple[DemandRule, ...] = ()
    organizing_tax_basis_points: int = 0
    credit_earned_basis_points: int = 0
    """Of a paid base price, what a customer earns as credit."""
    next_day_cutoff_hour: int | None = None
    """Hour of the New York day from which nothing can be booked for tomorrow."""

    @cached_property
    def packages(self) -> Mapping[str, MiniMovePackage]:
        """By id."""
        return {package.id: package for package in self.mini_move_packages}

    @cached_property
    def items(self) -> Mapping[str, SpecialtyItem]:
        """By id."""
        return {item.id: item for item in self.specialty_items}

    @cached_property
    def organizing(self) -> Mapping[tuple[str, bool], OrganizingService]:
        """By tier and whether it is packing."""
        return {(service.tier, service.is_packing_service): service for service in self.organizing_services}

    @cached_property
    def areas(self) -> Mapping[str, ServiceArea]:
        """By ZIP code."""
        return {zip_code: area for area in self.service_areas for zip_code in area.zip_codes}

    @cached_property
    def calendar(self) -> SurchargeCalendar:
        """Which date rules hold on which day."""
        return SurchargeCalendar(self.surcharge_rules)
