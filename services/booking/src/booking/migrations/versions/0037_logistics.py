"""Drivers, vans and tasks; nobody is at two doors at once."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None

INSTANT = sql.DateTime(timezone=True)
WITHOUT_A_CREW = "status IN ('unassigned', 'failed')"

AT_ONE_DOOR = """
ALTER TABLE delivery_task
ADD CONSTRAINT task_driver_is_at_one_door EXCLUDE USING gist
    (driver_id WITH =, tstzrange(planned_from, planned_until) WITH &&) WHERE (status NOT IN ('failed', 'cancelled')),
ADD CONSTRAINT task_van_is_at_one_door EXCLUDE USING gist
    (van_id WITH =, tstzrange(planned_from, planned_until) WITH &&) WHERE (status NOT IN ('failed', 'cancelled'))
"""


def upgrade() -> None:
    """Adds three tables; nothing that is there changes."""
    op.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
    create_crew()
    create_task()
    op.execute(AT_ONE_DOOR)
    op.create_index("task_by_day", "delivery_task", ["day", "planned_from", "id"])
    op.create_index(
        "task_without_a_crew", "delivery_task", ["window_from", "id"], postgresql_where=sql.text(WITHOUT_A_CREW)
    )


def create_crew() -> None:
    """Who drives, and what."""
    op.create_table(
        "driver",
        sql.Column("id", sql.Uuid, primary_key=True),
        sql.Column("name", sql.Text, nullable=False),
        sql.Column("phone", sql.Text, nullable=False),
        sql.Column("is_active", sql.Boolean, nullable=False),
        sql.Column("version", sql.BigInteger, nullable=False),
    )
    op.create_table(
        "van",
        sql.Column("id", sql.Uuid, primary_key=True),
        sql.Column("name", sql.Text, nullable=False),
        sql.Column("capacity", sql.Integer, nullable=False),
        sql.Column("is_active", sql.Boolean, nullable=False),
        sql.Column("version", sql.BigInteger, nullable=False),
        sql.CheckConstraint("capacity > 0", name="van_holds_something"),
    )
    op.create_index("driver_by_name", "driver", ["name", "id"])
    op.create_index("van_by_name", "van", ["name", "id"])


def create_task() -> None:
    """What is to be done at which door, when and by whom."""
    op.create_table(
        "delivery_task",
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
        sql.CheckConstraint(
            "status IN ('unassigned', 'cancelled') OR (driver_id IS NOT NULL AND van_id IS NOT NULL)",
            name="task_has_a_crew",
        ),
        sql.CheckConstraint(
            "window_from <= planned_from AND planned_from < planned_until AND planned_until <= window_until",
            name="task_is_planned_within_its_window",
        ),
        sql.CheckConstraint("(status = 'failed') = (failure <> '')", name="task_says_why_it_failed"),
    )
