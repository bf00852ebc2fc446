"""Alembic's entry into identity's migrations."""

from chassis.migrations import run
from identity.store import metadata

run(metadata)
