"""The table of organizers: how many each day has, and how many of them are taken."""

from __future__ import annotations

import sqlalchemy as sql

from booking.store.tables import metadata

organizer_day = sql.Table(
    "organizer_day",
    metadata,
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
