"""What happens to a booking, numbered one by one for its customer, written by the database whoever moves a booking."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None

ADD_EVENT = """
CREATE FUNCTION add_booking_event(about uuid, moment timestamptz, what text, state text, task text, reached text)
RETURNS void LANGUAGE sql AS $$
    INSERT INTO booking_event (booking_id, position, at, kind, status, task_kind, stage)
    SELECT about, coalesce(max(position), 0) + 1, moment, what, state, task, reached
    FROM booking_event WHERE booking_id = about
$$
"""
STAGE_OF = """
CREATE FUNCTION tracking_stage(task_status text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE task_status WHEN 'unassigned' THEN 'scheduled' WHEN 'assigned' THEN 'scheduled'
        WHEN 'en_route' THEN 'on_the_way' WHEN 'cancelled' THEN NULL ELSE task_status END
$$
"""
TELL_STATUS = """
CREATE FUNCTION tell_of_status() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM add_booking_event(NEW.booking_id, NEW.at, 'status', NEW.to_status, NULL, NULL);
    RETURN NULL;
END $$
"""
TELL_MOVE = """
CREATE FUNCTION tell_of_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM add_booking_event(NEW.id, NEW.updated_at, 'rescheduled', NULL, NULL, NULL);
    RETURN NULL;
END $$
"""
TELL_STAGE = """
CREATE FUNCTION tell_of_stage() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    moved delivery_task;
    known text;
BEGIN
    SELECT * INTO moved FROM delivery_task WHERE id = NEW.task_id;
    SELECT stage INTO known FROM booking_event
        WHERE booking_id = moved.booking_id AND task_kind = moved.kind ORDER BY position DESC LIMIT 1;
    IF tracking_stage(NEW.status) IS DISTINCT FROM known AND tracking_stage(NEW.status) IS NOT NULL THEN
        PERFORM add_booking_event(
            moved.booking_id, NEW.at, 'stage', NULL, moved.kind, tracking_stage(NEW.status));
    END IF;
    RETURN NULL;
END $$
"""
TRIGGERS = (
    """CREATE TRIGGER status_is_told AFTER INSERT ON booking_history
        FOR EACH ROW WHEN (NEW.from_status IS DISTINCT FROM NEW.to_status) EXECUTE FUNCTION tell_of_status()""",
    """CREATE TRIGGER move_is_told AFTER UPDATE ON booking FOR EACH ROW
        WHEN ((OLD.pickup_date, OLD.pickup_window) IS DISTINCT FROM (NEW.pickup_date, NEW.pickup_window))
        EXECUTE FUNCTION tell_of_move()""",
    """CREATE TRIGGER stage_is_told AFTER INSERT ON delivery_task_step
        FOR EACH ROW EXECUTE FUNCTION tell_of_stage()""",
)
KNOWN_SO_FAR = """
INSERT INTO booking_event (booking_id, position, at, kind, status, task_kind, stage)
SELECT booking_id, row_number() OVER (PARTITION BY booking_id ORDER BY at, kind DESC, turn),
    at, kind, status, task_kind, stage
FROM (
    SELECT booking_id, at, 'status' AS kind, id AS turn, to_status AS status, NULL AS task_kind, NULL AS stage
    FROM booking_history WHERE from_status IS DISTINCT FROM to_status
    UNION ALL
    SELECT booking_id, at, 'stage', version, NULL, task_kind, stage FROM (
        SELECT task.booking_id, step.at, step.version, task.kind AS task_kind, tracking_stage(step.status) AS stage,
            lag(tracking_stage(step.status)) OVER (PARTITION BY task.id ORDER BY step.version) AS stage_before
        FROM delivery_task_step AS step JOIN delivery_task AS task ON task.id = step.task_id
    ) AS steps WHERE stage IS NOT NULL AND stage IS DISTINCT FROM stage_before
) AS happened
"""


def upgrade() -> None:
    """Adds a table and what fills it, and numbers what is known; no booking changes."""
    op.create_table(
        "booking_event",
        sql.Column("booking_id", sql.Uuid, sql.ForeignKey("booking.id"), primary_key=True),
        sql.Column("position", sql.BigInteger, primary_key=True),
        sql.Column("at", sql.DateTime(timezone=True), nullable=False),
        sql.Column("kind", sql.Text, nullable=False),
        sql.Column("status", sql.Text),
        sql.Column("task_kind", sql.Text),
        sql.Column("stage", sql.Text),
        sql.CheckConstraint(
            "CASE kind WHEN 'status' THEN status IS NOT NULL WHEN 'rescheduled' THEN true"
            " WHEN 'stage' THEN task_kind IS NOT NULL AND stage IS NOT NULL ELSE false END",
            name="booking_event_is_whole",
        ),
    )
    for statement in (ADD_EVENT, STAGE_OF, TELL_STATUS, TELL_MOVE, TELL_STAGE, *TRIGGERS, KNOWN_SO_FAR):
        op.execute(statement)
