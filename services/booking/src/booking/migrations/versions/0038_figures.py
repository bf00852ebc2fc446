"""Figures of bookings, kept by the database itself whoever writes a booking, so that no path can forget them."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None

BOOKING_FIGURES = """
CREATE FUNCTION booking_figures(b booking)
RETURNS TABLE (kind text, day date, name text, measure text, amount bigint) LANGUAGE sql STABLE AS $$
    WITH seen AS (
        SELECT (b.created_at AT TIME ZONE 'America/New_York')::date AS booked_on,
            b.status IN ('paid', 'scheduled', 'in_progress', 'completed') AS is_sold
        WHERE b.deleted_at IS NULL
    )
    SELECT 'service', booked_on, b.service_type, counted.measure, counted.amount
    FROM seen CROSS JOIN LATERAL (VALUES
        ('booked', 1::bigint),
        (b.status, 1::bigint),
        ('sold', is_sold::int::bigint),
        ('organized', (is_sold AND coalesce((b.price ->> 'organizing_cents')::bigint, 0) > 0)::int::bigint),
        ('lead_days', is_sold::int::bigint * (b.pickup_date - booked_on))
    ) AS counted (measure, amount)
    WHERE counted.amount <> 0
    UNION ALL
    SELECT 'customer', date '1970-01-01', b.customer_id::text, 'sold', 1
    FROM seen WHERE is_sold AND b.customer_id IS NOT NULL
$$
"""
HISTORY_FIGURES = """
CREATE FUNCTION history_figures(h booking_history)
RETURNS TABLE (kind text, day date, name text, measure text, amount bigint) LANGUAGE sql STABLE AS $$
    SELECT 'staff', (h.at AT TIME ZONE 'America/New_York')::date, substr(h.actor, 7),
        CASE WHEN h.from_status IS NULL THEN 'booked' WHEN h.from_status = h.to_status THEN 'moved'
            ELSE h.to_status END, 1::bigint
    WHERE h.actor LIKE 'staff:%'
$$
"""
NOTE_BOOKING = """
CREATE FUNCTION note_booking_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        INSERT INTO figure_change (kind, day, name, measure, amount)
        SELECT kind, day, name, measure, -amount FROM booking_figures(OLD);
    END IF;
    INSERT INTO figure_change (kind, day, name, measure, amount) SELECT * FROM booking_figures(NEW);
    RETURN NULL;
END $$
"""
NOTE_HISTORY = """
CREATE FUNCTION note_history_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO figure_change (kind, day, name, measure, amount) SELECT * FROM history_figures(NEW);
    RETURN NULL;
END $$
"""
TRIGGERS = (
    """CREATE TRIGGER booking_is_counted AFTER INSERT ON booking
        FOR EACH ROW EXECUTE FUNCTION note_booking_figures()""",
    """CREATE TRIGGER booking_is_counted_again AFTER UPDATE ON booking FOR EACH ROW
        WHEN ((OLD.status, OLD.deleted_at, OLD.pickup_date, OLD.customer_id)
            IS DISTINCT FROM (NEW.status, NEW.deleted_at, NEW.pickup_date, NEW.customer_id))
        EXECUTE FUNCTION note_booking_figures()""",
    """CREATE TRIGGER act_of_staff_is_counted AFTER INSERT ON booking_history
        FOR EACH ROW WHEN (NEW.actor LIKE 'staff:%') EXECUTE FUNCTION note_history_figures()""",
)
COUNT_WHAT_IS_THERE = """
INSERT INTO figure (kind, day, name, measure, amount)
SELECT counted.kind, counted.day, counted.name, counted.measure, sum(counted.amount)
FROM (
    SELECT f.* FROM booking CROSS JOIN LATERAL booking_figures(booking) AS f
    UNION ALL SELECT f.* FROM booking_history CROSS JOIN LATERAL history_figures(booking_history) AS f
) AS counted
GROUP BY 1, 2, 3, 4
"""


def upgrade() -> None:
    """Adds two tables and what fills them, and counts what is there; no booking changes."""
    op.create_table(
        "figure", *measured(), sql.PrimaryKeyConstraint("kind", "day", "name", "measure", name="figure_pkey")
    )
    op.create_index("figure_largest", "figure", ["kind", "measure", sql.text("amount DESC"), "name"])
    op.create_table(
        "figure_change",
        sql.Column("id", sql.BigInteger, sql.Identity(always=True), primary_key=True),
        *measured(),
    )
    for statement in (BOOKING_FIGURES, HISTORY_FIGURES, NOTE_BOOKING, NOTE_HISTORY, *TRIGGERS, COUNT_WHAT_IS_THERE):
        op.execute(statement)


def measured() -> list[sql.Column[object]]:
    """What a figure counts."""
    return [
        sql.Column("kind", sql.Text, nullable=False),
        sql.Column("day", sql.Date, nullable=False),
        sql.Column("name", sql.Text, nullable=False),
        sql.Column("measure", sql.Text, nullable=False),
        sql.Column("amount", sql.BigInteger, nullable=False),
    ]
