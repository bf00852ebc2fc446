"""Between the domain and the contract: the catalogue."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from totetaxi.pricing.v1 import catalog_pb2

from pricing.domain.catalog import Catalog, MiniMovePackage, OrganizingService, SpecialtyItem, SurchargeRule


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
    message = catalog_pb2.Catalog(
        version=number,
        mini_move_packages=[package_message(package, catalog.coi_fee_cents) for package in by_price],
        organizing_services=[organizing_message(service) for service in catalog.organizing_services],
        specialty_items=[item_message(i) for i in sorted(catalog.specialty_items, key=lambda item: item.price_cents)],
        standard_delivery=delivery_message(catalog),
        blade_luggage=catalog_pb2.BladeLuggage(**asdict(catalog.blade_luggage)),
        mini_storage=catalog_pb2.MiniStorage(**asdict(catalog.mini_storage)),
        surcharge_rules=[rule_message(rule) for rule in catalog.surcharge_rules],
        service_areas=[catalog_pb2.ServiceArea(**asdict(area)) for area in catalog.service_areas],
        coi_fee_cents=catalog.coi_fee_cents,
    )
    message.effective_at.FromDatetime(effective_at)
    return message


def package_message(package: MiniMovePackage, coi_fee_cents: int) -> catalog_pb2.MiniMovePackage:
    """A package, with what its certificate of insurance costs."""
    values: dict[str, Any] = asdict(package) | {"tier": tier_value(package.tier)}
    return catalog_pb2.MiniMovePackage(coi_fee_cents=0 if package.coi_included else coi_fee_cents, **values)


def organizing_message(service: OrganizingService) -> catalog_pb2.OrganizingService:
    """Packing or unpacking."""
    values: dict[str, Any] = asdict(service) | {"tier": tier_value(service.tier)}
    return catalog_pb2.OrganizingService(**values)


def item_message(item: SpecialtyItem) -> catalog_pb2.SpecialtyItem:
    """A specialty item."""
    return catalog_pb2.SpecialtyItem(**asdict(item))


def delivery_message(catalog: Catalog) -> catalog_pb2.StandardDelivery:
    """The rates of standard delivery."""
    return catalog_pb2.StandardDelivery(**asdict(catalog.standard_delivery))


def rule_message(rule: SurchargeRule) -> catalog_pb2.SurchargeRule:
    """A date rule as a calendar shows it."""
    return catalog_pb2.SurchargeRule(
        id=rule.id,
        name=rule.name,
        surcharge_type=rule.surcharge_type,
        description=rule.description,
        basis_points=rule.basis_points,
        fixed_amount_cents=rule.fixed_amount_cents,
        service_types=[service_type_value(service_type) for service_type in sorted(rule.service_types)],
    )
