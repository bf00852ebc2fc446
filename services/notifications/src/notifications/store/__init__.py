"""Notifications' tables, and the questions asked of them."""

from notifications.store import (
    dead_letters,
    messages,
    privacy,
    standings,
    troubles,
    webhook_deliveries,
    webhook_endpoints,
    wishes,
)
from notifications.store.metadata import metadata

__all__ = [
    "dead_letters",
    "messages",
    "metadata",
    "privacy",
    "standings",
    "troubles",
    "webhook_deliveries",
    "webhook_endpoints",
    "wishes",
]
