"""Alembic's entry into payments' migrations."""

from chassis.migrations import run

from payments.store.tables import metadata

run(metadata)
