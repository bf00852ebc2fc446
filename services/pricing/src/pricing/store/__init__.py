"""Pricing's tables, and the questions asked of them."""

from pricing.store import booked, changes, credit, drafts, promotion_uses, promotions, quotes, versions
from pricing.store.tables import metadata

__all__ = ["booked", "changes", "credit", "drafts", "metadata", "promotion_uses", "promotions", "quotes", "versions"]
