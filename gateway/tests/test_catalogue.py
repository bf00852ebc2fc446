"""What we sell, over REST."""

import asyncio

import pytest
from chassis.refusal import Unavailable
from contract_messages import PACKING, catalogue

PATHS = [
    "/api/public/services/",
    "/api/public/services/mini-moves-with-organizing/",
    "/api/public/services/organizing-by-tier/",
]


@pytest.fixture(autouse=True)
def pricing(network) -> None:
    network.answers["GetCatalog"] = lambda _: catalogue()


async def test_the_catalogue_shows_dollars_exact_to_the_cent(client) -> None:
    answer = (await client.get("/api/public/services/")).json()
    assert answer["mini_move_packages"][0]["base_price_dollars"] == 995.0
    assert answer["organizing_services"][0]["service_type"] == "petite_packing"
    assert answer["surcharge_rules"][0]["percentage"] == 15.0
    assert answer["surcharge_rules"][0]["fixed_amount_dollars"] is None


async def test_a_package_without_a_limit_says_null(client) -> None:
    packages = (await client.get("/api/public/services/")).json()["mini_move_packages"]
    assert [package["max_items"] for package in packages] == [15, None]


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
