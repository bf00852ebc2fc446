"""Organizers have a capacity of their own by day; what is booked already takes its part of it."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op

revision = "0043"
down_revision = "0039"
branch_labels = None
depends_on = None

TAKEN_SO_FAR = """
INSERT INTO organizer_day (pickup_date, used, maximum)
SELECT pickup_date, sum(needed), sum(needed)
FROM booking CROSS JOIN LATERAL (
    SELECT sum((service ->> 'organizer_count')::integer) AS needed
    FROM jsonb_array_elements(coalesce(price -> 'organizing_services', '[]')) AS service
) AS organizing
WHERE status NOT IN ('cancelled', 'expired') AND needed > 0
GROUP BY pickup_date
"""
"""The usual number is a setting; a day without a number of its own follows it whatever is written here."""


def upgrade() -> None:
    """Adds a table and counts what is booked; no booking changes."""
    op.create_table(
        "organizer_day",
        sql.Column("pickup_date", sql.Date, primary_key=True),
        sql.Column("used", sql.Integer, nullable=False),
        sql.Column("maximum", sql.Integer, nullable=False),
        sql.Column("own_maximum", sql.Integer),
        sql.Column("note", sql.Text, nullable=False, server_default=""),
        sql.CheckConstraint("used BETWEEN 0 AND maximum", name="organizers_are_never_overbooked"),
        sql.CheckConstraint(
            "own_maximum IS NULL OR own_maximum >= 0 AND maximum = greatest(used, own_maximum)",
            name="organizers_of_a_day_are_those_staff_set",
        ),
        sql.CheckConstraint("(own_maximum IS NULL) = (note = '')", name="organizers_of_a_day_have_a_reason"),
    )
    op.execute(TAKEN_SO_FAR)
