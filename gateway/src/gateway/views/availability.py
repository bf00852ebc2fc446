"""The calendar's answer."""

from __future__ import annotations

from collections.abc import Sequence

from totetaxi.booking.v1 import booking_service_pb2 as message
from totetaxi.pricing.v1.price_pb2 import DateSurcharge

from gateway.schemas import availability as schema
from gateway.views.words import pickup_time_word


def availability(days: Sequence[message.AvailableDay]) -> schema.Availability:
    """GET /api/public/availability/."""
    return schema.Availability(
        availability=[day(each) for each in days],
        start_date=days[0].date if days else "",
        end_date=days[-1].date if days else "",
    )


def day(each: message.AvailableDay) -> schema.Day:
    """One day."""
    return schema.Day(
        date=each.date,
        available=each.is_available,
        is_weekend=each.is_weekend,
        specialty_items_allowed=each.specialty_items_allowed,
        capacity_used=each.capacity_used,
        max_capacity=each.max_capacity,
        windows=[window(one) for one in each.windows],
        surcharges=[surcharge(one) for one in each.surcharges],
        organizers_left=each.organizers_left,
        max_organizers=each.max_organizers,
    )


def window(each: message.WindowCapacity) -> schema.WindowCapacity:
    """One window."""
    return schema.WindowCapacity(
        pickup_time=pickup_time_word(each.window),
        available=each.used < each.maximum,
        capacity_used=each.used,
        max_capacity=each.maximum,
    )


def surcharge(each: DateSurcharge) -> schema.DateSurcharge:
    """One surcharge."""
    return schema.DateSurcharge(name=each.name, type=each.surcharge_type, description=each.description)
