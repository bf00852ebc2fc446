"""Alembic's entry into booking's migrations."""

from booking.store import metadata, storage_tables
from chassis.migrations import run

__all__ = ["storage_tables"]

run(metadata)
