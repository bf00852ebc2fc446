"""Every worked price case holds over REST, on the whole system; and what it shows is what the lines add up to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx2
import pytest
from guest import Guest
from whole_stack import WholeStack

pytestmark = [pytest.mark.xdist_group("stack"), pytest.mark.timeout(180)]

CASES = Path(__file__).parents[2] / "services" / "pricing" / "tests" / "unit" / "price_cases.jsonl"
AS_SENT = (
    "service_type",
    "pickup_date",
    "pickup_zip_code",
    "delivery_zip_code",
    "coi_required",
    "include_packing",
    "include_unpacking",
    "estimated_hours",
    "standard_delivery_item_count",
    "bag_count",
    "airport",
    "is_expedited",
)
SIXTY = 60


def cases() -> list[dict[str, Any]]:
    return [json.loads(text) for text in CASES.read_text().splitlines()]


def body_of(request: dict[str, Any], catalogue: dict[str, Any]) -> dict[str, Any]:
    """A case's request in the members of REST: packages and items by their ids."""
    body = {name: request[name] for name in AS_SENT if name in request}
    if "tier" in request:
        packages = {package["package_type"]: package["id"] for package in catalogue["mini_move_packages"]}
        body["mini_move_package_id"] = packages[request["tier"]]
    if "items" in request:
        items = {item["item_type"]: item["id"] for item in catalogue["specialty_items"]}
        body["specialty_item_ids"] = [items[item] for item in request["items"]]
    return body


def cents(dollars: float) -> int:
    """What a JSON number of dollars means, exactly."""
    return round(dollars * 100)


def rolled_up(answer: dict[str, Any]) -> dict[str, int]:
    """The roll-ups in the terms of the cases."""
    pricing = {name.removesuffix("_dollars"): cents(value) for name, value in answer["pricing"].items()}
    return {
        "base_cents": pricing["base_price"],
        "date_surcharge_cents": pricing["surcharge"] - pricing["geographic_surcharge"],
        "geographic_surcharge_cents": pricing["geographic_surcharge"],
        "coi_fee_cents": pricing["coi_fee"],
        "organizing_cents": pricing["organizing_total"],
        "total_cents": pricing["total_price"],
    }


async def test_every_worked_case_comes_to_its_price(guest: Guest) -> None:
    catalogue = (await guest.insist(lambda: guest.browser.get("/api/public/services/"))).json()
    worked = cases()
    assert len(worked) >= SIXTY
    for case in worked:
        body = body_of(case["request"], catalogue)
        answer = await guest.insist(lambda body=body: guest.browser.post("/api/public/pricing-preview/", json=body))
        assert answer.status_code == 200, (case, answer.text)
        priced = answer.json()
        assert rolled_up(priced) == case["expect"], case
        assert sum(line["amount_cents"] for line in priced["lines"]) == case["expect"]["total_cents"]
        assert priced["quote_id"]
        assert priced["catalog_version"] == catalogue["catalog_version"]


async def test_a_zip_code_says_where_it_belongs_and_which_are_served(guest: Guest) -> None:
    montauk = (await guest.browser.get("/api/public/service-areas/11954/")).json()
    assert (montauk["zone"], montauk["surcharge_dollars"], montauk["is_local_move_area"]) == (
        "hamptons_east",
        120.0,
        True,
    )
    outside = await guest.browser.get("/api/public/service-areas/90210/")
    assert (outside.status_code, outside.json()["code"]) == (400, "outside_service_area")
    assert "Manhattan" in outside.json()["detail"]


async def test_a_held_price_is_booked_as_it_was_shown(guest: Guest) -> None:
    preview = await guest.preview(pickup_zip_code="10001", delivery_zip_code="11937")
    booked = await guest.book("held@whitfield.example", quote_id=preview["quote_id"])
    assert booked.total_dollars == preview["pricing"]["total_price_dollars"]


async def test_the_catalogue_is_not_sent_twice_to_who_has_it(stack: WholeStack) -> None:
    async with httpx2.AsyncClient(base_url=stack.url) as browser:
        first = await browser.get("/api/public/services/")
        again = await browser.get("/api/public/services/", headers={"If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        head = await browser.head("/api/public/services/")
        assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", first.headers["etag"])
