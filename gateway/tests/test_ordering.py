"""Booking in one's account over REST: several services work for it, and the booking comes first."""

from __future__ import annotations

import pytest
from booking_messages import BEACH, STREET, made, new_booking
from chassis.refusal import Conflict, NotFound, Unavailable
from contract_messages import BOOKING_ID, intent
from identity_messages import ADDRESS_ID, address, customer
from totetaxi.booking.v1.booking_pb2 import PICKUP_WINDOW_EVENING, PICKUP_WINDOW_MORNING
from totetaxi.identity.v1 import address_service_pb2 as addresses
from totetaxi.identity.v1.customer_service_pb2 import GetProfileResponse

PATH = "/api/customer/bookings/create/"
KEPT = {"new_pickup_address": None, "pickup_address_id": ADDRESS_ID}


@pytest.fixture(autouse=True)
def services(identity) -> None:
    identity.answers |= {
        "GetProfile": lambda _: GetProfileResponse(customer=customer()),
        "BatchGetAddresses": lambda _: addresses.BatchGetAddressesResponse(addresses=[address()]),
        "CreateAddress": lambda _: addresses.CreateAddressResponse(address=address()),
        "NoteAddressUse": lambda _: addresses.NoteAddressUseResponse(),
        "CreateBooking": lambda _: made(),
        "CreatePaymentIntent": lambda _: intent(),
    }


async def book(browser, headers: dict[str, str] | None = None, **changes: object):
    return await browser.post(PATH, json=new_booking(**changes), headers=headers)


def refuse(refusal: Exception):
    def answer(_: object) -> None:
        raise refusal

    return answer


async def test_a_customer_books_with_what_their_account_knows(customer, network) -> None:
    answer = await book(customer, {"Idempotency-Key": "a-key", "Accept-Language": "fr"})
    assert answer.status_code == 201
    assert answer.json()["payment"] == {"client_secret": "pi_1_secret_x", "payment_intent_id": "pi_1"}
    shown = answer.json()["booking"]
    assert (shown["status"], shown["payment_status"], shown["can_cancel"]) == ("pending", "pending", True)
    [call] = network.asked("CreateBooking")
    asked = call.request
    assert (asked.contact.email, asked.contact.phone) == ("grace@example.com", "+12125550101")
    assert (asked.pickup_window, asked.idempotency_key, asked.language) == (PICKUP_WINDOW_EVENING, "a-key", "fr")
    assert (asked.pickup_address.zip_code, asked.delivery_address.city) == ("10001", "East Hampton")
    assert call.metadata["authorization"].startswith("Bearer principal-of-customer-session")
    assert "idempotent-replayed" not in answer.headers


async def test_what_is_said_today_goes_before_what_the_account_knows(customer, network) -> None:
    await book(customer, phone="+12125550199", pickup_time="morning", quote_id="quote-1", booking_id=BOOKING_ID)
    [call] = network.asked("CreateBooking")
    assert (call.request.contact.phone, call.request.pickup_window) == ("+12125550199", PICKUP_WINDOW_MORNING)
    assert (call.request.quote_id, call.request.booking_id) == ("quote-1", BOOKING_ID)


@pytest.mark.parametrize("end", ["pickup", "delivery"])
@pytest.mark.parametrize("given", [{"saved": None, "new": None}, {"saved": ADDRESS_ID, "new": BEACH}])
async def test_each_end_has_one_address(customer, network, end: str, given: dict[str, object]) -> None:
    answer = await book(customer, **{f"{end}_address_id": given["saved"], f"new_{end}_address": given["new"]})
    assert answer.status_code == 400
    assert f"{end}_address_id or new_{end}_address" in answer.json()["detail"]
    assert network.asked("CreateBooking") == []


async def test_a_saved_address_is_the_one_that_is_booked(customer, network) -> None:
    await book(customer, **KEPT)
    [call] = network.asked("CreateBooking")
    assert call.request.pickup_address.address_line_2 == "Apt 9"
    [used] = network.asked("NoteAddressUse")
    assert [(use.address_id, use.purpose) for use in used.request.uses] == [
        (ADDRESS_ID, addresses.ADDRESS_PURPOSE_PICKUP)
    ]
    assert network.asked("CreateAddress") == []


async def test_an_address_that_is_not_ones_own_is_named_and_nothing_is_booked(customer, network) -> None:
    network.answers["BatchGetAddresses"] = refuse(NotFound("address_not_found", "There is no such address."))
    answer = await book(customer, **KEPT)
    assert (answer.status_code, answer.json()["code"]) == (404, "address_not_found")
    assert [error["field"] for error in answer.json()["errors"]] == ["pickup_address_id"]
    assert network.asked("CreateBooking") == []


async def test_a_new_address_is_kept_under_the_bookings_own_id_for_it(customer, network) -> None:
    await book(customer, save_pickup_address=True, pickup_address_nickname="Work")
    [kept], [used] = network.asked("CreateAddress"), network.asked("NoteAddressUse")
    assert (kept.request.address_id, kept.request.nickname) == (BOOKING_ID, "Work")
    assert [use.address_id for use in used.request.uses] == [BOOKING_ID]


async def test_an_address_that_cannot_be_kept_spoils_no_booking(customer, network) -> None:
    full = Conflict("too_many_addresses", "You keep 50 addresses; please remove one first.")
    network.answers |= {"CreateAddress": refuse(full), "NoteAddressUse": refuse(Unavailable("away", "Away."))}
    answer = await book(customer, save_pickup_address=True, save_delivery_address=True)
    assert answer.status_code == 201
    assert len(network.asked("CreateAddress")) == 2


async def test_a_payment_that_cannot_be_started_says_that_the_booking_is_made(customer, network) -> None:
    network.answers["CreatePaymentIntent"] = refuse(Unavailable("stripe_unavailable", "Stripe is away."))
    answer = await book(customer)
    problem = answer.json()
    assert (answer.status_code, problem["code"], answer.headers["retry-after"]) == (503, "payment_not_started", "5")
    assert "Your booking TT-7QK2MB is made" in problem["detail"]


async def test_who_wants_to_pay_later_starts_no_payment(customer, network) -> None:
    answer = await book(customer, create_payment_intent=False)
    assert (answer.json()["payment"], answer.json()["booking"]["payment_status"]) == (None, "not_created")
    assert network.asked("CreatePaymentIntent") == []


async def test_a_booking_that_costs_nothing_has_nothing_to_pay(customer, network) -> None:
    free = made()
    free.booking.price.total_cents = 0
    network.answers["CreateBooking"] = lambda _: free
    assert (await book(customer)).json()["payment"] is None
    assert network.asked("CreatePaymentIntent") == []


async def test_a_replayed_answer_says_so_and_starts_the_payment_that_was_not_started(customer, network) -> None:
    network.answers["CreateBooking"] = lambda _: made(replayed=True)
    answer = await book(customer, {"Idempotency-Key": "a-key"})
    assert (answer.status_code, answer.headers["idempotent-replayed"]) == (201, "true")
    assert answer.json()["payment"]["payment_intent_id"] == "pi_1"


async def test_a_retry_after_the_payment_answers_the_booking_without_a_payment(customer, network) -> None:
    network.answers["CreateBooking"] = lambda _: made(replayed=True)
    network.answers["CreatePaymentIntent"] = refuse(Conflict("already_paid", "Booking TT-7QK2MB is paid already."))
    answer = await book(customer, {"Idempotency-Key": "a-key"})
    assert (answer.status_code, answer.json()["payment"]) == (201, None)


async def test_members_that_we_do_not_know_are_refused(customer, network) -> None:
    for stranger in ({"customer_id": BOOKING_ID}, {"new_pickup_address": {**STREET, "customer_id": BOOKING_ID}}):
        assert (await book(customer, **stranger)).status_code == 400
    assert network.asked("CreateBooking") == []
