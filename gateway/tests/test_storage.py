"""Storage over REST: customers see and end their own, staff look after all."""

from __future__ import annotations

from typing import Any

import pytest
from chassis.refusal import Conflict
from contract_messages import BOOKING_ID, NOON, timestamp
from totetaxi.booking.v1 import booking_pb2, storage_pb2
from totetaxi.booking.v1 import customer_storage_service_pb2 as own
from totetaxi.booking.v1 import staff_storage_service_pb2 as service

OWN, ALL = "/api/customer/storage/", "/api/staff/storage/"
ONE = f"{BOOKING_ID}/"


def storage() -> storage_pb2.Storage:
    items = [
        storage_pb2.StorageItem(
            id=BOOKING_ID, kind=storage_pb2.STORAGE_ITEM_KIND_BOX, label="Books", taken_in_on="2027-06-15"
        )
    ]
    legs = [
        storage_pb2.StorageLeg(
            booking_id=BOOKING_ID,
            booking_number="TT-7QK2MB",
            direction=storage_pb2.STORAGE_LEG_DIRECTION_PICKUP,
            pickup_date="2027-06-15",
            status=booking_pb2.BOOKING_STATUS_PAID,
        )
    ]
    return storage_pb2.Storage(
        id=BOOKING_ID,
        storage_number="TS-7QK2MB",
        status=storage_pb2.STORAGE_STATUS_ACTIVE,
        standing=storage_pb2.STORAGE_STANDING_LATE,
        customer_id=BOOKING_ID,
        contact=booking_pb2.Contact(first_name="Ada", last_name="Byron", email="ada@example.com", phone="+12125550100"),
        start_date="2027-06-15",
        period_end="2027-07-14",
        monthly_cents=15_050,
        item_count=1,
        items=items,
        legs=legs,
        created_at=timestamp(NOON),
        updated_at=timestamp(NOON),
    )


@pytest.fixture(autouse=True)
def booking(network: Any) -> None:
    one = {"storage": storage()}
    network.answers |= {
        "ListStorages": lambda _: own.ListStoragesResponse(storages=[storage()], next_page_token="further"),
        "GetStorage": lambda _: own.GetStorageResponse(**one),
        "RequestReturn": lambda _: own.RequestReturnResponse(**one),
        "EndStorage": lambda _: own.EndStorageResponse(**one),
        "StartStorage": lambda _: service.StartStorageResponse(**one, is_replayed=True),
        "SearchStorages": lambda _: service.SearchStoragesResponse(storages=[storage()]),
        "InspectStorage": lambda _: service.InspectStorageResponse(
            **one, history=[storage_pb2.StorageHistoryEntry(at=timestamp(NOON), actor="clock", what="began")]
        ),
        "AddStorageItems": lambda _: service.AddStorageItemsResponse(**one),
        "LinkStorageLeg": lambda _: service.LinkStorageLegResponse(**one),
    }


async def test_a_customer_sees_what_they_store_and_what_it_costs(customer: Any, network: Any) -> None:
    listed = (await customer.get(OWN, params={"cursor": "here"})).json()
    assert (listed["next_cursor"], listed["storages"][0]["monthly_dollars"]) == ("further", 150.5)
    assert network.asked("ListStorages")[0].request.page_token == "here"
    shown = (await customer.get(OWN + ONE)).json()
    assert (shown["status"], shown["standing"], shown["end_date"]) == ("active", "late", None)
    assert (shown["period_end"], shown["items"][0]["kind"]) == ("2027-07-14", "box")
    assert (shown["items"][0]["returned_on"], shown["legs"][0]["direction"]) == (None, "pickup")
    assert "contact" not in shown


async def test_what_is_wanted_back_and_when_it_ends_is_asked_of_booking(customer: Any, network: Any) -> None:
    wish = {"item_ids": [BOOKING_ID], "wanted_back_on": "2027-06-20"}
    assert (await customer.post(f"{OWN}{ONE}return/", json=wish)).status_code == 200
    assert (await customer.post(f"{OWN}{ONE}end/", json={"expected_end_date": "2027-07-14"})).status_code == 200
    wanted, ended = network.asked("RequestReturn")[0].request, network.asked("EndStorage")[0].request
    assert (list(wanted.item_ids), wanted.wanted_back_on) == ([BOOKING_ID], "2027-06-20")
    assert ended.expected_end_date == "2027-07-14"


async def test_a_suspended_storage_says_in_words_why_nothing_leaves(customer: Any, network: Any) -> None:
    def suspended(_: object) -> None:
        raise Conflict("storage_suspended", "A month of this storage is unpaid.", "storage_id")

    network.answers["RequestReturn"] = suspended
    answer = await customer.post(f"{OWN}{ONE}return/", json={"item_ids": [BOOKING_ID]})
    assert (answer.status_code, answer.json()["code"]) == (409, "storage_suspended")


async def test_staff_start_one_for_a_customer_or_from_a_booking(staff: Any, network: Any) -> None:
    box = {"kind": "box", "label": "Books"}
    answer = await staff.post(
        ALL,
        json={"booking_id": BOOKING_ID, "start_date": "2027-06-15", "items": [box]},
        headers={"Idempotency-Key": "a-key"},
    )
    assert (answer.status_code, answer.headers["idempotent-replayed"]) == (201, "true")
    assert answer.json()["contact"]["email"] == "ada@example.com"
    asked = network.asked("StartStorage")[0].request
    assert (asked.booking_id, asked.idempotency_key, asked.HasField("contact")) == (BOOKING_ID, "a-key", False)
    assert asked.items[0].kind == storage_pb2.STORAGE_ITEM_KIND_BOX


@pytest.mark.parametrize(
    "body",
    [
        {"start_date": "2027-06-15"},
        {"start_date": "2027-06-15", "customer_id": BOOKING_ID, "email": "ada@example.com"},
        {"start_date": "2027-06-15", "booking_id": BOOKING_ID, "items": [{"kind": "piano", "label": "Steinway"}]},
        {"start_date": "2027-06-15", "booking_id": BOOKING_ID, "monthly_cents": 1},
    ],
)
async def test_whose_it_is_and_what_it_is_must_be_said(staff: Any, network: Any, body: dict[str, Any]) -> None:
    assert (await staff.post(ALL, json=body)).status_code == 400
    assert network.asked("StartStorage") == []


async def test_staff_search_by_state_and_standing(staff: Any, network: Any) -> None:
    filters = {"status": "ending", "standing": "suspended", "only_wanted_back": "true"}
    assert (await staff.get(ALL, params=filters)).json()["storages"][0]["customer_id"] == BOOKING_ID
    asked = network.asked("SearchStorages")[0].request
    assert (list(asked.statuses), asked.standing) == ([3], storage_pb2.STORAGE_STANDING_SUSPENDED)
    assert (asked.only_wanted_back, asked.page_size) == (True, 50)


async def test_staff_see_its_history_and_link_what_brings_it(staff: Any, network: Any) -> None:
    assert (await staff.get(ALL + ONE)).json()["history"][0]["what"] == "began"
    leg = {"booking_id": BOOKING_ID, "direction": "delivery"}
    assert (await staff.post(f"{ALL}{ONE}legs/", json=leg)).status_code == 200
    asked = network.asked("LinkStorageLeg")[0].request
    assert (asked.storage_id, asked.direction) == (BOOKING_ID, storage_pb2.STORAGE_LEG_DIRECTION_DELIVERY)
    items = {"items": [{"id": BOOKING_ID, "kind": "artwork", "label": "Map"}], "taken_in_on": "2027-06-14"}
    assert (await staff.post(f"{ALL}{ONE}items/", json=items)).status_code == 200
    assert network.asked("AddStorageItems")[0].request.items[0].id == BOOKING_ID
