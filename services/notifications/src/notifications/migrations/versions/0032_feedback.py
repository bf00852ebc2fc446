"""Mails that came back or were unwanted, and the addresses that are not written to."""

from __future__ import annotations

from alembic import op

revision = "0032"
down_revision = "0031"


def upgrade() -> None:
    """Widens a table, and adds an index and a table."""
    op.execute("ALTER TABLE message ADD COLUMN bounced_at timestamptz, ADD COLUMN trouble text")
    op.execute("ALTER TABLE message ADD COLUMN opt_out_token text NOT NULL DEFAULT ''")
    op.execute("ALTER TABLE message ALTER COLUMN opt_out_token DROP DEFAULT")
    op.execute("CREATE UNIQUE INDEX message_by_opt_out_token ON message (opt_out_token) WHERE opt_out_token <> ''")
    op.execute("CREATE INDEX message_by_provider ON message (provider_message_id) WHERE provider_message_id <> ''")
    op.execute(
        """CREATE TABLE address_trouble (
            digest bytea,
            trouble text,
            since timestamptz NOT NULL,
            PRIMARY KEY (digest, trouble)
        )"""
    )
