"""Alembic's door to this service's tables."""

from chassis.migrations import run
from notifications.store import metadata

run(metadata)
