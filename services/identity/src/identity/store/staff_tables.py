"""The tables of staff: accounts, roles and what each role may do, in data."""

from __future__ import annotations

import sqlalchemy as sql

from identity.store.metadata import INSTANT, metadata

USERNAME_UNIQUE = "staff_account_username_key"

permission = sql.Table(
    "permission",
    metadata,
    sql.Column("name", sql.Text, primary_key=True),
    sql.Column("description", sql.Text, nullable=False),
)

role = sql.Table(
    "role",
    metadata,
    sql.Column("name", sql.Text, primary_key=True),
    sql.Column("description", sql.Text, nullable=False),
    sql.Column("rank", sql.Integer, nullable=False),
    sql.Column("requires_second_factor", sql.Boolean, nullable=False),
)

role_permission = sql.Table(
    "role_permission",
    metadata,
    sql.Column("role", sql.Text, sql.ForeignKey("role.name"), primary_key=True),
    sql.Column("permission", sql.Text, sql.ForeignKey("permission.name"), primary_key=True),
)

staff_account = sql.Table(
    "staff_account",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("username", sql.Text, nullable=False, unique=True),
    sql.Column("role", sql.Text, sql.ForeignKey("role.name", name="staff_account_role_exists"), nullable=False),
    sql.Column("password_hash", sql.Text),
    sql.Column("is_active", sql.Boolean, nullable=False, server_default=sql.true()),
    sql.Column("created_at", INSTANT, nullable=False),
    sql.Column("email", sql.Text, nullable=False),
    sql.Column("first_name", sql.Text, nullable=False),
    sql.Column("last_name", sql.Text, nullable=False),
    sql.Column("department", sql.Text, nullable=False),
    sql.Column("hire_date", sql.Date),
    sql.Column("phone", sql.Text, nullable=False),
    sql.Column("sealed_totp_secret", sql.LargeBinary),
    sql.Column("totp_last_step", sql.BigInteger),
    sql.Column("sealed_totp_proposal", sql.LargeBinary),
    sql.Column("last_signed_in_at", INSTANT),
    sql.Column("search_text", sql.Text, nullable=False),
    sql.Column("version", sql.BigInteger, nullable=False),
    sql.CheckConstraint("username = lower(username)", name="staff_account_username_is_lower_case"),
    sql.Index("staff_account_role", "role", "username"),
    sql.Index(
        "staff_account_search", "search_text", postgresql_using="gin", postgresql_ops={"search_text": "gin_trgm_ops"}
    ),
)

recovery_code = sql.Table(
    "recovery_code",
    metadata,
    sql.Column("staff_id", sql.Uuid, sql.ForeignKey("staff_account.id"), primary_key=True),
    sql.Column("code_digest", sql.LargeBinary, primary_key=True),
    sql.Column("used_at", INSTANT),
)
