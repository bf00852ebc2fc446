"""The tables of notifications."""

from __future__ import annotations

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import JSONB

from notifications.store.metadata import metadata

OPEN = sql.text("status IN ('queued', 'sending')")

message = sql.Table(
    "message",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("event_id", sql.Uuid, nullable=False),
    sql.Column("booking_id", sql.Uuid),
    sql.Column("account_id", sql.Uuid),
    sql.Column("matter_id", sql.Uuid),
    sql.Column("occasion", sql.Text, nullable=False),
    sql.Column("line", sql.Text),
    sql.Column("part", sql.Text),
    sql.Column("template", sql.Text, nullable=False),
    sql.Column("channel", sql.Text, nullable=False),
    sql.Column("recipient", sql.Text, nullable=False),
    sql.Column("language", sql.Text, nullable=False),
    sql.Column("context", JSONB, nullable=False),
    sql.Column("status", sql.Text, nullable=False),
    sql.Column("attempts", sql.Integer, nullable=False),
    sql.Column("due_at", sql.DateTime(timezone=True), nullable=False),
    sql.Column("good_until", sql.DateTime(timezone=True)),
    sql.Column("provider_message_id", sql.Text, nullable=False),
    sql.Column("last_error", sql.Text, nullable=False),
    sql.Column("created_at", sql.DateTime(timezone=True), nullable=False),
    sql.Column("sent_at", sql.DateTime(timezone=True)),
    sql.Column("bounced_at", sql.DateTime(timezone=True)),
    sql.Column("trouble", sql.Text),
    sql.Column("opened_at", sql.DateTime(timezone=True)),
    sql.Column("opt_out_token", sql.Text, nullable=False),
    sql.UniqueConstraint("event_id", "recipient", "channel", "template", name="message_once_per_event"),
    sql.UniqueConstraint("occasion", "channel", name="message_once_per_occasion"),
    sql.CheckConstraint(
        "status IN ('queued', 'sending', 'sent', 'failed', 'suppressed')", name="message_status_is_known"
    ),
    sql.CheckConstraint("(status = 'sent') = (sent_at IS NOT NULL)", name="message_sent_has_an_instant"),
    sql.CheckConstraint("num_nonnulls(booking_id, account_id, matter_id) = 1", name="message_has_one_subject"),
    sql.CheckConstraint(
        "account_id IS NULL OR status IN ('queued', 'sending') OR context = '{}'",
        name="message_to_an_account_keeps_no_secret",
    ),
    sql.CheckConstraint(
        "template NOT IN ('payment_link', 'quote_sent', 'waiting_offer') OR status IN ('queued', 'sending')"
        " OR context = '{}'",
        name="message_with_a_link_keeps_no_secret",
    ),
    sql.Index("message_due", "due_at", postgresql_where=OPEN),
    sql.Index("message_by_booking", "booking_id", "created_at"),
    sql.Index("message_by_account", "account_id", "id", postgresql_where=sql.text("account_id IS NOT NULL")),
    sql.Index("message_by_line", "line", "id", postgresql_where=sql.text("line IS NOT NULL")),
    sql.Index("message_by_provider", "provider_message_id", postgresql_where=sql.text("provider_message_id <> ''")),
    sql.Index(
        "message_by_opt_out_token", "opt_out_token", unique=True, postgresql_where=sql.text("opt_out_token <> ''")
    ),
    sql.Index("message_by_recipient", sql.text("lower(recipient)")),
    sql.Index("message_given_up", "id", postgresql_where=sql.text("status = 'failed'")),
)

booking_standing = sql.Table(
    "booking_standing",
    metadata,
    sql.Column("booking_id", sql.Uuid, primary_key=True),
    sql.Column("status", sql.Text, nullable=False),
    sql.Column("plan", sql.Text),
    sql.Column("version", sql.BigInteger, nullable=False),
)

part_standing = sql.Table(
    "part_standing",
    metadata,
    sql.Column("part", sql.Text, primary_key=True),
    sql.Column("status", sql.Text, nullable=False),
    sql.Column("version", sql.BigInteger, nullable=False),
)

customer_booking = sql.Table(
    "customer_booking",
    metadata,
    sql.Column("booking_id", sql.Uuid, primary_key=True),
    sql.Column("customer_id", sql.Uuid, nullable=False),
    sql.Index("customer_booking_of_a_customer", "customer_id"),
)

erased_booking = sql.Table(
    "erased_booking",
    metadata,
    sql.Column("booking_id", sql.Uuid, primary_key=True),
    sql.Column("erased_at", sql.DateTime(timezone=True), nullable=False),
)

erased_account = sql.Table(
    "erased_account",
    metadata,
    sql.Column("account_id", sql.Uuid, primary_key=True),
    sql.Column("erased_at", sql.DateTime(timezone=True), nullable=False),
)

customer_wishes = sql.Table(
    "customer_wishes",
    metadata,
    sql.Column("customer_id", sql.Uuid, primary_key=True),
    sql.Column("language", sql.Text, nullable=False),
    sql.Column("phone", sql.Text, nullable=False),
    sql.Column("wants_mails", sql.Boolean, nullable=False),
    sql.Column("wants_texts", sql.Boolean, nullable=False),
    sql.Column("wants_offers", sql.Boolean, nullable=False),
    sql.Column("version", sql.BigInteger, nullable=False),
)

told_dead_letter = sql.Table(
    "told_dead_letter",
    metadata,
    sql.Column("service", sql.Text, primary_key=True),
    sql.Column("sequence", sql.BigInteger, nullable=False),
)

address_trouble = sql.Table(
    "address_trouble",
    metadata,
    sql.Column("digest", sql.LargeBinary, primary_key=True),
    sql.Column("trouble", sql.Text, primary_key=True),
    sql.Column("since", sql.DateTime(timezone=True), nullable=False),
)

phone_wish = sql.Table(
    "phone_wish",
    metadata,
    sql.Column("digest", sql.LargeBinary, primary_key=True),
    sql.Column("wants_texts", sql.Boolean, nullable=False),
    sql.Column("said_at", sql.DateTime(timezone=True), nullable=False),
)
