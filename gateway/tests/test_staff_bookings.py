"""Bookings, the calendar and the dashboard of staff, over REST."""

from __future__ import annotations

import pytest
from booking_messages import OTHER_ID, booking_for, inspected, made, own_booking, paid
from chassis.refusal import Conflict, NotFound
from contract_messages import BOOKING_ID
from sessions import CUSTOMER_ID
from totetaxi.booking.v1 import booking_pb2
from totetaxi.booking.v1 import staff_booking_service_pb2 as staffs
from totetaxi.booking.v1.customer_booking_service_pb2 import StatusCount
from totetaxi.identity.v1.customer_service_pb2 import CountCustomersResponse
from totetaxi.payments.v1 import finance_service_pb2 as finance

BOOKINGS = "/api/staff/bookings/"
ONE = f"{BOOKINGS}{BOOKING_ID}/"
REASON = {"reason": "the customer called"}
MOVE = {"pickup_date": "2027-06-09", **REASON}


@pytest.fixture(autouse=True)
def services(identity) -> None:
    now_paid = own_booking(status=booking_pb2.BOOKING_STATUS_PAID)
    identity.answers |= {
        "SearchBookings": lambda _: staffs.SearchBookingsResponse(
            bookings=[own_booking(), own_booking(id=OTHER_ID)], next_page_token="more", total_count=51
        ),
        "ListBookingPayments": lambda _: finance.ListBookingPaymentsResponse(payments=[paid(OTHER_ID)]),
        "InspectBooking": lambda _: inspected(),
        "UpdateBooking": lambda _: staffs.UpdateBookingResponse(booking=now_paid),
        "CreateBookingFor": lambda _: staffs.CreateBookingForResponse(booking=made().booking),
        "CancelBookingFor": lambda _: staffs.CancelBookingForResponse(booking=now_paid, refund_cents=100),
        "RescheduleBookingFor": lambda _: staffs.RescheduleBookingForResponse(booking=now_paid),
        "SetBookingDeleted": lambda _: staffs.SetBookingDeletedResponse(booking=now_paid),
        "GetCalendar": lambda _: staffs.GetCalendarResponse(days=[day()]),
        "SetDayOrganizers": lambda _: staffs.SetDayOrganizersResponse(day=day()),
        "SetDayCapacity": lambda _: staffs.SetDayCapacityResponse(day=day()),
        "GetBookingStatistics": lambda _: staffs.GetBookingStatisticsResponse(
            total=3, by_status=[StatusCount(status=booking_pb2.BOOKING_STATUS_PAID, count=2)], urgent=[own_booking()]
        ),
        "GetPaymentStatistics": lambda _: finance.GetPaymentStatisticsResponse(total_payments=4, revenue_cents=254_425),
        "CountCustomers": lambda _: CountCustomersResponse(total=9, vip=1),
    }


def day() -> staffs.CalendarDay:
    booking = staffs.CalendarBooking(id=BOOKING_ID, customer_name="Ada Byron", pickup_window=1, status=3)
    return staffs.CalendarDay(
        date="2027-06-05", capacity_used=1, max_capacity=21, bookings=[booking], organizers_used=2
    )


async def test_the_dashboard_asks_each_service_once(staff, network) -> None:
    shown = (await staff.get("/api/staff/dashboard/")).json()
    assert shown["staff_info"]["permissions"]["can_approve_refunds"] is False
    assert (shown["booking_stats"]["total_bookings"], shown["booking_stats"]["paid_bookings"]) == (3, 2)
    assert (shown["payment_stats"]["total_revenue_dollars"], shown["customer_stats"]["vip_customers"]) == (2544.25, 1)
    assert [booking["booking_number"] for booking in shown["urgent_bookings"]] == ["TT-7QK2MB"]
    for question in ("GetBookingStatistics", "GetPaymentStatistics", "CountCustomers"):
        assert len(network.asked(question)) == 1


async def test_a_page_of_bookings_asks_for_all_their_payments_at_once(staff, network) -> None:
    shown = (await staff.get(BOOKINGS)).json()
    assert [booking["payment_status"] for booking in shown["bookings"]] == ["not_created", "succeeded"]
    assert (shown["total_count"], shown["next_cursor"]) == (51, "more")
    [call] = network.asked("ListBookingPayments")
    assert list(call.request.booking_ids) == [BOOKING_ID, OTHER_ID]


async def test_an_empty_page_asks_payments_nothing(staff, network) -> None:
    network.answers["SearchBookings"] = lambda _: staffs.SearchBookingsResponse()
    assert (await staff.get(BOOKINGS)).json()["bookings"] == []
    assert network.asked("ListBookingPayments") == []


async def test_filters_reach_booking_and_are_shown_again(staff, network) -> None:
    filters = {"status": "paid", "date": "2027-06-05", "search": "+12125550100"}
    more = {"service_type": "mini_move", "customer_id": CUSTOMER_ID, "only_deleted": "true", "cursor": "more"}
    shown = (await staff.get(BOOKINGS, params={**filters, **more, "page_size": 10})).json()
    assert shown["filters"] == filters
    [call] = network.asked("SearchBookings")
    assert call.request == staffs.SearchBookingsRequest(
        search="+12125550100",
        statuses=[booking_pb2.BOOKING_STATUS_PAID],
        pickup_date="2027-06-05",
        service_type="mini_move",
        customer_id=CUSTOMER_ID,
        only_deleted=True,
        page_size=10,
        page_token="more",
    )


@pytest.mark.parametrize(
    "wrong",
    [{"status": "lost"}, {"date": "1780000000"}, {"search": "x" * 101}, {"page_size": "51"}, {"customer_id": "x"}],
)
async def test_filters_that_mean_nothing_are_refused(staff, network, wrong: dict[str, str]) -> None:
    assert (await staff.get(BOOKINGS, params=wrong)).status_code == 400
    assert network.asked("SearchBookings") == []


async def test_a_booking_in_full_has_its_history_its_payment_and_an_etag(staff, network) -> None:
    network.answers["ListBookingPayments"] = lambda _: finance.ListBookingPaymentsResponse(payments=[paid()])
    answer = await staff.get(ONE)
    assert answer.headers["etag"] == '"3"'
    shown = answer.json()
    assert (shown["customer"]["id"], shown["guest_checkout"]) == (CUSTOMER_ID, None)
    assert (shown["payment"]["status"], shown["payment"]["amount_dollars"]) == ("succeeded", 2544.25)
    assert [(entry["from_status"], entry["to_status"]) for entry in shown["booking"]["history"]] == [
        (None, "pending"),
        ("pending", "paid"),
    ]
    assert (shown["booking"]["staff_notes"], shown["booking"]["deleted_at"]) == ("piano", None)
    assert shown["booking"]["allowed_statuses"] == ["scheduled", "cancelled"]


async def test_a_guests_booking_names_no_customer(staff, network) -> None:
    found = inspected()
    found.booking.customer_id = ""
    network.answers["InspectBooking"] = lambda _: found
    shown = (await staff.get(ONE)).json()
    assert (shown["customer"], shown["guest_checkout"]["email"], shown["payment"]) == (None, "ada@example.com", None)


async def test_only_what_is_sent_changes_and_only_what_was_seen(staff, network) -> None:
    answer = await staff.patch(ONE, json={"status": "scheduled"}, headers={"If-Match": '"2"'})
    assert (answer.status_code, answer.headers["etag"], answer.json()["booking"]["status"]) == (200, '"3"', "paid")
    await staff.patch(ONE, json={"staff_notes": ""})
    status, notes = (call.request for call in network.asked("UpdateBooking"))
    assert (status.status, status.expected_version, status.HasField("staff_notes")) == (4, 2, False)
    assert (notes.status, notes.expected_version, notes.HasField("staff_notes")) == (0, 0, True)


async def test_a_change_of_what_others_changed_meanwhile_is_412(staff, network) -> None:
    def refuse(_: object) -> None:
        raise Conflict("booking_changed", "This booking was changed since you saw it: it is scheduled now.")

    network.answers["UpdateBooking"] = refuse
    answer = await staff.patch(ONE, json={"staff_notes": "x"}, headers={"If-Match": '"2"'})
    assert (answer.status_code, answer.json()["code"]) == (412, "booking_changed")


@pytest.mark.parametrize("body", [{"status": "lost"}, {"total_price_dollars": 1}, {"staff_notes": "x" * 10_001}])
async def test_changes_that_we_do_not_know_are_refused(staff, network, body: dict[str, object]) -> None:
    assert (await staff.patch(ONE, json=body)).status_code == 400
    assert network.asked("UpdateBooking") == []


@pytest.mark.parametrize(
    ("method", "http_method", "path", "body"),
    [
        ("InspectBooking", "GET", "", None),
        ("UpdateBooking", "PATCH", "", {"staff_notes": "x"}),
        ("CancelBookingFor", "POST", "cancel/", REASON),
        ("RescheduleBookingFor", "POST", "reschedule/", MOVE),
        ("SetBookingDeleted", "POST", "delete/", REASON),
        ("SetBookingDeleted", "POST", "restore/", REASON),
    ],
)
async def test_a_booking_that_is_not_there_is_404(staff, network, method, http_method, path, body) -> None:
    def refuse(_: object) -> None:
        raise NotFound("booking_unknown", "There is no such booking.")

    network.answers[method] = refuse
    assert (await staff.request(http_method, f"{ONE}{path}", json=body)).status_code == 404


async def test_calling_off_is_by_the_policy_or_by_an_amount_with_a_reason(staff, network) -> None:
    assert (await staff.post(f"{ONE}cancel/", json={"refund_cents": 5})).status_code == 400
    for body in (REASON, {**REASON, "refund_cents": 0}):
        assert (await staff.post(f"{ONE}cancel/", json=body)).json()["refund_cents"] == 100
    asked = [call.request.HasField("refund_cents") for call in network.asked("CancelBookingFor")]
    assert asked == [False, True]


async def test_a_booking_is_taken_out_of_the_lists_and_brought_back(staff, network) -> None:
    words = [(await staff.post(f"{ONE}{deed}/", json=REASON)).json()["message"] for deed in ("delete", "restore")]
    assert words == ["The booking is out of the lists.", "The booking is back."]
    assert [call.request.is_deleted for call in network.asked("SetBookingDeleted")] == [True, False]


async def test_moving_keeps_the_window_unless_another_is_given(staff, network) -> None:
    for body in (MOVE, {**MOVE, "pickup_time": "evening"}):
        assert (await staff.post(f"{ONE}reschedule/", json=body)).status_code == 200
    assert [call.request.pickup_window for call in network.asked("RescheduleBookingFor")] == [0, 3]


async def test_staff_book_for_a_guest_with_72_hours_to_pay(staff, network) -> None:
    answer = await staff.post(BOOKINGS, json=booking_for(), headers={"Idempotency-Key": "a-key"})
    assert (answer.status_code, "idempotent-replayed" in answer.headers) == (201, False)
    [call] = network.asked("CreateBookingFor")
    assert (call.request.payment_hours, call.request.customer_id) == (72, "")
    assert (call.request.booking.idempotency_key, call.request.booking.contact.first_name) == ("a-key", "Ada")


async def test_a_replayed_booking_for_a_customer_says_so(staff, network) -> None:
    network.answers["CreateBookingFor"] = lambda _: staffs.CreateBookingForResponse(
        booking=own_booking(), is_replayed=True
    )
    answer = await staff.post(BOOKINGS, json=booking_for(customer_id=CUSTOMER_ID, payment_hours=24))
    assert answer.headers["idempotent-replayed"] == "true"
    [call] = network.asked("CreateBookingFor")
    assert (call.request.customer_id, call.request.payment_hours) == (CUSTOMER_ID, 24)


async def test_the_calendar_shows_days_and_takes_places(staff, network) -> None:
    params = {"start_date": "2027-06-05", "end_date": "2027-06-06"}
    [shown] = (await staff.get("/api/staff/calendar/", params=params)).json()["days"]
    assert (shown["max_capacity"], shown["bookings"][0]["pickup_time"]) == (21, "morning")
    body = {"window_capacity": 0, "reason": "holiday"}
    assert (await staff.put("/api/staff/calendar/2027-06-05/", json=body)).json()["date"] == "2027-06-05"
    [call] = network.asked("SetDayCapacity")
    assert (call.request.HasField("window_capacity"), call.request.window_capacity) == (True, 0)
    assert (await staff.put("/api/staff/calendar/1780000000/", json=body)).status_code == 400


async def test_the_calendar_shows_organizers_and_takes_how_many_there_are(staff, network) -> None:
    path = "/api/staff/calendar/2027-06-05/organizers/"
    shown = (await staff.put(path, json={"organizers": 4, "reason": "two are ill"})).json()
    assert (shown["date"], shown["organizers_used"]) == ("2027-06-05", 2)
    await staff.put(path, json={"reason": "all are well"})
    few, usual = network.asked("SetDayOrganizers")
    assert (few.request.organizers, few.request.reason) == (4, "two are ill")
    assert not usual.request.HasField("organizers")
    assert (await staff.put(path, json={"organizers": -1, "reason": "none"})).status_code == 400
