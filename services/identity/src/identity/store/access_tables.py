"""The tables of access: sessions, keys, links, half-done sign-ins and failed ones; of secrets they hold digests."""

from __future__ import annotations

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import ARRAY

from identity.store.metadata import INSTANT, metadata

KINDS = "account_kind IN ('customer', 'staff')"

session = sql.Table(
    "session",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("token_digest", sql.LargeBinary, nullable=False, unique=True),
    sql.Column("account_kind", sql.Text, nullable=False),
    sql.Column("account_id", sql.Uuid, nullable=False),
    sql.Column("created_at", INSTANT, nullable=False),
    sql.Column("last_used_at", INSTANT, nullable=False),
    sql.Column("idle_expires_at", INSTANT, nullable=False),
    sql.Column("expires_at", INSTANT, nullable=False),
    sql.Column("ended_at", INSTANT),
    sql.Column("client_address", sql.Text, nullable=False),
    sql.Column("user_agent", sql.Text, nullable=False),
    sql.CheckConstraint(KINDS, name="session_account_kind"),
    sql.CheckConstraint("idle_expires_at <= expires_at", name="session_idle_end_is_no_later"),
    sql.Index("session_of_an_account", "account_kind", "account_id", "created_at"),
    sql.Index("session_by_end", "expires_at"),
)

sign_in_challenge = sql.Table(
    "sign_in_challenge",
    metadata,
    sql.Column("token_digest", sql.LargeBinary, primary_key=True),
    sql.Column("staff_id", sql.Uuid, sql.ForeignKey("staff_account.id"), nullable=False),
    sql.Column("sealed_totp_secret", sql.LargeBinary),
    sql.Column("expires_at", INSTANT, nullable=False),
    sql.Index("sign_in_challenge_of_staff", "staff_id"),
    sql.Index("sign_in_challenge_by_end", "expires_at"),
)

sign_in_failure = sql.Table(
    "sign_in_failure",
    metadata,
    sql.Column("account_kind", sql.Text, primary_key=True),
    sql.Column("name_digest", sql.LargeBinary, primary_key=True),
    sql.Column("failures", sql.Integer, nullable=False),
    sql.Column("last_failed_at", INSTANT, nullable=False),
    sql.Column("locked_until", INSTANT),
    sql.CheckConstraint(KINDS, name="sign_in_failure_account_kind"),
    sql.Index("sign_in_failure_by_age", "last_failed_at"),
)

mailed_link = sql.Table(
    "mailed_link",
    metadata,
    sql.Column("token_digest", sql.LargeBinary, primary_key=True),
    sql.Column("purpose", sql.Text, nullable=False),
    sql.Column("account_kind", sql.Text, nullable=False),
    sql.Column("account_id", sql.Uuid, nullable=False),
    sql.Column("email", sql.Text, nullable=False),
    sql.Column("created_at", INSTANT, nullable=False),
    sql.Column("expires_at", INSTANT, nullable=False),
    sql.Column("used_at", INSTANT),
    sql.CheckConstraint(KINDS, name="mailed_link_account_kind"),
    sql.CheckConstraint("purpose IN ('verify_email', 'reset_password')", name="mailed_link_purpose"),
    sql.Index("mailed_link_of_an_account", "account_kind", "account_id", "purpose"),
    sql.Index("mailed_link_by_end", "expires_at"),
)

reset_request = sql.Table(
    "reset_request",
    metadata,
    sql.Column("email_key", sql.Text, primary_key=True),
    sql.Column("requested_at", INSTANT, nullable=False),
    sql.Index("reset_request_by_age", "requested_at"),
)

api_key = sql.Table(
    "api_key",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("kind", sql.Text, nullable=False),
    sql.Column("name", sql.Text, nullable=False),
    sql.Column("prefix", sql.Text, nullable=False, unique=True),
    sql.Column("secret_digest", sql.LargeBinary, nullable=False, unique=True),
    sql.Column("scopes", ARRAY(sql.Text), nullable=False),
    sql.Column("parent_id", sql.Uuid, sql.ForeignKey("api_key.id")),
    sql.Column("customer_id", sql.Uuid, sql.ForeignKey("customer.id")),
    sql.Column("created_by", sql.Uuid),
    sql.Column("created_at", INSTANT, nullable=False),
    sql.Column("expires_at", INSTANT),
    sql.Column("last_used_at", INSTANT),
    sql.Column("revoked_at", INSTANT),
    sql.CheckConstraint("kind IN ('app', 'partner', 'device')", name="api_key_kind"),
    sql.CheckConstraint(
        "(kind = 'device') = (customer_id IS NOT NULL)", name="api_key_of_a_device_acts_for_a_customer"
    ),
    sql.CheckConstraint("(kind = 'device') = (parent_id IS NOT NULL)", name="api_key_of_a_device_has_an_app"),
    sql.Index("api_key_newest", "created_at", "id", postgresql_where=sql.text("parent_id IS NULL")),
    sql.Index(
        "api_key_of_a_customer", "customer_id", "created_at", postgresql_where=sql.text("customer_id IS NOT NULL")
    ),
    sql.Index("api_key_of_an_app", "parent_id", postgresql_where=sql.text("parent_id IS NOT NULL")),
)
