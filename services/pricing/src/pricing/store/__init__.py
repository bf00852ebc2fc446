"""Pricing's tables, and the questions asked of them."""

from pricing.store import booked, credit, promotion_uses, promotions, quotes, versions
from pricing.store.tables import metadata

__all__ = ["booked", "credit", "metadata", "promotion_uses", "promotions", "quotes", "versions"]
