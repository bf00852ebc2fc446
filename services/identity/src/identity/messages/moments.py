"""Instants and pickup windows as the contracts write them."""

from __future__ import annotations

from datetime import datetime

from google.protobuf.timestamp_pb2 import Timestamp
from totetaxi.booking.v1.booking_pb2 import (
    PICKUP_WINDOW_AFTERNOON,
    PICKUP_WINDOW_EVENING,
    PICKUP_WINDOW_MORNING,
    PickupWindow,
)

WINDOWS: dict[str, PickupWindow] = {
    "morning": PICKUP_WINDOW_MORNING,
    "afternoon": PICKUP_WINDOW_AFTERNOON,
    "evening": PICKUP_WINDOW_EVENING,
}
WINDOW_NAMES = {window: name for name, window in WINDOWS.items()}


def timestamp(instant: datetime) -> Timestamp:
    """An instant."""
    moment = Timestamp()
    moment.FromDatetime(instant)
    return moment


def optional_timestamp(instant: datetime | None) -> Timestamp | None:
    """An instant, or nothing."""
    return timestamp(instant) if instant else None
