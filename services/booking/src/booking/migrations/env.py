"""Alembic's entry into booking's migrations."""

from booking.store import metadata
from chassis.migrations import run

run(metadata)
