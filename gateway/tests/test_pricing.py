"""What it costs, over REST."""

import pytest
from chassis.refusal import Fault, Invalid
from contract_messages import PETITE, quote
from totetaxi.pricing.v1 import catalog_pb2

SATURDAY = {
    "service_type": "mini_move",
    "mini_move_package_id": PETITE,
    "include_packing": True,
    "pickup_date": "2027-06-05",
}


@pytest.fixture(autouse=True)
def pricing(network) -> None:
    network.answers["CreateQuote"] = quote


async def refused(client, **changes: object) -> dict[str, object]:
    answer = await client.post("/api/public/pricing-preview/", json={**SATURDAY, **changes})
    assert answer.status_code == 400
    return answer.json()


async def test_a_preview_shows_the_price_line_by_line_and_holds_it(client) -> None:
    answer = (await client.post("/api/public/pricing-preview/", json=SATURDAY)).json()
    assert answer["pricing"]["surcharge_dollars"] == 149.25
    assert answer["pricing"]["total_price_dollars"] == 2544.25
    assert sum(line["amount_cents"] for line in answer["lines"]) == 254_425
    assert answer["details"]["surcharges"] == [{"name": "Weekend", "amount_dollars": 149.25, "reason": "Saturday"}]
    assert answer["details"]["organizing_services"][0]["service"] == "packing"
    assert (answer["quote_id"], answer["catalog_version"]) == ("quote-1", 1)
    assert answer["expires_at"] == "2027-06-01T12:00:00Z"


async def test_details_hold_only_what_belongs_to_the_service(client) -> None:
    answer = (await client.post("/api/public/pricing-preview/", json=SATURDAY)).json()
    assert "item_count" not in answer["details"]
    assert "coi_required" not in answer["details"]


@pytest.mark.parametrize(
    ("members", "service_type"),
    [
        ({"service_type": "standard_delivery", "standard_delivery_item_count": 0}, "STANDARD_DELIVERY"),
        ({"service_type": "specialty_item", "specialty_item_ids": ["a", "a"]}, "SPECIALTY_ITEM"),
        ({"service_type": "blade_luggage", "bag_count": 3, "airport": "JFK", "is_expedited": True}, "BLADE_LUGGAGE"),
        ({"service_type": "mini_storage", "months": 2}, "MINI_STORAGE"),
    ],
)
async def test_every_service_type_reaches_pricing_as_it_was_sent(client, network, members, service_type: str) -> None:
    answer = await client.post("/api/public/pricing-preview/", json={"pickup_date": "2027-06-02", **members})
    assert answer.status_code == 200
    [call] = network.asked("CreateQuote")
    asked = call.request.request
    assert asked.service_type == catalog_pb2.ServiceType.Value(f"SERVICE_TYPE_{service_type}")
    for name, value in members.items():
        if name != "service_type":
            sent = getattr(asked, name)
            assert (list(sent) if isinstance(value, list) else sent) == value
            assert name not in {"bag_count", "months", "standard_delivery_item_count"} or asked.HasField(name)


async def test_half_hours_arrive_as_minutes(client, network) -> None:
    await client.post("/api/public/pricing-preview/", json={**SATURDAY, "estimated_hours": 2.5})
    assert network.asked("CreateQuote")[0].request.request.estimated_minutes == 150


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"service_type": "teleport"}, "service_type"),
        ({"pickup_date": "02/06/2027"}, "pickup_date"),
        ({"pickup_date": 1_800_000_000}, "pickup_date"),
        ({"pickup_date": "2027-02-30"}, "pickup_date"),
        ({"pickup_date": "2027-06-02T00:00:00"}, "pickup_date"),
        ({"standard_delivery_item_count": 1.5}, "standard_delivery_item_count"),
        ({"standard_delivery_item_count": 10**12}, "standard_delivery_item_count"),
        ({"bag_count": -1}, "bag_count"),
        ({"pickup_zip_code": "1000"}, "pickup_zip_code"),
        ({"mini_move_package_id": "a\x00b"}, "mini_move_package_id"),
        ({"specialty_item_ids": ["x"] * 51}, "specialty_item_ids"),
        ({"total_price_dollars": 1}, "total_price_dollars"),
    ],
)
async def test_bad_input_names_the_member_and_asks_nobody(client, network, changes, field: str) -> None:
    problem = await refused(client, **changes)
    assert [error["field"] for error in problem["errors"]] == [field]
    assert problem["errors"][0]["pointer"] == f"#/{field}"
    assert field in problem["detail"]
    assert network.asked("CreateQuote") == []


async def test_a_lone_surrogate_is_refused(client) -> None:
    body = b'{"service_type": "mini_move", "pickup_date": "2027-06-05", "mini_move_package_id": "\\ud800"}'
    answer = await client.post(
        "/api/public/pricing-preview/", content=body, headers={"content-type": "application/json"}
    )
    assert answer.status_code == 400


async def test_a_rule_of_pricing_reads_in_the_clients_words(client, network) -> None:
    def refuse(_: object) -> None:
        raise Invalid.of([Fault("estimated_minutes", "estimated_minutes must be at most 1440.")], slug="too_long")

    network.answers["CreateQuote"] = refuse
    problem = await refused(client)
    assert problem["code"] == "too_long"
    assert problem["detail"] == problem["error"] == "estimated_hours must be at most 1440."
    assert problem["errors"][0]["field"] == "estimated_hours"
