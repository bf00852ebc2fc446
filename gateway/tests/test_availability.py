"""The calendar, over REST."""

import pytest
from totetaxi.booking.v1.booking_pb2 import PICKUP_WINDOW_MORNING
from totetaxi.booking.v1.booking_service_pb2 import AvailableDay, ListAvailabilityResponse, WindowCapacity
from totetaxi.pricing.v1.price_pb2 import DateSurcharge


@pytest.fixture(autouse=True)
def booking(network) -> None:
    network.answers["ListAvailability"] = lambda _: ListAvailabilityResponse(
        days=[
            AvailableDay(
                date="2027-09-04",
                is_available=True,
                is_weekend=True,
                capacity_used=1,
                max_capacity=9,
                organizers_left=5,
                max_organizers=8,
                windows=[WindowCapacity(window=PICKUP_WINDOW_MORNING, used=3, maximum=3)],
                surcharges=[DateSurcharge(name="Weekend", surcharge_type="weekend", description="15 %")],
            ),
            AvailableDay(date="2027-09-05"),
        ]
    )


async def test_every_day_says_what_is_free_and_what_costs_more(client) -> None:
    answer = (await client.get("/api/public/availability/?start_date=2027-09-04")).json()
    assert (answer["start_date"], answer["end_date"]) == ("2027-09-04", "2027-09-05")
    [saturday, _] = answer["availability"]
    assert saturday["surcharges"] == [{"name": "Weekend", "type": "weekend", "description": "15 %"}]
    assert (saturday["organizers_left"], saturday["max_organizers"]) == (5, 8)
    assert saturday["windows"] == [
        {"pickup_time": "morning", "available": False, "capacity_used": 3, "max_capacity": 3}
    ]


async def test_without_dates_booking_decides_what_today_is(client, network) -> None:
    await client.get("/api/public/availability")
    [call] = network.asked("ListAvailability")
    assert (call.request.start_date, call.request.end_date) == ("", "")


@pytest.mark.parametrize("date", ["tomorrow", "2027-13-01", "20270901", "1893456000"])
async def test_a_date_that_is_none_is_400(client, date: str) -> None:
    answer = await client.get(f"/api/public/availability/?start_date={date}")
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"] == "start_date"
