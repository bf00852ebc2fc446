"""Alembic's entry into payments' migrations."""

from chassis.migrations import run

from payments.store import (
    addressee_tables,
    customer_tables,
    ledger_tables,
    link_tables,
    reconciliation_tables,
    storage_tables,
    tables,
)
from payments.store.schema import metadata

__all__ = [
    "addressee_tables",
    "customer_tables",
    "ledger_tables",
    "link_tables",
    "reconciliation_tables",
    "storage_tables",
    "tables",
]

run(metadata)
