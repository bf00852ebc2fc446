"""Alembic's entry into payments' migrations."""

from chassis.migrations import run

from payments.store import ledger_tables, tables
from payments.store.schema import metadata

__all__ = ["ledger_tables", "tables"]

run(metadata)
