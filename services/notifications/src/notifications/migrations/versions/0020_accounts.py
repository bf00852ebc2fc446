"""Messages about accounts, which keep no secret; what overtakes a message; who else is forgotten."""

from __future__ import annotations

from alembic import op

revision = "0020"
down_revision = "0010"


def upgrade() -> None:
    """Widens one table and adds two."""
    op.execute("ALTER TABLE message ALTER COLUMN booking_id DROP NOT NULL")
    op.execute(
        """ALTER TABLE message
            ADD COLUMN account_id uuid,
            ADD COLUMN line text,
            ADD COLUMN good_until timestamptz,
            ADD CONSTRAINT message_has_one_subject CHECK ((booking_id IS NULL) <> (account_id IS NULL)),
            ADD CONSTRAINT message_to_an_account_keeps_no_secret
                CHECK (account_id IS NULL OR status IN ('queued', 'sending') OR context = '{}')"""
    )
    op.execute("CREATE INDEX message_by_account ON message (account_id, id) WHERE account_id IS NOT NULL")
    op.execute("CREATE INDEX message_by_line ON message (line, id) WHERE line IS NOT NULL")
    op.execute(
        """CREATE TABLE booking_standing (
            booking_id uuid PRIMARY KEY,
            status text NOT NULL,
            version bigint NOT NULL
        )"""
    )
    op.execute("CREATE TABLE erased_account (account_id uuid PRIMARY KEY, erased_at timestamptz NOT NULL)")
