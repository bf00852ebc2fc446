"""Instants of events, and where a day in New York ends."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from chassis.clock import NEW_YORK
from google.protobuf.timestamp_pb2 import Timestamp


def instant(timestamp: Timestamp) -> datetime:
    """UTC."""
    return timestamp.ToDatetime(tzinfo=UTC)


def end_of_day(day: date) -> datetime:
    """The midnight in New York at which `day` ends."""
    return datetime.combine(day + timedelta(days=1), time(), NEW_YORK)
