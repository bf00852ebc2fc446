"""What is for staff alone, more than one message of an event, when bookings are picked up, and dead letters."""

from __future__ import annotations

from alembic import op

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    """Widens two tables; rules are replaced by wider ones, and a rule that every row keeps is added."""
    op.execute(
        """ALTER TABLE message
            ADD COLUMN matter_id uuid,
            DROP CONSTRAINT message_has_one_subject,
            ADD CONSTRAINT message_has_one_subject CHECK (num_nonnulls(booking_id, account_id, matter_id) = 1),
            ADD CONSTRAINT message_with_a_link_keeps_no_secret
                CHECK (template NOT IN ('payment_link', 'quote_sent') OR status IN ('queued', 'sending')
                    OR context = '{}'),
            DROP CONSTRAINT message_once_per_event,
            ADD CONSTRAINT message_once_per_event UNIQUE (event_id, recipient, channel, template)"""
    )
    op.execute("ALTER TABLE booking_standing ADD COLUMN plan text")
    op.execute("CREATE TABLE told_dead_letter (service text PRIMARY KEY, sequence bigint NOT NULL)")
