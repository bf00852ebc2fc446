"""Mini storage: agreements, what is in them, their legs, their bills and what happened."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0030"
down_revision = "0020"
branch_labels = None
depends_on = None

INSTANT = sql.DateTime(timezone=True)
NEWEST = [sql.text("created_at DESC"), sql.text("id DESC")]


def upgrade() -> None:
    """Adds tables; nothing that is there changes."""
    create_storage()
    create_storage_indexes()
    create_item()
    create_leg()
    create_invoice()
    create_history()


def create_storage() -> None:
    """Who stores since when, until when, and at which price."""
    op.create_table(
        "storage",
        sql.Column("id", sql.Uuid, primary_key=True),
        sql.Column("number", sql.Text, nullable=False),
        sql.Column("status", sql.Text, nullable=False),
        sql.Column("standing", sql.Text, nullable=False),
        sql.Column("customer_id", sql.Uuid, nullable=False),
        sql.Column("first_name", sql.Text, nullable=False),
        sql.Column("last_name", sql.Text, nullable=False),
        sql.Column("email", sql.Text, nullable=False),
        sql.Column("phone", sql.Text, nullable=False),
        sql.Column("language", sql.Text, nullable=False),
        sql.Column("start_date", sql.Date, nullable=False),
        sql.Column("end_date", sql.Date),
        sql.Column("price", JSONB, nullable=False),
        sql.Column("monthly_cents", sql.BigInteger, nullable=False),
        sql.Column("created_at", INSTANT, nullable=False),
        sql.Column("updated_at", INSTANT, nullable=False),
        sql.Column("erased_at", INSTANT),
        sql.Column("version", sql.BigInteger, nullable=False),
        sql.UniqueConstraint("number", name="storage_number_once"),
        sql.CheckConstraint("monthly_cents > 0", name="storage_costs_something"),
        sql.CheckConstraint("price_lines_cents(price) = monthly_cents", name="storage_month_is_its_lines"),
        sql.CheckConstraint("(status IN ('ending', 'ended')) = (end_date IS NOT NULL)", name="storage_end_has_a_day"),
    )


def create_storage_indexes() -> None:
    """One for each way a list is asked for, and for each look of the clock."""
    op.create_index("storage_newest", "storage", NEWEST)
    op.create_index("storage_newest_by_status", "storage", ["status", *NEWEST])
    op.create_index("storage_newest_by_standing", "storage", ["standing", *NEWEST])
    op.create_index("storage_of_a_customer", "storage", ["customer_id", *NEWEST])
    planned, ending = sql.text("status = 'planned'"), sql.text("status = 'ending'")
    op.create_index("storage_to_start", "storage", ["start_date"], postgresql_where=planned)
    op.create_index("storage_to_close", "storage", ["end_date"], postgresql_where=ending)


def create_item() -> None:
    """What is and was in them."""
    op.create_table(
        "storage_item",
        sql.Column("id", sql.Uuid, primary_key=True),
        sql.Column("storage_id", sql.Uuid, sql.ForeignKey("storage.id"), nullable=False),
        sql.Column("kind", sql.Text, nullable=False),
        sql.Column("label", sql.Text, nullable=False),
        sql.Column("taken_in_on", sql.Date, nullable=False),
        sql.Column("wanted_back_on", sql.Date),
        sql.Column("returned_on", sql.Date),
        sql.CheckConstraint("returned_on >= taken_in_on", name="storage_item_leaves_after_it_came"),
    )
    op.create_index("storage_item_of_a_storage", "storage_item", ["storage_id", "id"])
    wanted = sql.text("wanted_back_on IS NOT NULL AND returned_on IS NULL")
    op.create_index("storage_item_wanted_back", "storage_item", ["storage_id"], postgresql_where=wanted)


def create_leg() -> None:
    """The bookings that bring and fetch."""
    op.create_table(
        "storage_leg",
        sql.Column("booking_id", sql.Uuid, sql.ForeignKey("booking.id"), primary_key=True),
        sql.Column("storage_id", sql.Uuid, sql.ForeignKey("storage.id"), nullable=False),
        sql.Column("direction", sql.Text, nullable=False),
    )
    op.create_index("storage_leg_of_a_storage", "storage_leg", ["storage_id"])


def create_invoice() -> None:
    """What payments said of each month."""
    op.create_table(
        "storage_invoice",
        sql.Column("invoice_id", sql.Uuid, primary_key=True),
        sql.Column("storage_id", sql.Uuid, sql.ForeignKey("storage.id"), nullable=False),
        sql.Column("state", sql.Text, nullable=False),
        sql.Column("amount_cents", sql.BigInteger, nullable=False),
    )
    op.create_index("storage_invoice_of_a_storage", "storage_invoice", ["storage_id"])


def create_history() -> None:
    """What happened to them."""
    op.create_table(
        "storage_history",
        sql.Column("id", sql.BigInteger, sql.Identity(always=True), primary_key=True),
        sql.Column("storage_id", sql.Uuid, sql.ForeignKey("storage.id"), nullable=False),
        sql.Column("at", INSTANT, nullable=False),
        sql.Column("actor", sql.Text, nullable=False),
        sql.Column("what", sql.Text, nullable=False),
    )
    op.create_index("storage_history_of_a_storage", "storage_history", ["storage_id", "id"])
