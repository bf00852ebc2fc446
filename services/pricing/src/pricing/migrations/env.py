"""Alembic's entry into pricing's migrations."""

from chassis.migrations import run

from pricing.store import metadata

run(metadata)
