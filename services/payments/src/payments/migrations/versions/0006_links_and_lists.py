"""Payment links, and indexes for every way that staff look for payments."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

INSTANT = sql.DateTime(timezone=True)


def upgrade() -> None:
    """Adds everything."""
    create_payment_link()
    index_payment()


def create_payment_link() -> None:
    """Links, one live for a booking."""
    op.create_table(
        "payment_link",
        sql.Column("id", sql.Uuid, nullable=False),
        sql.Column("token_hash", sql.Text, nullable=False),
        sql.Column("booking_id", sql.Uuid, nullable=False),
        sql.Column("booking_number", sql.Text, nullable=False),
        sql.Column("amount_cents", sql.BigInteger, nullable=False),
        sql.Column("created_by", sql.Text, nullable=False),
        sql.Column("created_at", INSTANT, nullable=False),
        sql.Column("expires_at", INSTANT, nullable=False),
        sql.Column("used_at", INSTANT, nullable=True),
        sql.Column("revoked_at", INSTANT, nullable=True),
        sql.PrimaryKeyConstraint("id"),
        sql.UniqueConstraint("token_hash"),
    )
    op.create_index(
        "payment_link_one_live_for_a_booking",
        "payment_link",
        ["booking_id"],
        unique=True,
        postgresql_where=sql.text("used_at IS NULL AND revoked_at IS NULL"),
    )
    op.create_index("payment_link_by_booking", "payment_link", ["booking_id", "created_at"])


def index_payment() -> None:
    """What staff filter by."""
    op.create_index("payment_newest", "payment", ["created_at", "id"])
    op.create_index("payment_by_status", "payment", ["status", "created_at", "id"])
    op.create_index("payment_by_number", "payment", ["booking_number"])
    op.create_index(
        "payment_by_customer",
        "payment",
        ["customer_id", "created_at"],
        postgresql_where=sql.text("customer_id <> ''"),
    )
    op.create_index(
        "payment_by_charge",
        "payment",
        ["stripe_charge_id"],
        postgresql_where=sql.text("stripe_charge_id <> ''"),
    )
    op.create_index(
        "payment_by_name",
        "payment",
        [sql.text("lower(customer_name)")],
        postgresql_ops={"lower(customer_name)": "text_pattern_ops"},
    )
