"""Alembic's entry into booking's migrations."""

from booking.store import (
    booking_event_tables,
    claim_tables,
    company_tables,
    custom_quote_tables,
    document_tables,
    driver_link_tables,
    figure_tables,
    handover_tables,
    logistics_tables,
    metadata,
    organizer_tables,
    route_plan_tables,
    storage_tables,
    tracking_tables,
    waiting_tables,
)
from chassis.migrations import run

__all__ = [
    "booking_event_tables",
    "claim_tables",
    "company_tables",
    "custom_quote_tables",
    "document_tables",
    "driver_link_tables",
    "figure_tables",
    "handover_tables",
    "logistics_tables",
    "organizer_tables",
    "route_plan_tables",
    "storage_tables",
    "tracking_tables",
    "waiting_tables",
]

run(metadata)
