"""Messages that were given up are found without looking through all."""

from __future__ import annotations

from alembic import op

revision = "0040"
down_revision = "0033"


def upgrade() -> None:
    """Adds an index."""
    op.execute("CREATE INDEX message_given_up ON message (id) WHERE status = 'failed'")
