"""Pricing's tables, and the questions asked of them."""

from pricing.store import quotes, versions
from pricing.store.tables import metadata

__all__ = ["metadata", "quotes", "versions"]
