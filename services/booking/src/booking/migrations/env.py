"""Alembic's entry into booking's migrations."""

from booking.store import company_tables, custom_quote_tables, metadata, storage_tables, waiting_tables
from chassis.migrations import run

__all__ = ["company_tables", "custom_quote_tables", "storage_tables", "waiting_tables"]

run(metadata)
