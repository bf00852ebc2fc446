"""Mails that were opened, phones that want no texts, and whom a disabled endpoint concerns."""

from __future__ import annotations

from alembic import op

revision = "0043"
down_revision = "0042"


def upgrade() -> None:
    """Adds two columns and a table; an endpoint that is there names no contact."""
    op.execute("ALTER TABLE message ADD COLUMN opened_at timestamptz")
    op.execute("ALTER TABLE webhook_endpoint ADD COLUMN contact_email text NOT NULL DEFAULT ''")
    op.execute(
        """CREATE TABLE phone_wish (
            digest bytea PRIMARY KEY,
            wants_texts boolean NOT NULL,
            said_at timestamptz NOT NULL
        )"""
    )
