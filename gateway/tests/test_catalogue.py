"""What we sell, over REST."""

import asyncio
from typing import Any

import pytest
from chassis.refusal import Unavailable
from contract_messages import PACKING, catalogue
from prometheus_client import REGISTRY
from totetaxi.pricing.v1 import catalog_pb2

PATHS = [
    "/api/public/services/",
    "/api/public/services/mini-moves-with-organizing/",
    "/api/public/services/organizing-by-tier/",
]


@pytest.fixture(autouse=True)
def pricing(network) -> None:
    network.answers["GetCatalog"] = lambda _: catalogue()


def offer(network, **members: Any) -> None:
    """A catalogue with these members too."""
    offered = catalogue()
    offered.catalog.MergeFrom(catalog_pb2.Catalog(**members))
    network.answers["GetCatalog"] = lambda _: offered


async def test_the_catalogue_shows_dollars_exact_to_the_cent(client) -> None:
    answer = (await client.get("/api/public/services/")).json()
    assert answer["mini_move_packages"][0]["base_price_dollars"] == 995.0
    assert answer["organizing_services"][0]["service_type"] == "petite_packing"
    assert answer["surcharge_rules"][0]["percentage"] == 15.0
    assert answer["surcharge_rules"][0]["fixed_amount_dollars"] is None


async def test_a_package_without_a_limit_says_null(client) -> None:
    packages = (await client.get("/api/public/services/")).json()["mini_move_packages"]
    assert [package["max_items"] for package in packages] == [15, None]


async def test_a_rule_says_on_which_days_it_holds(client, network) -> None:
    rules = [
        catalog_pb2.SurchargeRule(id="weekend", weekdays=[5, 6]),
        catalog_pb2.SurchargeRule(id="open", dates=catalog_pb2.DateRange(first="2026-09-14", last="2026-09-22")),
        catalog_pb2.SurchargeRule(id="fourth", yearly="07-04", overrides=["weekend"]),
        catalog_pb2.SurchargeRule(id="labor", holiday="Labor Day"),
    ]
    offer(network, surcharge_rules=rules)
    shown = (await client.get("/api/public/services/")).json()["surcharge_rules"]
    said = [{name: value for name, value in rule["when"].items() if value} for rule in shown[1:]]
    assert said == [
        {"weekdays": [5, 6]},
        {"first_date": "2026-09-14", "last_date": "2026-09-22"},
        {"yearly": "07-04"},
        {"holiday": "Labor Day"},
    ]
    assert shown[3]["overrides"] == ["weekend"]


async def test_options_are_shown_as_off_until_staff_switch_them_on(client, network) -> None:
    off = (await client.get("/api/public/services/")).json()
    assert off["options"] == {
        "organizing_tax_percentage": 0.0,
        "credit_earned_percentage": 0.0,
        "next_day_cutoff_hour": None,
    }
    assert (off["demand_rules"], off["local_moves"], off["blade_luggage"]["terminals"]) == ([], None, {})
    assert off["mini_move_packages"][0]["one_hour_window_dollars"] is None


async def test_options_that_are_on_are_shown_in_per_cent_and_dollars(client, network) -> None:
    step = catalog_pb2.DemandStep(booked_basis_points=8_000, adjustment_basis_points=1_050)
    demand = catalog_pb2.DemandRule(id="busy", target=catalog_pb2.DEMAND_TARGET_BASE, steps=[step])
    terminals = catalog_pb2.AirportTerminals(airport="JFK", terminals=["1", "4"])
    offer(
        network,
        demand_rules=[demand],
        local_moves=catalog_pb2.LocalMoves(zones=["hamptons"], price_per_hour_cents=35_000, minimum_hours=2),
        general_terms=catalog_pb2.GeneralTerms(organizing_tax_basis_points=825, next_day_cutoff_hour=18),
        blade_luggage=catalog_pb2.BladeLuggage(airports=["JFK"], terminals=[terminals]),
    )
    shown = (await client.get("/api/public/services/")).json()
    assert shown["demand_rules"][0]["steps"] == [{"booked_percentage": 80.0, "adjustment_percentage": 10.5}]
    assert shown["demand_rules"][0]["target"] == "base"
    assert shown["local_moves"]["price_per_hour_dollars"] == 350.0
    assert shown["options"]["organizing_tax_percentage"] == 8.25
    assert shown["options"]["next_day_cutoff_hour"] == 18
    assert shown["blade_luggage"]["terminals"] == {"JFK": ["1", "4"]}


async def test_specialty_items_come_by_kind(client) -> None:
    items = (await client.get("/api/public/services/")).json()["specialty_items"]
    assert [item["item_type"] for item in items] == ["crib", "wardrobe_box"]


async def test_organizing_is_found_by_tier_and_by_id(client) -> None:
    tiers = (await client.get("/api/public/services/organizing-by-tier/")).json()
    assert tiers["petite"]["packing"]["price_dollars"] == 1400.0
    assert tiers["full"]["packing"] is None
    assert (await client.get(f"/api/public/services/organizing/{PACKING}/")).json() == tiers["petite"]["packing"]


async def test_an_unknown_organizing_service_is_404(client) -> None:
    answer = await client.get("/api/public/services/organizing/64221a66-b816-426f-864a-a217ac4780d3/")
    assert (answer.status_code, answer.json()["code"]) == (404, "organizing_service_unknown")


@pytest.mark.parametrize("path", PATHS)
async def test_a_client_that_has_the_page_already_gets_304(client, path: str) -> None:
    first = await client.get(path)
    again = await client.get(path, headers={"If-None-Match": f'"other", {first.headers["etag"]}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])


async def test_another_version_has_another_tag(client, network, eventually) -> None:
    first = (await client.get("/api/public/services/")).headers["etag"]
    network.answers["GetCatalog"] = lambda _: catalogue(version=2)

    async def tag_has_changed() -> bool:
        return (await client.get("/api/public/services/")).headers["etag"] != first

    await eventually(tag_has_changed, within_seconds=3)


@pytest.mark.parametrize("path", PATHS)
async def test_a_fresh_page_is_measured_like_its_route(client, path: str) -> None:
    labels = {"method": "GET", "route": path, "status": "200"}
    before = REGISTRY.get_sample_value("totetaxi_http_seconds_count", labels) or 0
    first, again = await client.get(path), await client.get(path)
    assert REGISTRY.get_sample_value("totetaxi_http_seconds_count", labels) == before + 2
    assert again.content == first.content
    assert set(again.headers) == set(first.headers)


async def test_many_visitors_at_once_ask_pricing_once(client, network) -> None:
    answers = await asyncio.gather(*(client.get("/api/public/services/") for _ in range(20)))
    assert {answer.status_code for answer in answers} == {200}
    assert len(network.asked("GetCatalog")) == 1


async def test_the_last_catalogue_is_shown_while_pricing_is_away(client, network, eventually) -> None:
    assert (await client.get("/api/public/services/")).status_code == 200
    before = len(network.asked("GetCatalog"))

    def away(_: object) -> None:
        raise Unavailable("database_unavailable", "We can't reach our records right now.")

    network.answers["GetCatalog"] = away

    async def asked_in_vain() -> bool:
        assert (await client.get("/api/public/services/")).status_code == 200
        return len(network.asked("GetCatalog")) > before

    await eventually(asked_in_vain, within_seconds=3)
