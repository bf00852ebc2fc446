"""The calendar as the contract says it."""

from __future__ import annotations

from collections.abc import Sequence

from totetaxi.booking.v1.booking_service_pb2 import AvailableDay, WindowCapacity
from totetaxi.pricing.v1.price_pb2 import DateSurcharge

from booking.domain.availability import Day
from booking.messages import WINDOWS


def available_day(day: Day, surcharges: Sequence[DateSurcharge]) -> AvailableDay:
    """One day with its places and what costs more."""
    return AvailableDay(
        date=day.date.isoformat(),
        is_available=day.is_available,
        is_weekend=day.is_weekend,
        specialty_items_allowed=day.has_van,
        capacity_used=day.used,
        max_capacity=day.maximum,
        windows=[
            WindowCapacity(window=WINDOWS[window], used=places.used, maximum=places.maximum)
            for window, places in day.windows.items()
        ],
        surcharges=surcharges,
    )
