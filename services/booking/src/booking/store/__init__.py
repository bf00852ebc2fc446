"""Booking's tables, and the questions asked of them."""

from booking.store import document_tables
from booking.store.tables import metadata

__all__ = ["document_tables", "metadata"]
