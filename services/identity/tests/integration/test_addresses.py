"""Saved addresses: kept, changed, forgotten, counted, and nobody else's business."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from chassis.identifiers import new_id
from chassis.refusal import Conflict, Invalid, NotFound
from identity_stage import Stage
from totetaxi.identity.v1 import address_service_pb2 as messages
from totetaxi.identity.v1 import customer_service_pb2 as customers

HOME = {
    "nickname": "Home",
    "address_line_1": " 350  Fifth Ave ",
    "city": "New York",
    "state": "NY",
    "zip_code": "10001",
}
PICKUP, DELIVERY = messages.ADDRESS_PURPOSE_PICKUP, messages.ADDRESS_PURPOSE_DELIVERY


@pytest.fixture
async def grace(stage: Stage) -> AsyncIterator[Stage]:
    """The stage, acting for Grace."""
    made = await stage.register()
    with stage.acting(made.session.principal.token):
        yield stage


async def create(stage: Stage, **changes: str) -> Any:
    return (await stage.addresses.CreateAddress(messages.CreateAddressRequest(**{**HOME, **changes}))).address


async def note(stage: Stage, booking_id: str, *uses: tuple[str, messages.AddressPurpose]) -> None:
    wanted = [messages.AddressUse(address_id=address_id, purpose=purpose) for address_id, purpose in uses]
    await stage.addresses.NoteAddressUse(messages.NoteAddressUseRequest(booking_id=booking_id, uses=wanted))


async def suggested(stage: Stage, purpose: messages.AddressPurpose = 0) -> list[str]:  # type: ignore[assignment]
    answer = await stage.addresses.SuggestAddresses(messages.SuggestAddressesRequest(purpose=purpose))
    return [address.nickname for address in answer.addresses]


async def test_an_address_is_kept_without_spare_spaces(grace: Stage) -> None:
    made = await create(grace)
    assert (made.address_line_1, made.times_used, made.is_active) == ("350 Fifth Ave", 0, True)
    assert not made.HasField("last_used_at")
    assert (await create(grace, nickname="")).nickname == "350 Fifth Ave"


async def test_a_repeated_request_keeps_one_address(grace: Stage) -> None:
    chosen = str(new_id())
    first, again = await create(grace, address_id=chosen), await create(grace, address_id=chosen, nickname="Other")
    assert first == again
    assert await grace.asked("SELECT count(*) FROM saved_address") == [(1,)]


async def test_states_and_zip_codes_elsewhere_are_refused(grace: Stage) -> None:
    for wrong in ({"state": "ZZZ"}, {"zip_code": "1000"}, {"city": " "}, {"address_line_1": "a\x00b"}):
        with pytest.raises(Invalid):
            await create(grace, **wrong)


async def test_an_address_is_changed_and_forgotten(grace: Stage) -> None:
    made = await create(grace)
    request = messages.UpdateAddressRequest(address_id=made.id, nickname="Office", delivery_instructions="ring\ntwice")
    changed = (await grace.addresses.UpdateAddress(request)).address
    assert (changed.nickname, changed.city, changed.version) == ("Office", "New York", 2)
    assert changed.delivery_instructions == "ring\ntwice"
    await grace.addresses.DeleteAddress(messages.DeleteAddressRequest(address_id=made.id))
    with pytest.raises(NotFound):
        await grace.addresses.DeleteAddress(messages.DeleteAddressRequest(address_id=made.id))
    assert (await grace.addresses.ListAddresses(messages.ListAddressesRequest())).total_count == 0


async def test_an_older_version_is_not_changed(grace: Stage) -> None:
    made = await create(grace)
    request = messages.UpdateAddressRequest(address_id=made.id, nickname="Office", expected_version=7)
    with pytest.raises(Conflict):
        await grace.addresses.UpdateAddress(request)


async def test_anothers_address_is_not_found(stage: Stage) -> None:
    grace, ada = await stage.register(), await stage.register("ada@example.com")
    with stage.acting(grace.session.principal.token):
        made = await create(stage)
    with stage.acting(ada.session.principal.token):
        for call in (
            stage.addresses.BatchGetAddresses(messages.BatchGetAddressesRequest(address_ids=[made.id])),
            stage.addresses.UpdateAddress(messages.UpdateAddressRequest(address_id=made.id, nickname="Mine")),
            stage.addresses.DeleteAddress(messages.DeleteAddressRequest(address_id=made.id)),
            note(stage, str(new_id()), (made.id, PICKUP)),
            create(stage, address_id=made.id),
        ):
            with pytest.raises(NotFound):
                await call


async def test_pages_list_every_address_once_newest_first(grace: Stage) -> None:
    names = [(await create(grace, nickname=f"{number}")).nickname for number in range(5)]
    request, found = messages.ListAddressesRequest(page_size=2), []
    while True:
        page = await grace.addresses.ListAddresses(request)
        found += [address.nickname for address in page.addresses]
        assert page.total_count == 5
        if not page.next_cursor:
            break
        request.cursor = page.next_cursor
    assert found == names[::-1]
    for cursor in ("nonsense", "WzEsMl0", "é"):
        with pytest.raises(Invalid):
            await grace.addresses.ListAddresses(messages.ListAddressesRequest(cursor=cursor))


async def test_a_booking_counts_once_however_often_it_is_told(grace: Stage) -> None:
    home, beach = await create(grace), await create(grace, nickname="Beach")
    booking = str(new_id())
    await asyncio.gather(*(note(grace, booking, (home.id, PICKUP), (beach.id, DELIVERY)) for _ in range(4)))
    await note(grace, str(new_id()), (beach.id, DELIVERY))
    ids = [home.id, beach.id]
    found = (await grace.addresses.BatchGetAddresses(messages.BatchGetAddressesRequest(address_ids=ids))).addresses
    assert [address.times_used for address in found] == [1, 2]
    assert all(address.HasField("last_used_at") for address in found)


async def test_the_most_used_are_suggested_for_what_they_were_used_for(grace: Stage) -> None:
    home, beach = await create(grace), await create(grace, nickname="Beach")
    await create(grace, nickname="Never")
    for _ in range(2):
        await note(grace, str(new_id()), (beach.id, DELIVERY))
    await note(grace, str(new_id()), (home.id, PICKUP))
    assert await suggested(grace) == ["Beach", "Home", "Never"]
    assert (await suggested(grace, PICKUP), await suggested(grace, DELIVERY)) == (["Home"], ["Beach"])
    overview = await grace.customers.GetAccountOverview(customers.GetAccountOverviewRequest())
    assert (overview.most_used_pickup.id, overview.most_used_delivery.id) == (home.id, beach.id)


async def test_a_customer_keeps_a_hundred_at_most(grace: Stage) -> None:
    await create(grace)
    async with grace.database.transaction() as connection:
        await connection.exec_driver_sql(
            "INSERT INTO saved_address SELECT gen_random_uuid(), customer_id, nickname, address_line_1, address_line_2,"
            " city, state, zip_code, '', 0, 0, NULL, created_at, NULL, 1 FROM saved_address, generate_series(1, 98)"
        )
    outcomes = await asyncio.gather(*(create(grace) for _ in range(4)), return_exceptions=True)
    assert sum(isinstance(outcome, Conflict) for outcome in outcomes) == 3
    assert await grace.asked("SELECT count(*) FROM saved_address") == [(100,)]
