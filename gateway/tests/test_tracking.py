"""Following a move, over REST and on the booking's page."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from booking_page_answers import nothing_to_tell
from contract_messages import BOOKING_ID, NOON, found, timestamp
from sessions import SESSION, token_used
from totetaxi.booking.v1 import tracking_service_pb2 as message
from totetaxi.booking.v1.booking_pb2 import BOOKING_STATUS_IN_PROGRESS, BOOKING_STATUS_PAID
from totetaxi.booking.v1.logistics_pb2 import DELIVERY_TASK_KIND_DELIVERY, DELIVERY_TASK_KIND_PICKUP

HOUR = timedelta(hours=1)
PUBLIC = "/api/public/booking-status/TT-7QK2MB/tracking/"


def reached(stage: int, hours: int) -> message.TrackedStage:
    return message.TrackedStage(stage=stage, is_reached=True, reached_at=timestamp(NOON + hours * HOUR))


def on_the_road() -> message.GetTrackingResponse:
    """Picked up at noon in New York, and on its way to the beach."""
    pickup = message.TrackedLeg(
        kind=DELIVERY_TASK_KIND_PICKUP,
        stage=message.TRACKING_STAGE_LOADED,
        stages=[reached(message.TRACKING_STAGE_SCHEDULED, -20), reached(message.TRACKING_STAGE_LOADED, 0)],
    )
    delivery = message.TrackedLeg(
        kind=DELIVERY_TASK_KIND_DELIVERY,
        stage=message.TRACKING_STAGE_ON_THE_WAY,
        arrives_from=timestamp(NOON + 3 * HOUR),
        arrives_until=timestamp(NOON + 5 * HOUR),
        stages=[
            reached(message.TRACKING_STAGE_ON_THE_WAY, 1),
            message.TrackedStage(stage=message.TRACKING_STAGE_DELIVERED),
        ],
    )
    return message.GetTrackingResponse(
        booking_number="TT-7QK2MB", status=BOOKING_STATUS_IN_PROGRESS, legs=[pickup, delivery]
    )


@pytest.fixture(autouse=True)
def booking_service(network: Any) -> None:
    network.answers["GetTracking"] = lambda _: on_the_road()
    nothing_to_tell(network)


async def test_a_customer_follows_their_move_in_new_yorks_time(customer: Any, network: Any) -> None:
    told = (await customer.get(f"/api/customer/bookings/{BOOKING_ID}/tracking/")).json()
    assert (told["booking_number"], told["status"]) == ("TT-7QK2MB", "in_progress")
    assert [(leg["kind"], leg["stage"]) for leg in told["legs"]] == [("pickup", "loaded"), ("delivery", "on_the_way")]
    assert told["legs"][0]["arrives_from"] is None
    assert told["legs"][1]["arrives_from"].endswith(("-04:00", "-05:00"))
    assert told["legs"][1]["stages"][1] == {"stage": "delivered", "is_reached": False, "reached_at": None}
    assert token_used(network, "GetTracking") == f"principal-of-{SESSION}"


async def test_a_guest_proves_it_by_the_email(client: Any, network: Any) -> None:
    assert (await client.get(PUBLIC, params={"email": "ada@example.com"})).status_code == 200
    asked = network.asked("GetTracking")[0].request
    assert (asked.booking_number, asked.email) == ("TT-7QK2MB", "ada@example.com")


async def test_staff_follow_it_too(staff: Any) -> None:
    assert (await staff.get(f"/api/staff/bookings/{BOOKING_ID}/tracking/")).json()["legs"]


@pytest.mark.parametrize(("status", "is_followed"), [(BOOKING_STATUS_PAID, False), (BOOKING_STATUS_IN_PROGRESS, True)])
async def test_the_bookings_page_shows_it_once_it_is_planned(
    client: Any, network: Any, status: Any, is_followed: bool
) -> None:
    answer = found(masked=False)
    answer.booking.status = status
    network.answers["GetBookingByNumber"] = lambda _: answer
    page = (await client.post("/booking/TT-7QK2MB/", data={"email": "ada@example.com"})).text
    assert ("Where your things are" in page) is is_followed
    assert ("We come on" in page) is is_followed
    assert bool(network.asked("GetTracking")) is is_followed


async def test_nothing_is_followed_by_who_sees_the_booking_masked(client: Any, network: Any) -> None:
    answer = found(masked=True)
    answer.booking.status = BOOKING_STATUS_IN_PROGRESS
    network.answers["GetBookingByNumber"] = lambda _: answer
    assert "Where your things are" not in (await client.get("/booking/TT-7QK2MB/")).text
    assert network.asked("GetTracking") == []
