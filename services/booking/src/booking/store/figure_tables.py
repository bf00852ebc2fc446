"""The tables of figures: what bookings add up to, and what changed since; the database's triggers write the changes.

A change is only ever added, so keeping count makes no two bookings wait for each other; adding up comes later.
"""

from __future__ import annotations

import sqlalchemy as sql

from booking.store.tables import metadata


def measured() -> list[sql.Column[object]]:
    """What a figure counts: of which kind (service, customer, staff), on which day, for whom, and what."""
    return [
        sql.Column("kind", sql.Text, nullable=False),
        sql.Column("day", sql.Date, nullable=False),
        sql.Column("name", sql.Text, nullable=False),
        sql.Column("measure", sql.Text, nullable=False),
        sql.Column("amount", sql.BigInteger, nullable=False),
    ]


figure = sql.Table(
    "figure",
    metadata,
    *measured(),
    sql.PrimaryKeyConstraint("kind", "day", "name", "measure", name="figure_pkey"),
    sql.Index("figure_largest", "kind", "measure", sql.desc("amount"), "name"),
)

figure_change = sql.Table(
    "figure_change",
    metadata,
    sql.Column("id", sql.BigInteger, sql.Identity(always=True), primary_key=True),
    *measured(),
)
