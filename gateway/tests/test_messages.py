"""Messages as plain values, and back."""

from contract_messages import NOON, timestamp
from gateway.views.messages import message_of, plain
from totetaxi.pricing.v1 import catalog_pb2, catalog_service_pb2


def test_enumerations_are_words_and_what_is_absent_is_none() -> None:
    shown = plain(catalog_pb2.MiniMovePackage(tier=catalog_pb2.TIER_FULL, base_price_cents=249_000))
    assert (shown["tier"], shown["base_price_cents"], shown["max_items"]) == ("full", 249_000, None)
    assert plain(catalog_pb2.MiniMovePackage())["tier"] is None


def test_instants_are_utc_and_messages_go_all_the_way_down() -> None:
    shown = plain(
        catalog_service_pb2.GetCatalogVersionResponse(
            version=catalog_service_pb2.CatalogVersion(effective_at=timestamp(NOON)),
            catalog=catalog_pb2.Catalog(surcharge_rules=[catalog_pb2.SurchargeRule(weekdays=[5, 6])]),
        )
    )
    assert shown["version"]["effective_at"] == NOON
    assert shown["catalog"]["surcharge_rules"][0]["weekdays"] == [5, 6]
    assert shown["catalog"]["surcharge_rules"][0]["dates"] is None


def test_words_find_their_way_back() -> None:
    rule = catalog_pb2.DemandRule(
        target=catalog_pb2.DEMAND_TARGET_ORGANIZING,
        service_types=[catalog_pb2.SERVICE_TYPE_MINI_MOVE, catalog_pb2.SERVICE_TYPE_B2B_POPUP],
        steps=[catalog_pb2.DemandStep(booked_basis_points=1)],
    )
    assert message_of(catalog_pb2.DemandRule, plain(rule)) == rule
