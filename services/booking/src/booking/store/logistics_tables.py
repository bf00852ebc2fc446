"""The tables of logistics: drivers, vans and tasks. That nobody is at two doors at once is the database's own rule."""

from __future__ import annotations

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import ExcludeConstraint

from booking.store.tables import INSTANT, metadata

DRIVER_ONCE = "task_driver_is_at_one_door"
VAN_ONCE = "task_van_is_at_one_door"
HOLDS_ITS_CREW = "status NOT IN ('failed', 'cancelled')"
HAS_A_CREW = "status IN ('unassigned', 'cancelled') OR (driver_id IS NOT NULL AND van_id IS NOT NULL)"
PLANNED_WITHIN = "window_from <= planned_from AND planned_from < planned_until AND planned_until <= window_until"

driver = sql.Table(
    "driver",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("name", sql.Text, nullable=False),
    sql.Column("phone", sql.Text, nullable=False),
    sql.Column("is_active", sql.Boolean, nullable=False),
    sql.Column("version", sql.BigInteger, nullable=False),
    sql.Index("driver_by_name", "name", "id"),
)

van = sql.Table(
    "van",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("name", sql.Text, nullable=False),
    sql.Column("capacity", sql.Integer, nullable=False),
    sql.Column("is_active", sql.Boolean, nullable=False),
    sql.Column("version", sql.BigInteger, nullable=False),
    sql.CheckConstraint("capacity > 0", name="van_holds_something"),
    sql.Index("van_by_name", "name", "id"),
)


def at_one_door(who: str, name: str) -> ExcludeConstraint:
    """No two tasks of one driver or van whose planned times overlap; what failed or was called off holds nobody."""
    planned = sql.text("tstzrange(planned_from, planned_until)")
    return ExcludeConstraint(
        (sql.column(who), "="), (planned, "&&"), name=name, using="gist", where=sql.text(HOLDS_ITS_CREW)
    )


task = sql.Table(
    "delivery_task",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("booking_id", sql.Uuid, sql.ForeignKey("booking.id"), nullable=False),
    sql.Column("kind", sql.Text, nullable=False),
    sql.Column("status", sql.Text, nullable=False),
    sql.Column("day", sql.Date, nullable=False),
    sql.Column("window_from", INSTANT, nullable=False),
    sql.Column("window_until", INSTANT, nullable=False),
    sql.Column("planned_from", INSTANT, nullable=False),
    sql.Column("planned_until", INSTANT, nullable=False),
    sql.Column("driver_id", sql.Uuid, sql.ForeignKey("driver.id")),
    sql.Column("van_id", sql.Uuid, sql.ForeignKey("van.id")),
    sql.Column("failure", sql.Text, nullable=False),
    sql.Column("updated_at", INSTANT, nullable=False),
    sql.Column("version", sql.BigInteger, nullable=False),
    sql.UniqueConstraint("booking_id", "kind", name="task_once_for_each_booking"),
    sql.CheckConstraint(HAS_A_CREW, name="task_has_a_crew"),
    sql.CheckConstraint(PLANNED_WITHIN, name="task_is_planned_within_its_window"),
    sql.CheckConstraint("(status = 'failed') = (failure <> '')", name="task_says_why_it_failed"),
    at_one_door("driver_id", DRIVER_ONCE),
    at_one_door("van_id", VAN_ONCE),
    sql.Index("task_by_day", "day", "planned_from", "id"),
    sql.Index(
        "task_without_a_crew", "window_from", "id", postgresql_where=sql.text("status IN ('unassigned', 'failed')")
    ),
)
