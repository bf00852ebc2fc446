"""A signed-in customer's bookings over REST: lists, one in full, calling off, moving and the same again."""

from __future__ import annotations

import pytest
from booking_messages import own_booking, paid
from chassis.refusal import Conflict, NotFound
from contract_messages import BOOKING_ID, NOON, intent, timestamp
from identity_messages import address, customer
from totetaxi.booking.v1 import booking_pb2
from totetaxi.booking.v1 import customer_booking_service_pb2 as own
from totetaxi.identity.v1.customer_service_pb2 import GetAccountOverviewResponse
from totetaxi.payments.v1.payments_service_pb2 import GetBookingPaymentResponse

BOOKINGS = "/api/customer/bookings/"
ONE = f"{BOOKINGS}{BOOKING_ID}/"
MOVE = {"pickup_date": "2027-06-09", "pickup_time": "evening"}
LATE = own.CancellationTerms(
    kept_cents=127_213, refund_cents=127_212, reason="Less than 48 hours before the pickup 50 % is paid back."
)


@pytest.fixture(autouse=True)
def services(identity) -> None:
    found = own.GetBookingResponse(booking=own_booking(), can_cancel=True, can_rebook=True)
    dearer = own.MoveTerms(
        difference_cents=14_925, reason="The new day costs $149.25 more.", holds_until=timestamp(NOON)
    )
    identity.answers |= {
        "ListBookings": lambda _: own.ListBookingsResponse(
            bookings=[own_booking()], next_page_token="more", total_count=21
        ),
        "CountBookings": lambda _: own.CountBookingsResponse(
            total=21, by_status=[own.StatusCount(status=booking_pb2.BOOKING_STATUS_COMPLETED, count=20)]
        ),
        "GetAccountOverview": lambda _: GetAccountOverviewResponse(
            customer=customer(), saved_addresses_count=1, popular_addresses=[address()]
        ),
        "GetBooking": lambda _: found,
        "GetBookingPayment": lambda _: GetBookingPaymentResponse(payment=paid()),
        "PreviewCancellation": lambda _: own.PreviewCancellationResponse(terms=LATE),
        "CancelBooking": lambda _: own.CancelBookingResponse(
            booking=own_booking(status=booking_pb2.BOOKING_STATUS_CANCELLED), refund_cents=127_212
        ),
        "PreviewReschedule": lambda _: own.PreviewRescheduleResponse(terms=dearer),
        "RescheduleBooking": lambda _: own.RescheduleBookingResponse(booking=own_booking()),
        "Rebook": lambda _: own.RebookResponse(booking=own_booking()),
        "CreatePaymentIntent": lambda _: intent(),
    }


def refuse(network, method: str, refusal: Exception) -> None:
    def answer(_: object) -> None:
        raise refusal

    network.answers[method] = answer


async def test_the_list_is_in_words_with_a_cursor(customer, network) -> None:
    answer = (await customer.get(BOOKINGS)).json()
    assert (answer["total_count"], answer["next_cursor"]) == (21, "more")
    [listed] = answer["bookings"]
    assert (listed["service_type"], listed["status"], listed["total_price"]) == ("Mini Move", "Pending", 2544.25)
    assert network.asked("GetBookingPayment") == []


async def test_filters_reach_booking_as_they_are_meant(customer, network) -> None:
    filters = {"status": "paid", "service_type": "mini_move", "from": "2027-06-01", "to": "2027-06-30"}
    await customer.get(BOOKINGS, params={**filters, "page_size": 5, "cursor": "more"})
    [call] = network.asked("ListBookings")
    assert call.request == own.ListBookingsRequest(
        statuses=[booking_pb2.BOOKING_STATUS_PAID],
        service_type="mini_move",
        from_date="2027-06-01",
        to_date="2027-06-30",
        page_size=5,
        page_token="more",
    )


@pytest.mark.parametrize(
    "wrong", [{"status": "lost"}, {"service_type": "b"}, {"from": "1780000000"}, {"to": "soon"}, {"page_size": "101"}]
)
async def test_filters_that_mean_nothing_are_refused(customer, network, wrong: dict[str, str]) -> None:
    assert (await customer.get(BOOKINGS, params=wrong)).status_code == 400
    assert network.asked("ListBookings") == []


async def test_one_booking_comes_with_its_payment_and_what_booking_says_can_be_done_with_it(customer) -> None:
    shown = (await customer.get(ONE)).json()
    assert (shown["payment_status"], shown["total_price_dollars"]) == ("succeeded", 2544.25)
    assert (shown["can_cancel"], shown["can_reschedule"], shown["can_rebook"]) == (True, False, True)


async def test_a_booking_that_nobody_tried_to_pay_says_so(customer, network) -> None:
    network.answers["GetBookingPayment"] = lambda _: GetBookingPaymentResponse()
    assert (await customer.get(ONE)).json()["payment_status"] == "not_created"


@pytest.mark.parametrize(
    ("method", "http_method", "path", "body"),
    [
        ("GetBooking", "GET", "", None),
        ("PreviewCancellation", "GET", "cancel/", None),
        ("CancelBooking", "POST", "cancel/", {"expected_refund_cents": 0}),
        ("PreviewReschedule", "POST", "reschedule/preview/", MOVE),
        ("RescheduleBooking", "POST", "reschedule/", MOVE),
        ("Rebook", "POST", "rebook/", {"pickup_date": "2027-06-09"}),
    ],
)
async def test_somebody_elses_booking_is_not_there(customer, network, method, http_method, path, body) -> None:
    refuse(network, method, NotFound("booking_unknown", "There is no such booking."))
    answer = await customer.request(http_method, f"{ONE}{path}", json=body)
    assert (answer.status_code, answer.json()["code"]) == (404, "booking_unknown")
    assert network.asked("GetBookingPayment") == network.asked("CreatePaymentIntent") == []


async def test_the_dashboard_asks_each_question_once(customer, network) -> None:
    shown = (await customer.get("/api/customer/dashboard/")).json()
    assert shown["booking_summary"] == {"pending_bookings": 0, "completed_bookings": 20, "total_bookings": 21}
    assert shown["customer_profile"]["name"] == "Grace Hopper"
    assert (len(shown["recent_bookings"]), len(shown["popular_addresses"])) == (1, 1)
    for question in ("CountBookings", "GetAccountOverview", "ListBookings"):
        assert len(network.asked(question)) == 1
    assert network.asked("GetBookingPayment") == []


async def test_calling_off_shows_its_terms_and_holds_to_them(customer, network) -> None:
    terms = (await customer.get(f"{ONE}cancel/")).json()
    assert (terms["refund_dollars"], terms["kept_cents"], terms["holds_until"]) == (1272.12, 127_213, None)
    body = {"expected_refund_cents": terms["refund_cents"], "reason": "rain"}
    done = (await customer.post(f"{ONE}cancel/", json=body)).json()
    assert (done["booking"]["status"], done["refund_dollars"]) == ("cancelled", 1272.12)
    [call] = network.asked("CancelBooking")
    assert (call.request.expected_refund_cents, call.request.reason) == (127_212, "rain")


async def test_terms_that_have_changed_are_a_conflict(customer, network) -> None:
    refuse(network, "CancelBooking", Conflict("terms_changed", "By now half of it is paid back."))
    answer = await customer.post(f"{ONE}cancel/", json={"expected_refund_cents": 254_425})
    assert (answer.status_code, answer.json()["detail"]) == (409, "By now half of it is paid back.")


async def test_calling_off_needs_the_terms_that_were_seen(customer, network) -> None:
    assert (await customer.post(f"{ONE}cancel/", json={})).status_code == 400
    assert network.asked("CancelBooking") == []


async def test_moving_is_previewed_and_done(customer, network) -> None:
    terms = (await customer.post(f"{ONE}reschedule/preview/", json=MOVE)).json()
    assert (terms["difference_cents"], terms["is_free"]) == (14_925, False)
    assert network.asked("RescheduleBooking") == []
    assert (await customer.post(f"{ONE}reschedule/", json=MOVE)).json()["message"] == "Your booking is moved."
    [call] = network.asked("RescheduleBooking")
    assert call.request.pickup_window == booking_pb2.PICKUP_WINDOW_EVENING


async def test_the_same_again_keeps_the_instructions_unless_others_are_given(customer, network) -> None:
    for body in ({}, {"special_instructions": ""}):
        answer = await customer.post(f"{ONE}rebook/", json={"pickup_date": "2027-06-09", **body})
        assert (answer.status_code, answer.json()["payment"]["payment_intent_id"]) == (201, "pi_1")
    asked = [call.request.HasField("special_instructions") for call in network.asked("Rebook")]
    assert asked == [False, True]
