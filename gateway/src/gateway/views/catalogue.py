"""The catalogue's answers."""

from __future__ import annotations

from totetaxi.pricing.v1 import catalog_pb2 as message

from gateway.schemas import catalogue as schema
from gateway.views import catalogue_terms as terms
from gateway.views.words import dollars, tier_word


def services(catalogue: message.Catalog) -> schema.Services:
    """GET /api/public/services/."""
    return schema.Services(
        catalog_version=catalogue.version,
        mini_move_packages=[package(each) for each in catalogue.mini_move_packages],
        organizing_services=[organizing(each) for each in catalogue.organizing_services],
        specialty_items=[specialty_item(each) for each in sorted(catalogue.specialty_items, key=kind_of)],
        standard_delivery=standard_delivery(catalogue.standard_delivery),
        blade_luggage=blade_luggage(catalogue.blade_luggage),
        mini_storage=mini_storage(catalogue.mini_storage),
        local_moves=terms.local_moves(catalogue.local_moves) if catalogue.HasField("local_moves") else None,
        surcharge_rules=[terms.surcharge_rule(each) for each in catalogue.surcharge_rules],
        demand_rules=[terms.demand_rule(each) for each in catalogue.demand_rules],
        service_areas=[terms.service_area(each) for each in catalogue.service_areas],
        coi_fee_dollars=dollars(catalogue.coi_fee_cents),
        options=terms.options(catalogue.general_terms),
    )


def packages_with_organizing(catalogue: message.Catalog) -> schema.PackagesWithOrganizing:
    """GET /api/public/services/mini-moves-with-organizing/."""
    found = [
        schema.PackageWithOrganizing(**dict(package(each)), organizing_options=options_for(catalogue, each.tier))
        for each in catalogue.mini_move_packages
    ]
    return schema.PackagesWithOrganizing(mini_moves_with_organizing=found)


def organizing_by_tier(catalogue: message.Catalog) -> schema.OrganizingByTier:
    """GET /api/public/services/organizing-by-tier/."""
    return schema.OrganizingByTier(
        petite=options_for(catalogue, message.TIER_PETITE),
        standard=options_for(catalogue, message.TIER_STANDARD),
        full=options_for(catalogue, message.TIER_FULL),
    )


def options_for(catalogue: message.Catalog, tier: message.Tier) -> schema.OrganizingOptions:
    """Packing and unpacking of one tier."""
    of_tier = [each for each in catalogue.organizing_services if each.tier == tier]
    return schema.OrganizingOptions(
        packing=next((organizing(each) for each in of_tier if each.is_packing_service), None),
        unpacking=next((organizing(each) for each in of_tier if not each.is_packing_service), None),
    )


def package(each: message.MiniMovePackage) -> schema.MiniMovePackage:
    """One package."""
    return schema.MiniMovePackage(
        id=each.id,
        package_type=tier_word(each.tier),
        name=each.name,
        description=each.description,
        base_price_dollars=dollars(each.base_price_cents),
        max_items=each.max_items if each.HasField("max_items") else None,
        coi_included=each.coi_included,
        coi_fee_dollars=dollars(each.coi_fee_cents),
        is_most_popular=each.is_most_popular,
        priority_scheduling=each.priority_scheduling,
        protective_wrapping=each.protective_wrapping,
        one_hour_window_dollars=dollars(each.one_hour_window_cents) if each.HasField("one_hour_window_cents") else None,
    )


def organizing_word(each: message.OrganizingService) -> str:
    """`packing` or `unpacking`."""
    return "packing" if each.is_packing_service else "unpacking"


def organizing(each: message.OrganizingService) -> schema.OrganizingService:
    """One organizing service."""
    tier = tier_word(each.tier)
    return schema.OrganizingService(
        id=each.id,
        service_type=f"{tier}_{organizing_word(each)}",
        mini_move_tier=tier,
        name=each.name,
        description=each.description,
        price_dollars=dollars(each.price_cents),
        duration_hours=each.duration_hours,
        organizer_count=each.organizer_count,
        supplies_allowance_dollars=dollars(each.supplies_allowance_cents),
        is_packing_service=each.is_packing_service,
    )


def kind_of(each: message.SpecialtyItem) -> str:
    """Existing clients list specialty items by kind, crib first."""
    return each.item_type


def specialty_item(each: message.SpecialtyItem) -> schema.SpecialtyItem:
    """One specialty item."""
    return schema.SpecialtyItem(
        id=each.id,
        item_type=each.item_type,
        name=each.name,
        description=each.description,
        price_dollars=dollars(each.price_cents),
        requires_van_schedule=each.requires_van_schedule,
        special_handling=each.special_handling,
    )


def standard_delivery(each: message.StandardDelivery) -> schema.StandardDelivery:
    """The rates of single items."""
    return schema.StandardDelivery(
        price_per_item_dollars=dollars(each.price_per_item_cents),
        minimum_items=each.minimum_items,
        maximum_items=each.maximum_items,
        minimum_charge_dollars=dollars(each.minimum_charge_cents),
        same_day_flat_rate_dollars=dollars(each.same_day_flat_rate_cents),
        max_weight_per_item_lbs=each.max_weight_per_item_pounds,
        same_day_cutoff_hour=each.same_day_cutoff_hour,
        allows_specialty_items=each.allows_specialty_items,
    )


def blade_luggage(each: message.BladeLuggage) -> schema.BladeLuggage:
    """The rates of airport luggage."""
    return schema.BladeLuggage(
        base_price_dollars=dollars(each.base_price_cents),
        included_bags=each.included_bags,
        price_per_additional_bag_dollars=dollars(each.price_per_additional_bag_cents),
        maximum_bags=each.maximum_bags,
        expedited_fee_dollars=dollars(each.expedited_fee_cents),
        airports=list(each.airports),
        terminals={of.airport: list(of.terminals) for of in each.terminals},
    )


def mini_storage(each: message.MiniStorage) -> schema.MiniStorage:
    """The rates of storage."""
    return schema.MiniStorage(
        price_per_month_dollars=dollars(each.price_per_month_cents), maximum_months=each.maximum_months
    )
