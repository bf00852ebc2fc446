"""Profiles, preferences and saved addresses: what is sent changes, what is not stays, and nobody overwrites unseen."""

import pytest
from chassis.refusal import Conflict, NotFound
from identity_messages import ADDRESS_ID, address, customer
from totetaxi.booking.v1.booking_pb2 import PICKUP_WINDOW_MORNING
from totetaxi.identity.v1 import address_service_pb2 as messages
from totetaxi.identity.v1.customer_service_pb2 import (
    GetAccountOverviewResponse,
    GetProfileResponse,
    UpdateProfileResponse,
)

PROFILE = "/api/customer/profile/"
PREFERENCES = "/api/customer/preferences/"
ADDRESSES = "/api/customer/addresses/"
HOME = f"{ADDRESSES}{ADDRESS_ID}/"
STREET = {"address_line_1": "350 Fifth Ave", "city": "New York", "state": "NY", "zip_code": "10001"}


@pytest.fixture(autouse=True)
def services(identity) -> None:
    identity.answers |= {
        "GetProfile": lambda _: GetProfileResponse(customer=customer()),
        "UpdateProfile": lambda _: UpdateProfileResponse(customer=customer(version=8)),
        "GetAccountOverview": lambda _: GetAccountOverviewResponse(customer=customer(), most_used_pickup=address()),
        "ListAddresses": lambda _: messages.ListAddressesResponse(addresses=[address()], total_count=1),
        "BatchGetAddresses": lambda _: messages.BatchGetAddressesResponse(addresses=[address()]),
        "SuggestAddresses": lambda _: messages.SuggestAddressesResponse(addresses=[address()]),
        "CreateAddress": lambda _: messages.CreateAddressResponse(address=address()),
        "UpdateAddress": lambda _: messages.UpdateAddressResponse(address=address(version=4)),
        "DeleteAddress": lambda _: messages.DeleteAddressResponse(),
    }


async def test_a_profile_comes_with_its_version(customer) -> None:
    answer = await customer.get(PROFILE)
    assert answer.headers["etag"] == '"7"'
    assert (answer.json()["preferred_pickup_time"], answer.json()["last_booking_at"]) == ("evening", None)


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
async def test_only_what_is_sent_changes(customer, network, method: str) -> None:
    body = {"preferred_pickup_time": "morning", "sms_notifications": False, "phone": ""}
    assert (await customer.request(method, PROFILE, json=body)).headers["etag"] == '"8"'
    [call] = network.asked("UpdateProfile")
    changed = {descriptor.name for descriptor, _ in call.request.ListFields()}
    assert changed == {"preferred_pickup_window", "sms_notifications", "phone"}
    assert call.request.preferred_pickup_window == PICKUP_WINDOW_MORNING


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("is_vip", True),
        ("email", "eve@example.com"),
        ("email_notifications", "yes"),
        ("preferred_pickup_time", "night"),
    ],
)
async def test_what_is_no_wish_of_a_customers_is_refused_by_name(customer, network, member: str, value: object) -> None:
    answer = await customer.patch(PROFILE, json={member: value})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, member)
    assert network.asked("UpdateProfile") == []


async def test_a_change_of_what_somebody_else_changed_meanwhile_is_412(customer, network) -> None:
    def refuse(_: object) -> None:
        raise Conflict("changed_meanwhile", "This was changed by somebody else meanwhile; please look at it again.")

    network.answers["UpdateProfile"] = refuse
    answer = await customer.patch(PROFILE, json={"first_name": "Ada"}, headers={"If-Match": '"6"'})
    assert answer.status_code == 412
    assert network.asked("UpdateProfile")[0].request.expected_version == 6


@pytest.mark.parametrize("tag", ["7", 'W/"7"', '"0"', '"seven"', '"' + "9" * 30 + '"'])
async def test_an_etag_that_we_never_gave_is_400(customer, tag: str) -> None:
    answer = await customer.patch(PROFILE, json={"first_name": "Ada"}, headers={"If-Match": tag})
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_if_match")


async def test_preferences_propose_what_was_used_most(customer) -> None:
    body = (await customer.put(PREFERENCES, json={"marketing_emails": True})).json()
    assert body["default_addresses"]["most_used_pickup"]["nickname"] == "Home"
    assert body["default_addresses"]["most_used_delivery"] is None


async def test_addresses_come_in_pages_that_say_where_the_next_is(customer, network) -> None:
    page = (await customer.get(ADDRESSES)).json()
    assert (page["count"], page["next"], page["previous"]) == (1, None, None)
    assert page["results"][0]["formatted_address"] == "350 Fifth Ave, Apt 9, New York, NY 10001"
    network.answers["ListAddresses"] = lambda _: messages.ListAddressesResponse(next_cursor="further on")
    following = (await customer.get(f"{ADDRESSES}?page_size=1")).json()["next"]
    await customer.get(following)
    assert network.asked("ListAddresses")[-1].request.cursor == "further on"


async def test_an_address_is_kept_read_changed_and_forgotten(customer, network) -> None:
    made = await customer.post(ADDRESSES, json={"nickname": "Home", **STREET})
    assert (made.status_code, made.headers["etag"]) == (201, '"3"')
    assert (await customer.get(HOME)).json()["zip_code"] == "10001"
    assert (await customer.patch(HOME, json={"nickname": "Office"})).headers["etag"] == '"4"'
    changed = {descriptor.name for descriptor, _ in network.asked("UpdateAddress")[0].request.ListFields()}
    assert changed == {"address_id", "nickname"}
    assert (await customer.delete(HOME)).status_code == 204


async def test_replacing_an_address_empties_what_is_not_sent(customer, network) -> None:
    await customer.put(HOME, json=STREET)
    [call] = network.asked("UpdateAddress")
    assert call.request.HasField("address_line_2")
    assert call.request.address_line_2 == call.request.nickname == ""


@pytest.mark.parametrize("change", [{"state": "ZZZ"}, {"zip_code": "1000"}, {"customer_id": "somebody-elses"}])
async def test_what_is_no_address_of_ours_is_refused(customer, network, change: dict[str, str]) -> None:
    answer = await customer.post(ADDRESSES, json={**STREET, **change})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, next(iter(change)))
    assert network.asked("CreateAddress") == []


async def test_anothers_address_is_404(customer, network) -> None:
    def refuse(_: object) -> None:
        raise NotFound("address_not_found", "There is no such address.")

    network.answers["BatchGetAddresses"] = refuse
    assert (await customer.get(HOME)).status_code == 404
    assert (await customer.get(f"{ADDRESSES}nonsense/")).status_code == 400


async def test_a_booking_form_is_told_what_to_propose(customer, network) -> None:
    answer = await customer.get(f"{ADDRESSES}suggestions/?purpose=delivery&limit=3")
    assert answer.json()["addresses"][0]["nickname"] == "Home"
    [call] = network.asked("SuggestAddresses")
    assert (call.request.purpose, call.request.limit) == (messages.ADDRESS_PURPOSE_DELIVERY, 3)
