"""Customers, staff with roles in data, sessions, keys and links."""

import sqlalchemy as sql
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

revision = "0003"
down_revision = "0002"

INSTANT = sql.DateTime(timezone=True)
KINDS = "account_kind IN ('customer', 'staff')"

PERMISSIONS = {
    "can_approve_refunds": "Approve or reject refunds that somebody else asked for.",
    "can_manage_api_keys": "Make and revoke the keys of apps and partners.",
    "can_manage_bookings": "See every booking and move it through its life.",
    "can_manage_catalog": "Change and publish the catalogue.",
    "can_manage_customers": "Write notes about customers and mark them as very important persons.",
    "can_manage_quotes": "Write and send quotes.",
    "can_manage_staff": "Make, change, unlock and deactivate staff accounts.",
    "can_view_audit": "Search and export the audit log.",
    "can_view_customers": "See customers, their addresses and what staff noted about them.",
    "can_view_financial_reports": "See revenue, payments and refunds.",
}
STAFF = [
    "can_manage_bookings",
    "can_manage_customers",
    "can_manage_quotes",
    "can_view_customers",
    "can_view_financial_reports",
]
SUPERVISOR = [*STAFF, "can_view_audit"]
ROLES = [
    ("staff", 1, False, "Looks after bookings and customers.", STAFF),
    ("supervisor", 2, False, "Looks after bookings, customers and those who do.", SUPERVISOR),
    ("admin", 3, True, "May do everything.", list(PERMISSIONS)),
]


def upgrade() -> None:
    """Creates everything; the accounts of a local stack stay, with empty names."""
    op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    create_roles()
    extend_staff()
    create_customers()
    create_addresses()
    create_sessions()
    create_links()
    create_keys()


def create_roles() -> None:
    """Roles are named permission sets, in data."""
    permission = op.create_table(
        "permission",
        sql.Column("name", sql.Text, primary_key=True),
        sql.Column("description", sql.Text, nullable=False),
    )
    role = op.create_table(
        "role",
        sql.Column("name", sql.Text, primary_key=True),
        sql.Column("description", sql.Text, nullable=False),
        sql.Column("rank", sql.Integer, nullable=False),
        sql.Column("requires_second_factor", sql.Boolean, nullable=False),
    )
    granted = op.create_table(
        "role_permission",
        sql.Column("role", sql.Text, sql.ForeignKey("role.name"), primary_key=True),
        sql.Column("permission", sql.Text, sql.ForeignKey("permission.name"), primary_key=True),
    )
    op.bulk_insert(permission, [{"name": name, "description": text} for name, text in PERMISSIONS.items()])
    op.bulk_insert(
        role,
        [
            {"name": name, "rank": rank, "requires_second_factor": required, "description": text}
            for name, rank, required, text, _ in ROLES
        ],
    )
    op.bulk_insert(granted, [{"role": name, "permission": each} for name, *_, all_of in ROLES for each in all_of])


def extend_staff() -> None:
    """Profile, second factor and search."""
    for name in ("email", "first_name", "last_name", "department", "phone", "search_text"):
        op.add_column("staff_account", sql.Column(name, sql.Text, nullable=False, server_default=""))
        op.alter_column("staff_account", name, server_default=None)
    op.add_column("staff_account", sql.Column("version", sql.BigInteger, nullable=False, server_default="1"))
    op.alter_column("staff_account", "version", server_default=None)
    op.execute("UPDATE staff_account SET search_text = username")
    op.add_column("staff_account", sql.Column("hire_date", sql.Date))
    op.add_column("staff_account", sql.Column("sealed_totp_secret", sql.LargeBinary))
    op.add_column("staff_account", sql.Column("totp_last_step", sql.BigInteger))
    op.add_column("staff_account", sql.Column("sealed_totp_proposal", sql.LargeBinary))
    op.add_column("staff_account", sql.Column("last_signed_in_at", INSTANT))
    op.alter_column("staff_account", "password_hash", nullable=True)
    op.drop_constraint("staff_account_role", "staff_account", type_="check")
    op.create_foreign_key("staff_account_role_exists", "staff_account", "role", ["role"], ["name"])
    op.create_index("staff_account_role", "staff_account", ["role", "username"])
    op.create_index(
        "staff_account_search",
        "staff_account",
        ["search_text"],
        postgresql_using="gin",
        postgresql_ops={"search_text": "gin_trgm_ops"},
    )
    op.create_table(
        "recovery_code",
        sql.Column("staff_id", sql.Uuid, sql.ForeignKey("staff_account.id"), primary_key=True),
        sql.Column("code_digest", sql.LargeBinary, primary_key=True),
        sql.Column("used_at", INSTANT),
    )


def create_customers() -> None:
    """Customers, notes about them and their bookings' figures."""
    op.create_table(
        "customer",
        sql.Column("id", sql.Uuid, primary_key=True),
        sql.Column("email", sql.Text, nullable=False),
        sql.Column("email_key", sql.Text, nullable=False),
        sql.Column("email_verified_at", INSTANT),
        sql.Column("password_hash", sql.Text, nullable=False),
        sql.Column("first_name", sql.Text, nullable=False),
        sql.Column("last_name", sql.Text, nullable=False),
        sql.Column("phone", sql.Text, nullable=False),
        sql.Column("preferred_pickup_window", sql.Text, nullable=False),
        sql.Column("email_notifications", sql.Boolean, nullable=False),
        sql.Column("sms_notifications", sql.Boolean, nullable=False),
        sql.Column("marketing_emails", sql.Boolean, nullable=False),
        sql.Column("language", sql.Text, nullable=False),
        sql.Column("is_vip", sql.Boolean, nullable=False),
        sql.Column("search_text", sql.Text, nullable=False),
        sql.Column("created_at", INSTANT, nullable=False),
        sql.Column("updated_at", INSTANT, nullable=False),
        sql.Column("version", sql.BigInteger, nullable=False),
        sql.Column("erasure_requested_at", INSTANT),
        sql.UniqueConstraint("email_key", name="customer_email_once"),
        sql.CheckConstraint(
            "preferred_pickup_window IN ('morning', 'afternoon', 'evening')", name="customer_pickup_window"
        ),
    )
    op.create_index("customer_newest", "customer", ["created_at", "id"])
    op.create_index("customer_vip_newest", "customer", ["created_at", "id"], postgresql_where=sql.text("is_vip"))
    op.create_index(
        "customer_search",
        "customer",
        ["search_text"],
        postgresql_using="gin",
        postgresql_ops={"search_text": "gin_trgm_ops"},
    )
    op.create_table(
        "customer_note",
        sql.Column("id", sql.Uuid, primary_key=True),
        sql.Column("customer_id", sql.Uuid, sql.ForeignKey("customer.id"), nullable=False),
        sql.Column("text", sql.Text, nullable=False),
        sql.Column("author_id", sql.Uuid, nullable=False),
        sql.Column("author_name", sql.Text, nullable=False),
        sql.Column("created_at", INSTANT, nullable=False),
    )
    op.create_index("customer_note_newest", "customer_note", ["customer_id", "created_at", "id"])
    op.create_table(
        "customer_booking",
        sql.Column("booking_id", sql.Uuid, primary_key=True),
        sql.Column("customer_id", sql.Uuid),
        sql.Column("version", sql.BigInteger, nullable=False),
        sql.Column("status", sql.Text, nullable=False),
        sql.Column("booked_at", INSTANT),
        sql.Column("paid_cents", sql.BigInteger, nullable=False),
        sql.Column("refunded_cents", sql.BigInteger, nullable=False),
    )
    op.create_index(
        "customer_booking_of_a_customer",
        "customer_booking",
        ["customer_id"],
        postgresql_where=sql.text("customer_id IS NOT NULL"),
    )


def create_addresses() -> None:
    """Saved addresses and the bookings that used them."""
    op.create_table(
        "saved_address",
        sql.Column("id", sql.Uuid, primary_key=True),
        sql.Column("customer_id", sql.Uuid, sql.ForeignKey("customer.id"), nullable=False),
        sql.Column("nickname", sql.Text, nullable=False),
        sql.Column("address_line_1", sql.Text, nullable=False),
        sql.Column("address_line_2", sql.Text, nullable=False),
        sql.Column("city", sql.Text, nullable=False),
        sql.Column("state", sql.Text, nullable=False),
        sql.Column("zip_code", sql.Text, nullable=False),
        sql.Column("delivery_instructions", sql.Text, nullable=False),
        sql.Column("pickups", sql.Integer, nullable=False),
        sql.Column("deliveries", sql.Integer, nullable=False),
        sql.Column("last_used_at", INSTANT),
        sql.Column("created_at", INSTANT, nullable=False),
        sql.Column("deleted_at", INSTANT),
        sql.Column("version", sql.BigInteger, nullable=False),
    )
    op.create_index(
        "saved_address_newest",
        "saved_address",
        ["customer_id", "created_at", "id"],
        postgresql_where=sql.text("deleted_at IS NULL"),
    )
    op.create_table(
        "address_use",
        sql.Column("booking_id", sql.Uuid, primary_key=True),
        sql.Column("purpose", sql.Text, primary_key=True),
        sql.Column("address_id", sql.Uuid, sql.ForeignKey("saved_address.id"), nullable=False),
        sql.Column("used_at", INSTANT, nullable=False),
        sql.CheckConstraint("purpose IN ('pickup', 'delivery')", name="address_use_purpose"),
    )
    op.create_index("address_use_of_an_address", "address_use", ["address_id"])


def create_sessions() -> None:
    """Sessions, half-done sign-ins and failed ones."""
    op.create_table(
        "session",
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
    )
    op.create_index("session_of_an_account", "session", ["account_kind", "account_id", "created_at"])
    op.create_index("session_by_end", "session", ["expires_at"])
    op.create_table(
        "sign_in_challenge",
        sql.Column("token_digest", sql.LargeBinary, primary_key=True),
        sql.Column("staff_id", sql.Uuid, sql.ForeignKey("staff_account.id"), nullable=False),
        sql.Column("sealed_totp_secret", sql.LargeBinary),
        sql.Column("expires_at", INSTANT, nullable=False),
    )
    op.create_index("sign_in_challenge_of_staff", "sign_in_challenge", ["staff_id"])
    op.create_index("sign_in_challenge_by_end", "sign_in_challenge", ["expires_at"])
    op.create_table(
        "sign_in_failure",
        sql.Column("account_kind", sql.Text, primary_key=True),
        sql.Column("name_digest", sql.LargeBinary, primary_key=True),
        sql.Column("failures", sql.Integer, nullable=False),
        sql.Column("last_failed_at", INSTANT, nullable=False),
        sql.Column("locked_until", INSTANT),
        sql.CheckConstraint(KINDS, name="sign_in_failure_account_kind"),
    )
    op.create_index("sign_in_failure_by_age", "sign_in_failure", ["last_failed_at"])


def create_links() -> None:
    """Links that we mail, and requests for them."""
    op.create_table(
        "mailed_link",
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
    )
    op.create_index("mailed_link_of_an_account", "mailed_link", ["account_kind", "account_id", "purpose"])
    op.create_index("mailed_link_by_end", "mailed_link", ["expires_at"])
    op.create_table(
        "reset_request",
        sql.Column("email_key", sql.Text, primary_key=True),
        sql.Column("requested_at", INSTANT, nullable=False),
    )
    op.create_index("reset_request_by_age", "reset_request", ["requested_at"])


def create_keys() -> None:
    """Keys of apps, partners and devices."""
    op.create_table(
        "api_key",
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
    )
    op.create_index("api_key_newest", "api_key", ["created_at", "id"], postgresql_where=sql.text("parent_id IS NULL"))
    op.create_index(
        "api_key_of_a_customer",
        "api_key",
        ["customer_id", "created_at"],
        postgresql_where=sql.text("customer_id IS NOT NULL"),
    )
    op.create_index("api_key_of_an_app", "api_key", ["parent_id"], postgresql_where=sql.text("parent_id IS NOT NULL"))
