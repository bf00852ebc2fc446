"""Booking's tables, and the questions asked of them."""

from booking.store.tables import metadata

__all__ = ["metadata"]
