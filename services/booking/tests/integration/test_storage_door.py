"""Storage through booking's door: at the catalogue's price of today, once for each key."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from booking_world import ADA, World, acting_as
from chassis.clock import Clock, new_york_date
from chassis.refusal import Conflict, Invalid, NotAllowed
from chassis.remote import remote_stub
from totetaxi.booking.v1 import customer_storage_service_pb2 as own
from totetaxi.booking.v1 import staff_storage_service_pb2 as messages
from totetaxi.booking.v1 import storage_pb2 as contract
from totetaxi.booking.v1.customer_storage_service_pb2_grpc import CustomerStorageServiceStub
from totetaxi.booking.v1.staff_storage_service_pb2_grpc import StaffStorageServiceStub

pytestmark = pytest.mark.xdist_group("services")

MONTHLY = 15_000
TRUNK = messages.NewStorageItem(kind=contract.STORAGE_ITEM_KIND_SUITCASE, label="Steamer trunk")


@pytest.fixture
def storages(world: World) -> Any:
    return remote_stub(StaffStorageServiceStub, world.channel, world.caller)


def request(**changes: Any) -> messages.StartStorageRequest:
    today = new_york_date(Clock().now()).isoformat()
    members = {"customer_id": str(uuid4()), "contact": ADA, "start_date": today, "items": [TRUNK]}
    return messages.StartStorageRequest(**members | changes)


async def test_staff_start_a_storage_at_the_catalogues_price_once_for_each_key(world: World, storages: Any) -> None:
    asked = request(idempotency_key="door-1")
    with acting_as(await world.identity.staff()):
        first, again = await storages.StartStorage(asked), await storages.StartStorage(asked)
        with pytest.raises(Invalid) as reused:
            await storages.StartStorage(request(idempotency_key="door-1"))
    assert (first.storage.monthly_cents, first.storage.item_count) == (MONTHLY, 1)
    assert first.storage.contact.phone == "+12125550100"
    assert (again.storage, again.is_replayed) == (first.storage, True)
    assert reused.value.slug == "idempotency_key_reused"


async def test_another_price_is_taken_from_the_catalogue_and_confirmed(world: World, storages: Any) -> None:
    with acting_as(await world.identity.staff()):
        made = (await storages.StartStorage(request())).storage
        asked = messages.RefreshStoragePriceRequest(storage_id=made.id, expected_monthly_cents=1, reason="new year")
        with pytest.raises(Conflict, match=r"\$150\.00 a month today") as refused:
            await storages.RefreshStoragePrice(asked)
        asked.expected_monthly_cents = MONTHLY
        same = (await storages.RefreshStoragePrice(asked)).storage
    assert refused.value.faults[0].field == "expected_monthly_cents"
    assert same.version == made.version


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"start_date": "2020-01-01"}, "start_date"),
        ({"start_date": "2027-02-30"}, "start_date"),
        ({"customer_id": ""}, "customer_id"),
        ({"items": [messages.NewStorageItem(label="Trunk")]}, "items.kind"),
    ],
)
async def test_what_is_wrong_is_named(world: World, storages: Any, changes: dict[str, Any], field: str) -> None:
    with acting_as(await world.identity.staff()), pytest.raises(Invalid) as refused:
        await storages.StartStorage(request(**changes))
    assert refused.value.faults[0].field == field


async def test_a_customer_finds_their_own_and_starts_none(world: World, storages: Any) -> None:
    own_storages: Any = remote_stub(CustomerStorageServiceStub, world.channel, world.caller)
    with acting_as(await world.identity.customer()):
        assert (await own_storages.ListStorages(own.ListStoragesRequest())).storages == []
        with pytest.raises(NotAllowed):
            await storages.StartStorage(request())
