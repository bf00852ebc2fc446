"""Which days have a van already scheduled is found at once."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None

VAN_IS_SCHEDULED = "status IN ('paid', 'scheduled', 'in_progress', 'completed')"


def upgrade() -> None:
    """Adds an index; nothing that is there changes."""
    op.create_index("booking_with_a_van", "booking", ["pickup_date"], postgresql_where=sql.text(VAN_IS_SCHEDULED))
