"""Booking as a guest and looking it up, over REST."""

import hashlib

import pytest
from chassis.refusal import Conflict, Fault, Invalid, NotFound
from contract_messages import PETITE, booked, booking, found, guest_booking_body
from totetaxi.booking.v1.booking_pb2 import PICKUP_WINDOW_MORNING
from totetaxi.booking.v1.booking_service_pb2 import CreateGuestBookingResponse
from totetaxi.pricing.v1.catalog_pb2 import SERVICE_TYPE_STANDARD_DELIVERY

PATH = "/api/public/guest-booking/"
STATUS = "/api/public/booking-status/TT-7QK2MB/"
COOKIE = "totetaxi_guest"


@pytest.fixture(autouse=True)
def booking_service(network) -> None:
    network.answers["CreateGuestBooking"] = lambda _: booked()
    network.answers["GetBookingByNumber"] = lambda request: found(masked=not (request.email or request.guest_session))


async def book(client, headers: dict[str, str] | None = None, **changes: object):
    return await client.post(PATH, json={**guest_booking_body(), **changes}, headers=headers)


async def test_a_guest_books_and_sees_everything(client, network) -> None:
    answer = await book(client)
    assert answer.status_code == 201
    made = answer.json()["booking"]
    assert (made["customer_name"], made["status"], made["total_price_dollars"]) == ("Ada Byron", "pending", 2544.25)
    assert sum(line["amount_dollars"] for line in made["pricing_breakdown"]["lines"]) == 2544.25
    assert made["pricing_breakdown"]["organizing_services"] == made["organizing_services_breakdown"]
    [call] = network.asked("CreateGuestBooking")
    assert call.request.pickup_window == PICKUP_WINDOW_MORNING
    assert call.request.request.mini_move_package_id == PETITE
    assert call.metadata["authorization"] == "Bearer visitor-token"


async def test_the_breakdown_of_anything_but_a_mini_move_is_an_empty_object(client, network) -> None:
    delivery = booking(service_type=SERVICE_TYPE_STANDARD_DELIVERY)
    network.answers["CreateGuestBooking"] = lambda _: CreateGuestBookingResponse(booking=delivery)
    assert (await book(client)).json()["booking"]["organizing_services_breakdown"] == {}


async def test_booking_learns_only_the_digest_of_the_cookie(client, network) -> None:
    answer = await book(client)
    cookie = answer.cookies[COOKIE]
    flags = answer.headers["set-cookie"].lower()
    assert "httponly" in flags
    assert "samesite=lax" in flags
    [call] = network.asked("CreateGuestBooking")
    assert call.request.guest_session == hashlib.sha256(cookie.encode()).hexdigest()
    assert cookie not in str(call.request)


async def test_outside_local_the_cookie_is_secure_and_of_this_host(gateway_with) -> None:
    async with gateway_with(environment="production") as client:
        answer = await book(client)
    assert answer.headers["set-cookie"].startswith("__Host-totetaxi_guest=")
    assert "secure" in answer.headers["set-cookie"].lower()
    assert "max-age" in answer.headers["strict-transport-security"]


async def test_a_retry_whose_first_answer_was_lost_comes_from_the_same_guest(client, network) -> None:
    for _ in range(2):
        await book(client, {"Idempotency-Key": "a-key"})
        client.cookies.clear()
    first, second = network.asked("CreateGuestBooking")
    assert first.request.guest_session == second.request.guest_session
    assert first.request.idempotency_key == "a-key"


async def test_another_guest_with_the_same_key_is_another_guest(client, network) -> None:
    await book(client, {"Idempotency-Key": "1"})
    client.cookies.clear()
    await book(client, {"Idempotency-Key": "1"}, email="grace@example.com")
    first, second = network.asked("CreateGuestBooking")
    assert first.request.guest_session != second.request.guest_session


async def test_without_a_key_every_new_browser_is_another_guest(client, network) -> None:
    for _ in range(2):
        await book(client)
        client.cookies.clear()
    first, second = network.asked("CreateGuestBooking")
    assert first.request.guest_session != second.request.guest_session


async def test_a_replayed_answer_says_so(client, network) -> None:
    network.answers["CreateGuestBooking"] = lambda _: booked(replayed=True)
    answer = await book(client, {"Idempotency-Key": "a-key"})
    assert (answer.status_code, answer.headers["idempotent-replayed"]) == (201, "true")


async def test_a_key_used_for_another_booking_is_422_and_sets_no_cookie(client, network) -> None:
    def refuse(_: object) -> None:
        raise Conflict("idempotency_key_reused", "This Idempotency-Key was used for another request.")

    network.answers["CreateGuestBooking"] = refuse
    answer = await book(client, {"Idempotency-Key": "a-key"})
    assert answer.status_code == 422
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("key", ["", "with space", "x" * 256])
async def test_a_key_that_is_none_is_refused(client, network, key: str) -> None:
    answer = await book(client, {"Idempotency-Key": key})
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_idempotency_key")
    assert network.asked("CreateGuestBooking") == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"email": None}, "email"),
        ({"first_name": "   "}, "first_name"),
        ({"pickup_time": "midnight"}, "pickup_time"),
        ({"pickup_address": {"city": "New York"}}, "pickup_address.address_line_1"),
        ({"pickup_address": None}, "pickup_address"),
        ({"special_instructions": "x" * 2001}, "special_instructions"),
        ({"customer_id": "somebody-else"}, "customer_id"),
    ],
)
async def test_bad_input_is_400_and_books_nothing(client, network, changes, field: str) -> None:
    answer = await book(client, **changes)
    assert answer.status_code == 400
    assert field in [error["field"] for error in answer.json()["errors"]]
    assert network.asked("CreateGuestBooking") == []


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"phone": "12"}, "phone must have at least 7 characters."),
        ({"phone": "1" * 33}, "phone must have at most 32 characters."),
        ({"specialty_item_ids": ["x"] * 51}, "specialty_item_ids must have at most 50 entries."),
        ({"pickup_date": "soon"}, "pickup_date must be a date such as 2027-06-02."),
        ({"pickup_zip_code": "11937"}, "pickup_zip_code differs from pickup_address.zip_code."),
        ({"pickup_time": "noon"}, "pickup_time should be 'morning', 'afternoon' or 'evening'."),
    ],
)
async def test_bad_input_is_answered_in_a_sentence_to_read_aloud(client, changes, sentence: str) -> None:
    assert (await book(client, **changes)).json()["detail"] == sentence


async def test_members_of_an_address_that_we_do_not_know_are_refused(client) -> None:
    address = {**guest_booking_body()["pickup_address"], "customer_id": "somebody-else"}
    answer = await book(client, pickup_address=address)
    assert answer.json()["errors"][0]["pointer"] == "#/pickup_address/customer_id"


async def test_a_zip_code_that_contradicts_the_address_is_refused(client) -> None:
    assert (await book(client, pickup_zip_code="11937")).status_code == 400
    assert (await book(client, pickup_zip_code="10001")).status_code == 201


async def test_bookings_rules_read_in_the_clients_words(client, network) -> None:
    def refuse(_: object) -> None:
        raise Invalid.of([Fault("contact.phone", "contact.phone must be a phone number.")])

    network.answers["CreateGuestBooking"] = refuse
    problem = (await book(client)).json()
    assert problem["detail"] == "phone must be a phone number."
    assert problem["errors"] == [{"field": "phone", "message": problem["detail"], "pointer": "#/phone"}]


async def test_who_knows_only_the_number_sees_it_masked(client, network) -> None:
    answer = (await client.get(STATUS)).json()
    assert (answer["customer_name"], answer["is_masked"]) == ("Ada B.", True)
    assert "customer_email" not in answer


async def test_the_email_is_handed_on_as_proof(client, network) -> None:
    answer = (await client.get(STATUS, params={"email": "ada@example.com"})).json()
    assert answer["customer_email"] == "ada@example.com"
    assert network.asked("GetBookingByNumber")[0].request.email == "ada@example.com"


async def test_the_browser_that_booked_proves_itself_by_its_cookie(client, network) -> None:
    await book(client)
    assert (await client.get(STATUS)).json()["customer_name"] == "Ada Byron"
    [made], [looked_up] = network.asked("CreateGuestBooking"), network.asked("GetBookingByNumber")
    assert made.request.guest_session == looked_up.request.guest_session


async def test_a_cookie_that_we_never_made_proves_nothing(client, network) -> None:
    await client.get(STATUS, headers={"Cookie": f"{COOKIE}=anything"})
    assert network.asked("GetBookingByNumber")[0].request.guest_session == ""


async def test_an_unknown_number_is_404(client, network) -> None:
    def refuse(_: object) -> None:
        raise NotFound("booking_unknown", "There is no booking with this number.")

    network.answers["GetBookingByNumber"] = refuse
    answer = await client.get("/api/public/booking-status/TT-ZZZZZZ/")
    assert (answer.status_code, answer.json()["error"]) == (404, "There is no booking with this number.")


@pytest.mark.parametrize(
    ("sent", "language"), [("fr-CA,fr;q=0.9", "fr-CA"), ("en", "en"), ("*", ""), ("x" * 500, ""), ("", "")]
)
async def test_mails_are_in_the_clients_first_language(client, network, sent: str, language: str) -> None:
    await book(client, {"Accept-Language": sent})
    assert network.asked("CreateGuestBooking")[0].request.language == language
