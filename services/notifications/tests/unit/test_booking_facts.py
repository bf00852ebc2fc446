"""From booking's events to what our mails say."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from notifications.domain.booking_words import PriceLine
from notifications.listeners import booking_facts as facts
from notifications.listeners.moments import end_of_day
from totetaxi.booking.v1 import booking_pb2
from totetaxi.booking.v1 import events_pb2 as events
from totetaxi.pricing.v1 import catalog_pb2, price_pb2


def filled(told: Any, status: booking_pb2.BookingStatus = booking_pb2.BOOKING_STATUS_PAID) -> Any:
    told.booking.status = status
    told.booking.request.service_type = catalog_pb2.SERVICE_TYPE_SPECIALTY_ITEM
    told.booking.request.pickup_date = "2027-07-02"
    told.booking.pickup_window = booking_pb2.PICKUP_WINDOW_EVENING
    told.booking.price.total_cents = 55000
    told.booking.price.specialty_items.add(name="Wardrobe box")
    told.booking.price.specialty_items.add(name="Wardrobe box")
    told.booking.price.lines.append(price_pb2.PriceLine(label="Wardrobe box", quantity=2, amount_cents=55000))
    return told


def paid() -> events.BookingPaid:
    told: events.BookingPaid = filled(events.BookingPaid(amount_cents=97500))
    told.paid_at.FromJsonString("2027-06-12T02:30:00Z")
    return told


def test_the_day_of_payment_is_new_yorks_and_not_utcs() -> None:
    assert facts.paid(paid()).paid_on == date(2027, 6, 11)


def test_a_thing_bought_twice_is_named_once_and_its_line_says_how_many() -> None:
    booking = facts.paid(paid())
    assert booking.items == ("Wardrobe box",)
    assert booking.lines == (PriceLine("Wardrobe box", 2, 55000),)


def test_the_total_is_what_was_paid() -> None:
    assert facts.paid(paid()).total_cents == 97500


@pytest.mark.parametrize("lost", ["pickup_window", "status"])
def test_an_event_without_a_window_or_a_status_is_refused_and_not_guessed(lost: str) -> None:
    incomplete = filled(events.BookingRescheduled(previous_pickup_date="2027-07-01"))
    incomplete.booking.ClearField(lost)
    with pytest.raises(ValueError, match=lost):
        facts.rescheduled(incomplete)


@pytest.mark.parametrize(
    ("status", "due_cents"),
    [
        (booking_pb2.BOOKING_STATUS_PENDING, 55000),
        (booking_pb2.BOOKING_STATUS_CONFIRMED, 55000),
        (booking_pb2.BOOKING_STATUS_PAID, 0),
        (booking_pb2.BOOKING_STATUS_SCHEDULED, 0),
    ],
)
def test_what_moves_before_it_is_paid_is_still_due(status: booking_pb2.BookingStatus, due_cents: int) -> None:
    told = filled(events.BookingRescheduled(previous_pickup_date="2027-07-01"), status)
    moved = facts.rescheduled(told)
    assert (moved.due_cents, moved.previous_date, moved.pickup_date) == (due_cents, date(2027, 7, 1), date(2027, 7, 2))


def test_a_refund_is_what_booking_decided() -> None:
    told = facts.cancelled(filled(events.BookingCancelled(refund_cents=27500)))
    assert (told.refund_cents, told.paid_cents) == (27500, 55000)


def test_nothing_paid_back_is_not_the_same_as_nothing_paid() -> None:
    kept, unpaid = (
        facts.cancelled(filled(event)) for event in (events.BookingCancelled(refund_cents=0), events.BookingCancelled())
    )
    assert ((kept.refund_cents, kept.paid_cents), (unpaid.refund_cents, unpaid.paid_cents)) == ((0, 55000), (0, 0))


@pytest.mark.parametrize(
    ("day", "ends"),
    [
        (date(2027, 7, 2), datetime(2027, 7, 3, 4, tzinfo=UTC)),
        (date(2027, 3, 14), datetime(2027, 3, 15, 4, tzinfo=UTC)),
        (date(2027, 11, 7), datetime(2027, 11, 8, 5, tzinfo=UTC)),
    ],
)
def test_a_day_ends_at_new_yorks_midnight_also_when_clocks_change(day: date, ends: datetime) -> None:
    assert end_of_day(day) == ends
