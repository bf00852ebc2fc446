"""The tables of route plans: what was proposed for a day, and what was accepted of it."""

from __future__ import annotations

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import JSONB

from booking.store.tables import INSTANT, metadata

planned_day = sql.Table(
    "route_plan_day",
    metadata,
    sql.Column("day", sql.Date, primary_key=True),
    sql.Column("latest", sql.BigInteger, nullable=False),
)
"""The version of the day's newest plan, counted in one row that writers lock."""

route_plan = sql.Table(
    "route_plan",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("day", sql.Date, sql.ForeignKey("route_plan_day.day"), nullable=False),
    sql.Column("version", sql.BigInteger, nullable=False),
    sql.Column("made_at", INSTANT, nullable=False),
    sql.Column("made_by", sql.Text, nullable=False),
    sql.Column("is_anew", sql.Boolean, nullable=False),
    sql.Column("accepted_at", INSTANT),
    sql.Column("accepted_by", sql.Text),
    sql.Column("seen", JSONB, nullable=False),
    sql.Column("answer", JSONB, nullable=False),
    sql.UniqueConstraint("day", "version", name="route_plan_version_once"),
    sql.CheckConstraint("(accepted_at IS NULL) = (accepted_by IS NULL)", name="route_plan_says_who_accepted_it"),
)
"""Plans name tasks, vans and drivers by id alone: who they are and where they live is in their own tables."""
