"""Route plans of a day, as proposed and as accepted."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None

INSTANT = sql.DateTime(timezone=True)


def upgrade() -> None:
    """Adds two tables; nothing that is there changes."""
    op.create_table(
        "route_plan_day",
        sql.Column("day", sql.Date, primary_key=True),
        sql.Column("latest", sql.BigInteger, nullable=False),
    )
    op.create_table(
        "route_plan",
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
