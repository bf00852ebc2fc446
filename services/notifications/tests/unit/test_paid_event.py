"""From booking's event to what the confirmation says."""

from __future__ import annotations

from datetime import date

import pytest
from notifications.domain.paid_booking import PaidLine
from notifications.events import paid_booking_of
from totetaxi.booking.v1 import booking_pb2
from totetaxi.booking.v1.events_pb2 import BookingPaid
from totetaxi.pricing.v1 import catalog_pb2, price_pb2


def event() -> BookingPaid:
    told = BookingPaid(amount_cents=97500)
    told.booking.request.service_type = catalog_pb2.SERVICE_TYPE_SPECIALTY_ITEM
    told.booking.request.pickup_date = "2027-07-02"
    told.booking.pickup_window = booking_pb2.PICKUP_WINDOW_EVENING
    told.booking.price.specialty_items.add(name="Wardrobe box")
    told.booking.price.specialty_items.add(name="Wardrobe box")
    told.booking.price.lines.append(price_pb2.PriceLine(label="Wardrobe box", quantity=2, amount_cents=55000))
    told.paid_at.FromJsonString("2027-06-12T02:30:00Z")
    return told


def test_the_day_of_payment_is_new_yorks_and_not_utcs() -> None:
    assert paid_booking_of(event()).paid_on == date(2027, 6, 11)


def test_a_thing_bought_twice_is_named_once_and_its_line_says_how_many() -> None:
    booking = paid_booking_of(event())
    assert booking.items == ("Wardrobe box",)
    assert booking.lines == (PaidLine("Wardrobe box", 2, 55000),)


def test_the_total_is_what_was_paid() -> None:
    assert paid_booking_of(event()).total_cents == 97500


def test_an_event_without_a_window_is_refused_and_not_guessed() -> None:
    incomplete = event()
    incomplete.booking.ClearField("pickup_window")
    with pytest.raises(ValueError, match="pickup_window"):
        paid_booking_of(incomplete)
