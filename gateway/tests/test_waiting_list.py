"""Waiting for a place on a day that is sold out, over REST."""

import pytest
from chassis.refusal import Conflict, NotFound
from contract_messages import NOON, booked, guest_booking_body, timestamp
from sessions import STAFF_SESSION, token_used
from totetaxi.booking.v1 import waiting_list_service_pb2 as message
from totetaxi.booking.v1.booking_pb2 import PICKUP_WINDOW_MORNING, PICKUP_WINDOW_UNSPECIFIED, Contact

PATH = "/api/public/waiting-list/"
TOKEN = "a-token-of-the-waiting-list"
ADA = {"first_name": "Ada", "last_name": "Byron", "email": "ada@example.com", "phone": "+12125550100"}
BODY = {**ADA, "pickup_date": "2027-06-02", "pickup_time": "morning"}


def entry(**changes: object) -> message.Waiting:
    members = {
        "id": "01998f0e-5d1c-7c59-9f43-0000000000e1",
        "pickup_date": "2027-06-02",
        "pickup_window": PICKUP_WINDOW_MORNING,
        "state": message.WAITING_STATE_WAITING,
        "joined_at": timestamp(NOON),
        "contact": Contact(**ADA),
    }
    return message.Waiting(**{**members, **changes})


@pytest.fixture(autouse=True)
def booking_service(network) -> None:
    offered = entry(
        state=message.WAITING_STATE_OFFERED, offered_window=PICKUP_WINDOW_MORNING, offer_ends_at=timestamp(NOON)
    )
    network.answers["JoinWaitingList"] = lambda _: message.JoinWaitingListResponse(waiting=entry(), token=TOKEN)
    network.answers["GetWaiting"] = lambda _: message.GetWaitingResponse(waiting=offered)
    network.answers["LeaveWaitingList"] = lambda _: message.LeaveWaitingListResponse(
        waiting=entry(state=message.WAITING_STATE_LEFT)
    )
    network.answers["ListWaiting"] = lambda _: message.ListWaitingResponse(entries=[entry()], next_page_token="on")
    network.answers["CreateGuestBooking"] = lambda _: booked()


async def test_a_name_is_put_down_in_the_callers_language(client, network) -> None:
    answer = await client.post(PATH, json=BODY, headers={"Accept-Language": "fr"})
    assert answer.status_code == 201
    assert (answer.json()["token"], answer.json()["waiting"]["state"]) == (TOKEN, "waiting")
    asked = network.asked("JoinWaitingList")[0].request
    assert (asked.contact.email, asked.pickup_date, asked.language) == ("ada@example.com", "2027-06-02", "fr")
    assert asked.pickup_window == PICKUP_WINDOW_MORNING


async def test_any_window_will_do_for_who_names_none(client, network) -> None:
    await client.post(PATH, json={**BODY, "pickup_time": None})
    assert network.asked("JoinWaitingList")[0].request.pickup_window == PICKUP_WINDOW_UNSPECIFIED


async def test_a_day_with_places_is_a_conflict(client, network) -> None:
    def refuse(_: object) -> None:
        raise Conflict("not_sold_out", "The morning still has a place; please book it.", "pickup_date")

    network.answers["JoinWaitingList"] = refuse
    answer = await client.post(PATH, json=BODY)
    assert (answer.status_code, answer.json()["code"]) == (409, "not_sold_out")


async def test_the_link_shows_and_leaves(client, network) -> None:
    shown = (await client.post(f"{PATH}look/", json={"token": TOKEN})).json()
    assert (shown["state"], shown["offered_pickup_time"]) == ("offered", "morning")
    assert shown["offer_ends_at"]
    assert "contact" not in shown
    assert (await client.post(f"{PATH}leave/", json={"token": TOKEN})).json()["state"] == "left"


async def test_a_link_of_nobody_is_not_found(client, network) -> None:
    def refuse(_: object) -> None:
        raise NotFound("waiting_not_found", "There is nothing on our waiting list under this link.", "token")

    network.answers["GetWaiting"] = refuse
    assert (await client.post(f"{PATH}look/", json={"token": TOKEN})).status_code == 404


async def test_a_booking_names_the_offer_that_keeps_its_place(client, network) -> None:
    await client.post("/api/public/guest-booking/", json={**guest_booking_body(), "waiting_token": TOKEN})
    assert network.asked("CreateGuestBooking")[0].request.waiting_token == TOKEN


async def test_staff_see_the_line_of_a_day(staff, network) -> None:
    line = (await staff.get("/api/staff/waiting-list/2027-06-02/", params={"page_size": 1})).json()
    assert (line["entries"][0]["contact"]["email"], line["next_cursor"]) == ("ada@example.com", "on")
    assert network.asked("ListWaiting")[0].request.page_size == 1
    assert token_used(network, "ListWaiting") == f"principal-of-{STAFF_SESSION}"


async def test_visitors_see_no_line(client) -> None:
    assert (await client.get("/api/staff/waiting-list/2027-06-02/")).status_code == 401


async def test_the_page_shows_the_place_that_is_kept_and_opening_it_decides_nothing(client, network) -> None:
    page = await client.get("/waiting/", params={"token": TOKEN})
    assert (page.status_code, page.headers["cache-control"]) == (200, "no-store")
    for words in ("Wednesday, June 2, 2027", "Kept until", TOKEN, "Let the place go"):
        assert words in page.text
    assert network.asked("LeaveWaitingList") == []


async def test_its_button_lets_the_place_go(client, network) -> None:
    page = await client.post("/waiting/", data={"token": TOKEN})
    assert "You are off the list." in page.text
    assert "<form" not in page.text


async def test_a_page_of_nobodys_link_leads_nowhere(client, network) -> None:
    def refuse(_: object) -> None:
        raise NotFound("waiting_not_found", "There is nothing on our waiting list under this link.", "token")

    network.answers["GetWaiting"] = refuse
    page = await client.get("/waiting/", params={"token": "<b>nobody</b>"})
    assert (page.status_code, "This link leads nowhere." in page.text) == (404, True)
    assert "<b>" not in page.text
