"""Companies over REST: contacts see what is theirs, staff look after them."""

from __future__ import annotations

from typing import Any

import pytest
from contract_messages import BOOKING_ID, NOON, timestamp
from contract_messages import booking as a_booking
from quote_messages import quote
from totetaxi.booking.v1 import company_pb2
from totetaxi.booking.v1 import customer_company_service_pb2 as own
from totetaxi.booking.v1 import staff_company_service_pb2 as service

OWN, ALL = "/api/customer/companies/", "/api/staff/companies/"
ONE = f"{BOOKING_ID}/"


def company() -> company_pb2.Company:
    contact = company_pb2.CompanyContact(email="wilma@whitfield.example", name="Wilma", added_at=timestamp(NOON))
    return company_pb2.Company(
        id=BOOKING_ID,
        name="Whitfield & Co.",
        notes="Pays late",
        is_active=True,
        contacts=[contact],
        created_at=timestamp(NOON),
        updated_at=timestamp(NOON),
        version=4,
    )


@pytest.fixture(autouse=True)
def booking(network: Any) -> None:
    one = {"company": company()}
    network.answers |= {
        "ListOwnCompanies": lambda _: own.ListOwnCompaniesResponse(companies=[company()]),
        "ListCompanyBookings": lambda _: own.ListCompanyBookingsResponse(bookings=[a_booking()], next_page_token="on"),
        "ListCompanyQuotes": lambda _: own.ListCompanyQuotesResponse(quotes=[quote()]),
        "SearchCompanies": lambda _: service.SearchCompaniesResponse(companies=[company()]),
        "CreateCompany": lambda _: service.CreateCompanyResponse(**one),
        "InspectCompany": lambda _: service.InspectCompanyResponse(**one),
        "UpdateCompany": lambda _: service.UpdateCompanyResponse(**one),
        "AddCompanyContact": lambda _: service.AddCompanyContactResponse(**one),
        "RemoveCompanyContact": lambda _: service.RemoveCompanyContactResponse(**one),
        "LinkToCompany": lambda _: service.LinkToCompanyResponse(**one),
    }


async def test_a_contact_sees_the_companys_bookings_and_quotes_and_changes_none(customer: Any, network: Any) -> None:
    [shown] = (await customer.get(OWN)).json()["companies"]
    assert shown["name"] == "Whitfield & Co."
    assert "notes" not in shown
    page = (await customer.get(f"{OWN}{ONE}bookings/", params={"cursor": "here"})).json()
    [booked] = page["bookings"]
    assert (booked["booking_number"], page["next_cursor"]) == ("TT-7QK2MB", "on")
    assert not any((booked["can_cancel"], booked["can_reschedule"], booked["can_rebook"]))
    assert network.asked("ListCompanyBookings")[0].request.page_token == "here"
    quotes = (await customer.get(f"{OWN}{ONE}quotes/")).json()["quotes"]
    assert [each["quote_number"] for each in quotes] == ["TQ-7QK2MB"]


async def test_staff_make_find_and_change_companies(staff: Any, network: Any) -> None:
    made = await staff.post(ALL, json={"name": "Whitfield & Co."})
    assert (made.status_code, made.json()["contacts"][0]["customer_id"]) == (201, None)
    assert (await staff.get(ALL, params={"search": "whit"})).json()["companies"][0]["id"] == BOOKING_ID
    assert network.asked("SearchCompanies")[0].request.search == "whit"
    page = await staff.get(ALL + ONE)
    headers = {"If-Match": page.headers["etag"]}
    assert (await staff.patch(ALL + ONE, json={"is_active": False}, headers=headers)).status_code == 200
    asked = network.asked("UpdateCompany")[0].request
    assert (asked.HasField("name"), asked.is_active, asked.expected_version) == (False, False, 4)


async def test_contacts_come_and_go_by_email_in_the_body(staff: Any, network: Any) -> None:
    contact = {"email": "wilma@whitfield.example", "name": "Wilma"}
    assert (await staff.post(f"{ALL}{ONE}contacts/", json=contact)).status_code == 200
    gone = await staff.post(f"{ALL}{ONE}contacts/remove/", json={"email": contact["email"]})
    assert gone.status_code == 200
    assert network.asked("AddCompanyContact")[0].request.name == "Wilma"
    assert network.asked("RemoveCompanyContact")[0].request.email == contact["email"]


@pytest.mark.parametrize("body", [{}, {"booking_id": BOOKING_ID, "quote_id": BOOKING_ID}, {"booking_id": "TT-7QK2MB"}])
async def test_one_thing_at_a_time_is_given_to_a_company(staff: Any, network: Any, body: dict[str, str]) -> None:
    assert (await staff.post(f"{ALL}{ONE}link/", json=body)).status_code == 400
    assert network.asked("LinkToCompany") == []
    assert (await staff.post(f"{ALL}{ONE}link/", json={"quote_id": BOOKING_ID})).status_code == 200
    assert network.asked("LinkToCompany")[0].request.quote_id == BOOKING_ID
