"""A booking may cost nothing where a code or credit has paid for it."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

COSTS_SOMETHING = """total_cents > 0 OR total_cents = 0 AND price @? '$.lines[*] ? (@.amount_cents starts with "-")'"""


def upgrade() -> None:
    """Widens the check."""
    op.drop_constraint("booking_costs_something", "booking", type_="check")
    op.create_check_constraint("booking_costs_something", "booking", COSTS_SOMETHING)
