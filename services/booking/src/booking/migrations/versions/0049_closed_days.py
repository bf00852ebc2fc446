"""The places of a day are what staff or the usual gave it, however many are taken: a closed day has none."""

from __future__ import annotations

from alembic import op

revision = "0049"
down_revision = "0048"
branch_labels = None
depends_on = None

NO_PLACE_LEFT = """
CREATE FUNCTION capacity_has_no_place_left() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'capacity_is_never_overbooked: the % of % has no place left', NEW.pickup_window, NEW.pickup_date
        USING ERRCODE = 'check_violation';
END
$$
"""

NEVER_FILLED_BEYOND = """
CREATE TRIGGER capacity_is_never_filled_beyond BEFORE UPDATE ON capacity FOR EACH ROW
WHEN (NEW.used > OLD.used AND NEW.used > NEW.maximum)
EXECUTE FUNCTION capacity_has_no_place_left()
"""

NEVER_BEGUN_BEYOND = """
CREATE TRIGGER capacity_is_never_begun_beyond AFTER INSERT ON capacity FOR EACH ROW
WHEN (NEW.used > NEW.maximum)
EXECUTE FUNCTION capacity_has_no_place_left()
"""
"""After, since a row that is there already makes an update of an insert."""

WHAT_STAFF_SET = """
UPDATE capacity SET maximum = window_capacity
FROM day_rule WHERE day_rule.pickup_date = capacity.pickup_date AND maximum <> window_capacity
"""
"""Where fewer places were set than were taken, what was taken had been written down as the maximum."""


def upgrade() -> None:
    """Lets a day have fewer places than are taken, and no more taken; a window is still never overbooked."""
    op.drop_constraint("capacity_is_never_overbooked", "capacity")
    op.create_check_constraint("capacity_is_no_debt", "capacity", "used >= 0 AND maximum >= 0")
    op.execute(NO_PLACE_LEFT)
    op.execute(NEVER_FILLED_BEYOND)
    op.execute(NEVER_BEGUN_BEYOND)
    op.execute(WHAT_STAFF_SET)
