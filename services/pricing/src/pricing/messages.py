"""Between the domain and the contract: the catalogue."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from totetaxi.pricing.v1 import catalog_pb2

from pricing.domain.catalog import (
    TIERS,
    Catalog,
    DemandRule,
    LocalMoves,
    MiniMovePackage,
    OrganizingService,
    ServiceArea,
    SpecialtyItem,
    SurchargeRule,
)


def service_type_value(service_type: str) -> Any:
    """`mini_move` as the contract's enum."""
    return catalog_pb2.ServiceType.Value(f"SERVICE_TYPE_{service_type.upper()}")


def service_type_name(value: catalog_pb2.ServiceType) -> str:
    """The contract's enum as `mini_move`."""
    return catalog_pb2.ServiceType.Name(value).removeprefix("SERVICE_TYPE_").lower()


def tier_value(tier: str) -> Any:
    """`petite` as the contract's enum."""
    return catalog_pb2.Tier.Value(f"TIER_{tier.upper()}")


def catalog_message(catalog: Catalog, number: int, effective_at: datetime) -> catalog_pb2.Catalog:
    """One version, as everybody sees it."""
    by_price = sorted(catalog.mini_move_packages, key=lambda package: package.base_price_cents)
    by_tier = sorted(catalog.organizing_services, key=lambda one: (TIERS.index(one.tier), not one.is_packing_service))
    message = catalog_pb2.Catalog(
        version=number,
        mini_move_packages=[package_message(package, catalog.coi_fee_cents) for package in by_price],
        organizing_services=[organizing_message(service) for service in by_tier],
        specialty_items=[item_message(i) for i in sorted(catalog.specialty_items, key=lambda item: item.price_cents)],
        standard_delivery=delivery_message(catalog),
        blade_luggage=catalog_pb2.BladeLuggage(**asdict(catalog.blade_luggage)),
        mini_storage=catalog_pb2.MiniStorage(**asdict(catalog.mini_storage)),
        surcharge_rules=[rule_message(rule) for rule in catalog.surcharge_rules],
        service_areas=[area_message(area) for area in catalog.service_areas],
        coi_fee_cents=catalog.coi_fee_cents,
        demand_rules=[demand_rule_message(rule) for rule in catalog.demand_rules],
        local_moves=local_moves_message(catalog.local_moves),
        general_terms=terms_message(catalog),
    )
    message.effective_at.FromDatetime(effective_at)
    return message


def package_message(package: MiniMovePackage, coi_fee_cents: int) -> catalog_pb2.MiniMovePackage:
    """A package, with what its certificate of insurance costs; flat, so that its members need no deep copies."""
    values: dict[str, Any] = vars(package) | {"tier": tier_value(package.tier)}
    return catalog_pb2.MiniMovePackage(coi_fee_cents=0 if package.coi_included else coi_fee_cents, **values)


def organizing_message(service: OrganizingService) -> catalog_pb2.OrganizingService:
    """Packing or unpacking."""
    values: dict[str, Any] = vars(service) | {"tier": tier_value(service.tier)}
    return catalog_pb2.OrganizingService(**values)


def item_message(item: SpecialtyItem) -> catalog_pb2.SpecialtyItem:
    """A specialty item."""
    return catalog_pb2.SpecialtyItem(**vars(item))


def delivery_message(catalog: Catalog) -> catalog_pb2.StandardDelivery:
    """The rates of standard delivery."""
    return catalog_pb2.StandardDelivery(**vars(catalog.standard_delivery))


def rule_message(rule: SurchargeRule) -> catalog_pb2.SurchargeRule:
    """A date rule: what it adds, and when."""
    dates = catalog_pb2.DateRange(first=rule.dates[0], last=rule.dates[1]) if rule.dates else None
    return catalog_pb2.SurchargeRule(
        id=rule.id,
        name=rule.name,
        surcharge_type=rule.surcharge_type,
        description=rule.description,
        basis_points=rule.basis_points,
        fixed_amount_cents=rule.fixed_amount_cents,
        service_types=service_type_values(rule.service_types),
        weekdays=sorted(rule.weekdays),
        dates=dates,
        yearly=rule.yearly or "",
        holiday=rule.holiday or "",
        overrides=sorted(rule.overrides),
    )


def service_type_values(service_types: frozenset[str]) -> list[Any]:
    """The contract's enums, in an order that is always the same."""
    return [service_type_value(service_type) for service_type in sorted(service_types)]


def demand_rule_message(rule: DemandRule) -> catalog_pb2.DemandRule:
    """A demand rule; its steps from the lowest up."""
    target: Any = catalog_pb2.DemandTarget.Value(f"DEMAND_TARGET_{rule.target.upper()}")
    steps = sorted(rule.steps, key=lambda step: step.booked_basis_points)
    values: dict[str, Any] = asdict(rule) | {"target": target, "steps": [asdict(step) for step in steps]}
    return catalog_pb2.DemandRule(**values | {"service_types": service_type_values(rule.service_types)})


def local_moves_message(rates: LocalMoves) -> catalog_pb2.LocalMoves:
    """The rates of moves by the hour."""
    values: dict[str, Any] = asdict(rates) | {"zones": sorted(rates.zones)}
    return catalog_pb2.LocalMoves(**values)


def area_message(area: ServiceArea) -> catalog_pb2.ServiceArea:
    """A service area with its ZIP codes."""
    return catalog_pb2.ServiceArea(**asdict(area))


def terms_message(catalog: Catalog) -> catalog_pb2.GeneralTerms:
    """Rates and options that belong to no single service."""
    return catalog_pb2.GeneralTerms(
        coi_fee_cents=catalog.coi_fee_cents,
        organizing_tax_basis_points=catalog.organizing_tax_basis_points,
        credit_earned_basis_points=catalog.credit_earned_basis_points,
        next_day_cutoff_hour=catalog.next_day_cutoff_hour,
    )
