"""Notifications' tables, and the questions asked of them."""

from notifications.store import messages, privacy, standings, wishes
from notifications.store.metadata import metadata

__all__ = ["messages", "metadata", "privacy", "standings", "wishes"]
