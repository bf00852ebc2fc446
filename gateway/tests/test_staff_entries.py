"""Entries of a draft: each kind has its own members, in cents and basis points."""

from typing import Any

import pytest
from catalogue_messages import DRAFT, draft, put_answer
from chassis.refusal import Fault, Invalid
from google.protobuf.json_format import MessageToDict
from totetaxi.pricing.v1 import catalog_service_pb2 as message

WEEKEND = {
    "name": "Weekend",
    "surcharge_type": "weekend",
    "description": "Saturdays and Sundays cost 20 % more.",
    "basis_points": 2_000,
    "service_types": ["mini_move", "standard_delivery"],
    "weekdays": [5, 6],
}
PETITE = {
    "tier": "petite",
    "name": "Petite Move",
    "description": "Up to fifteen pieces.",
    "base_price_cents": 99_500,
    "max_items": 15,
    "coi_included": False,
    "is_most_popular": False,
    "priority_scheduling": False,
    "protective_wrapping": False,
}
KEYED = {
    "mini_move_package": PETITE,
    "organizing_service": {
        "tier": "full",
        "name": "Full Packing",
        "description": "Four organizers.",
        "price_cents": 507_000,
        "duration_hours": 8,
        "organizer_count": 4,
        "supplies_allowance_cents": 50_000,
        "is_packing_service": True,
    },
    "specialty_item": {
        "item_type": "piano",
        "name": "Piano",
        "description": "Upright.",
        "price_cents": 90_000,
        "requires_van_schedule": True,
        "special_handling": True,
    },
    "surcharge_rule": WEEKEND,
    "demand_rule": {
        "name": "Busy day",
        "description": "The day is nearly full.",
        "target": "base",
        "service_types": ["mini_move"],
        "daily_capacity": 20,
        "steps": [{"booked_basis_points": 8_000, "adjustment_basis_points": 1_000}],
        "floor_basis_points": -500,
        "ceiling_basis_points": 1_500,
    },
    "service_area": {"name": "Manhattan", "surcharge_cents": 0, "zip_codes": ["10001"]},
}
ONCE = {
    "standard_delivery": {
        "price_per_item_cents": 9_500,
        "minimum_items": 3,
        "minimum_charge_cents": 28_500,
        "same_day_flat_rate_cents": 36_000,
        "max_weight_per_item_pounds": 50,
        "same_day_cutoff_hour": 11,
        "maximum_items": 200,
        "allows_specialty_items": True,
    },
    "blade_luggage": {
        "base_price_cents": 15_000,
        "included_bags": 2,
        "price_per_additional_bag_cents": 7_500,
        "maximum_bags": 20,
        "expedited_fee_cents": 35_000,
        "airports": ["JFK"],
        "terminals": [{"airport": "JFK", "terminals": ["1", "4"]}],
    },
    "mini_storage": {"price_per_month_cents": 15_000, "maximum_months": 36},
    "local_moves": {"zones": ["hamptons"], "price_per_hour_cents": 35_000, "minimum_hours": 2},
    "general_terms": {"coi_fee_cents": 5_000, "organizing_tax_basis_points": 825, "next_day_cutoff_hour": 18},
}


@pytest.fixture(autouse=True)
def pricing(network) -> None:
    network.answers["PutDraftEntry"] = put_answer
    network.answers["RemoveDraftEntry"] = lambda _: message.RemoveDraftEntryResponse(draft=draft(4))


async def put(staff, place: str, entry: object, **headers: str):
    body = {"entry": entry, "reason": "Weekends are full"}
    return await staff.put(f"{DRAFT}/entries/{place}/", json=body, headers=headers)


@pytest.mark.parametrize("kind", KEYED)
async def test_an_entry_is_put_under_its_key_and_comes_back_as_stored(staff, network, kind: str) -> None:
    answer = await put(staff, f"{kind}/the-key", KEYED[kind])
    assert (answer.status_code, answer.headers["etag"], answer.json()["kind"]) == (200, '"4"', kind)
    stored = answer.json()["entry"]
    assert stored.get("id", stored.get("zone")) == "the-key"
    assert {name: stored[name] for name in KEYED[kind]} == KEYED[kind]
    asked = network.asked("PutDraftEntry")[0].request
    assert (asked.entry.WhichOneof("entry"), asked.reason, asked.revision) == (kind, "Weekends are full", 0)


@pytest.mark.parametrize("kind", ONCE)
async def test_rates_that_exist_once_are_put_without_a_key(staff, network, kind: str) -> None:
    answer = await put(staff, kind, ONCE[kind])
    assert answer.status_code == 200
    assert {name: answer.json()["entry"][name] for name in ONCE[kind]} == ONCE[kind]
    assert network.asked("PutDraftEntry")[0].request.entry.WhichOneof("entry") == kind


async def test_a_new_entry_gets_an_id_of_its_own(staff, network) -> None:
    body = {"entry": WEEKEND, "reason": "Weekends are full"}
    answer = await staff.post(f"{DRAFT}/entries/surcharge_rule/", json=body)
    assert answer.status_code == 201
    asked = network.asked("PutDraftEntry")[0].request
    assert asked.entry.surcharge_rule.id == ""
    assert MessageToDict(asked.entry.surcharge_rule)["serviceTypes"] == [
        "SERVICE_TYPE_MINI_MOVE",
        "SERVICE_TYPE_STANDARD_DELIVERY",
    ]


async def test_what_was_left_out_is_absent_and_not_zero(staff, network) -> None:
    await put(staff, "mini_move_package/petite", {**PETITE, "max_items": None})
    package = network.asked("PutDraftEntry")[0].request.entry.mini_move_package
    assert not package.HasField("max_items")
    assert not package.HasField("one_hour_window_cents")


async def test_a_change_is_made_on_the_revision_that_was_seen(staff, network) -> None:
    await put(staff, "surcharge_rule/weekend", WEEKEND, **{"If-Match": '"3"'})
    assert network.asked("PutDraftEntry")[0].request.revision == 3


async def test_an_entry_may_be_sent_back_as_it_was_shown(staff, network) -> None:
    assert (await put(staff, "surcharge_rule/weekend", {**WEEKEND, "id": "weekend"})).status_code == 200


async def test_another_key_in_the_body_than_in_the_path_is_refused(staff, network) -> None:
    answer = await put(staff, "surcharge_rule/weekend", {**WEEKEND, "id": "holiday"})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, "entry.id")
    assert network.asked("PutDraftEntry") == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"basis_points": "2000"}, "entry.basis_points"),
        ({"basis_points": 2000.5}, "entry.basis_points"),
        ({"basis_points": 10**9}, "entry.basis_points"),
        ({"fixed_amount_cents": -1}, "entry.fixed_amount_cents"),
        ({"service_types": ["teleport"]}, "entry.service_types.0"),
        ({"weekdays": list(range(8))}, "entry.weekdays"),
        ({"colour": "red"}, "entry.colour"),
        ({"name": None}, "entry.name"),
        ({"description": "a\x00b"}, "entry"),
    ],
)
async def test_a_member_that_is_wrong_is_named_and_asks_nobody(staff, network, changes: Any, field: str) -> None:
    answer = await put(staff, "surcharge_rule/weekend", {**WEEKEND, **changes})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, field)
    assert network.asked("PutDraftEntry") == []


async def test_a_rule_of_pricing_is_named_as_the_client_sent_it(staff, network) -> None:
    def refuse(_: object) -> None:
        fault = Fault("entry.surcharge_rule.weekdays", "entry.surcharge_rule.weekdays must be 0 to 6.")
        raise Invalid.of([fault], slug="invalid_entry")

    network.answers["PutDraftEntry"] = refuse
    problem = (await put(staff, "surcharge_rule/weekend", WEEKEND)).json()
    assert problem["errors"][0]["field"] == "entry.weekdays"
    assert problem["detail"] == "entry.weekdays must be 0 to 6."


async def test_an_entry_is_taken_out_with_a_reason(staff, network) -> None:
    answer = await staff.delete(
        f"{DRAFT}/entries/surcharge_rule/weekend/", params={"reason": "Gone"}, headers={"If-Match": '"3"'}
    )
    assert (answer.status_code, answer.headers["etag"]) == (200, '"4"')
    asked = network.asked("RemoveDraftEntry")[0].request
    assert (asked.kind, asked.key) == (message.ENTRY_KIND_SURCHARGE_RULE, "weekend")
    assert (asked.reason, asked.revision) == ("Gone", 3)


@pytest.mark.parametrize(("place", "field"), [("surcharge_rule/weekend", "reason"), ("colour/red", "kind")])
async def test_an_entry_is_not_taken_out_without_a_reason_or_a_kind(staff, network, place: str, field: str) -> None:
    answer = await staff.delete(f"{DRAFT}/entries/{place}/")
    assert answer.status_code == 400
    assert field in [error["field"] for error in answer.json()["errors"]]
    assert network.asked("RemoveDraftEntry") == []


@pytest.mark.parametrize("kind", ONCE)
async def test_rates_that_exist_once_cannot_be_taken_out(staff, kind: str) -> None:
    answer = await staff.delete(f"{DRAFT}/entries/{kind}/", params={"reason": "Gone"})
    assert (answer.status_code, answer.headers["allow"]) == (405, "PUT")
