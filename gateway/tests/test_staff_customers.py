"""Customers, for the staff who look after them."""

import pytest
import sessions
from contract_messages import NOON, timestamp
from identity_messages import address, customer
from totetaxi.identity.v1 import customer_service_pb2 as messages

CUSTOMERS = "/api/staff/customers/"
GRACE = f"{CUSTOMERS}{sessions.CUSTOMER_ID}/"
NOTE = messages.CustomerNote(id="a-note", text="Service elevator.", author_name="Sam Staff", created_at=timestamp(NOON))


@pytest.fixture
async def member(client, identity):
    identity.answers |= {
        "ListCustomers": lambda _: messages.ListCustomersResponse(customers=[customer(is_vip=True)]),
        "GetCustomer": lambda _: messages.GetCustomerResponse(customer=customer(), addresses=[address()], notes=[NOTE]),
        "SetVip": lambda _: messages.SetVipResponse(customer=customer(is_vip=True)),
        "AddCustomerNote": lambda _: messages.AddCustomerNoteResponse(note=NOTE),
        "ListCustomerNotes": lambda _: messages.ListCustomerNotesResponse(notes=[NOTE], next_cursor="further on"),
    }
    return await sessions.hold_session(client, sessions.STAFF_SESSION)


async def test_customers_are_searched(member, network) -> None:
    page = (await member.get(f"{CUSTOMERS}?search=grace&is_vip=true")).json()
    assert page["customers"][0]["is_vip"]
    request = network.asked("ListCustomers")[0].request
    assert (request.search, request.is_vip, request.page_size) == ("grace", True, 50)
    assert sessions.token_used(network, "ListCustomers") == f"principal-of-{sessions.STAFF_SESSION}"


async def test_a_customer_comes_with_addresses_and_notes(member) -> None:
    shown = (await member.get(GRACE)).json()
    assert shown["customer"]["user"]["email"] == "grace@example.com"
    assert (shown["addresses"][0]["nickname"], shown["notes"][0]["author_name"]) == ("Home", "Sam Staff")


async def test_a_customer_is_marked_as_a_vip(member, network) -> None:
    assert (await member.put(f"{GRACE}vip/", json={"is_vip": True})).json()["is_vip"]
    assert network.asked("SetVip")[0].request.is_vip
    assert (await member.put(f"{GRACE}vip/", json={"is_vip": "yes"})).status_code == 400


async def test_staff_write_and_read_notes(member, network) -> None:
    assert (await member.post(f"{GRACE}notes/", json={"text": "Service elevator."})).status_code == 201
    page = (await member.get(f"{GRACE}notes/?page_size=1")).json()
    assert (page["notes"][0]["text"], page["next_cursor"]) == ("Service elevator.", "further on")


async def test_no_customer_reads_another(customer, network) -> None:
    assert (await customer.get(GRACE)).status_code == 403
    assert network.asked("GetCustomer") == []
