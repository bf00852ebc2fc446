"""Messages, and the tables every service has for its events."""

from __future__ import annotations

from alembic import op
from chassis.migrations import create_messaging_tables

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Creates the first tables."""
    create_messaging_tables(op)  # type: ignore[arg-type]
    op.execute(
        """CREATE TABLE message (
            id uuid PRIMARY KEY,
            event_id uuid NOT NULL,
            booking_id uuid NOT NULL,
            occasion text NOT NULL,
            template text NOT NULL,
            channel text NOT NULL,
            recipient text NOT NULL,
            language text NOT NULL,
            context jsonb NOT NULL,
            status text NOT NULL,
            attempts integer NOT NULL,
            due_at timestamptz NOT NULL,
            provider_message_id text NOT NULL,
            last_error text NOT NULL,
            created_at timestamptz NOT NULL,
            sent_at timestamptz,
            CONSTRAINT message_once_per_event UNIQUE (event_id, recipient, channel),
            CONSTRAINT message_once_per_occasion UNIQUE (occasion, channel),
            CONSTRAINT message_status_is_known
                CHECK (status IN ('queued', 'sending', 'sent', 'failed', 'suppressed')),
            CONSTRAINT message_sent_has_an_instant CHECK ((status = 'sent') = (sent_at IS NOT NULL))
        )"""
    )
    op.execute("CREATE INDEX message_due ON message (due_at) WHERE status IN ('queued', 'sending')")
    op.execute("CREATE INDEX message_by_booking ON message (booking_id, created_at)")
