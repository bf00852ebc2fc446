"""The table of drivers' links: one that leads somewhere for each driver and day."""

from __future__ import annotations

import sqlalchemy as sql

from booking.store.tables import INSTANT, metadata

driver_link = sql.Table(
    "driver_link",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("driver_id", sql.Uuid, sql.ForeignKey("driver.id"), nullable=False),
    sql.Column("day", sql.Date, nullable=False),
    sql.Column("token_hash", sql.LargeBinary, nullable=False),
    sql.Column("created_at", INSTANT, nullable=False),
    sql.Column("good_until", INSTANT, nullable=False),
    sql.Column("ended_at", INSTANT),
    sql.UniqueConstraint("token_hash", name="driver_link_token_once"),
    sql.Index("driver_link_once", "driver_id", "day", unique=True, postgresql_where=sql.text("ended_at IS NULL")),
    sql.Index("driver_link_by_end", "good_until"),
)
