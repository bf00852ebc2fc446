"""Bookings that were scheduled before there were delivery tasks get theirs."""

from __future__ import annotations

from alembic import op

revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None

TASKS_THAT_ARE_MISSING = """
WITH planned AS (
    SELECT booking.id, booking.pickup_date, kind,
        CASE pickup_window WHEN 'morning' THEN 8 WHEN 'afternoon' THEN 12 ELSE 16 END
            + CASE WHEN kind IN ('delivery', 'airport_delivery') THEN 3 ELSE 0 END AS hour
    FROM booking
    LEFT JOIN storage_leg ON storage_leg.booking_id = booking.id
    CROSS JOIN LATERAL unnest(CASE
        WHEN storage_leg.direction = 'pickup' THEN ARRAY['to_storage']
        WHEN storage_leg.direction = 'delivery' THEN ARRAY['from_storage']
        WHEN booking.service_type = 'blade_luggage' THEN ARRAY['pickup', 'airport_delivery']
        ELSE ARRAY['pickup', 'delivery']
    END) AS kind
    WHERE booking.status = 'scheduled'
), timed AS (
    SELECT *, (pickup_date + make_interval(hours => hour)) AT TIME ZONE 'America/New_York' AS begins FROM planned
), made AS (
    INSERT INTO delivery_task (id, booking_id, kind, status, day, window_from, window_until, planned_from,
        planned_until, failure, updated_at, version)
    SELECT gen_random_uuid(), id, kind, 'unassigned', pickup_date, begins, begins + interval '3 hours', begins,
        begins + interval '3 hours', '', now(), 1
    FROM timed
    ON CONFLICT (booking_id, kind) DO NOTHING
    RETURNING id, version, status, updated_at
)
INSERT INTO delivery_task_step (task_id, version, status, at) SELECT id, version, status, updated_at FROM made
"""
"""The rules are those of domain/logistics.py as they were then; no window lies on an hour that a clock skips."""


def upgrade() -> None:
    """Adds tasks, as scheduling would have; those that are there stay as they are."""
    op.execute(TASKS_THAT_ARE_MISSING)
