"""Partners can follow a booking through its whole life, by whichever events they chose."""

from __future__ import annotations

import pytest
from chassis.clock import Clock
from chassis.database import Database
from chassis.inbox import hear_once
from google.protobuf.message import Message
from hearing import fact_of
from notifications.listeners import of_partners
from paid_event import paid_event
from partner_stage import deliveries, register
from totetaxi.booking.v1 import events_pb2 as events
from totetaxi.notifications.v1 import partner_webhook_service_pb2 as pb

KINDS = [events.BookingConfirmed, events.BookingScheduled, events.BookingStarted, events.BookingCompleted]


@pytest.mark.parametrize("kind", KINDS)
async def test_each_step_of_a_booking_waits_to_be_sent(database: Database, kind: type[Message]) -> None:
    clock = Clock()
    name = kind.DESCRIPTOR.name.removeprefix("Booking").lower()
    made = await register(database, clock, "https://partner.example/hear", f"booking.{name}")
    [listener] = [each for each in of_partners.listeners(clock) if each.event is kind]
    event = kind(booking=paid_event().booking)
    await hear_once(database, listener, listener.durable("notifications"), fact_of(event), 1)
    (delivery,) = await deliveries(database, clock, made.endpoint.id)
    assert (delivery.event_type, delivery.status) == (f"booking.{name}", pb.WEBHOOK_DELIVERY_STATUS_WAITING)
