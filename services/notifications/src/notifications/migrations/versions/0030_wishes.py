"""What customers want of us: language, phone, channels."""

from __future__ import annotations

from alembic import op

revision = "0030"
down_revision = "0020"


def upgrade() -> None:
    """Adds a table."""
    op.execute(
        """CREATE TABLE customer_wishes (
            customer_id uuid PRIMARY KEY,
            language text NOT NULL,
            phone text NOT NULL,
            wants_mails boolean NOT NULL,
            wants_texts boolean NOT NULL,
            wants_offers boolean NOT NULL,
            version bigint NOT NULL
        )"""
    )
