"""The waiting list."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

INSTANT = sql.DateTime(timezone=True)
LIVE = "state IN ('waiting', 'called', 'offered')"


def upgrade() -> None:
    """Adds one table; nothing that is there changes."""
    op.create_table(
        "waiting",
        sql.Column("id", sql.Uuid, primary_key=True),
        sql.Column("position", sql.BigInteger, sql.Identity(always=True), nullable=False),
        sql.Column("pickup_date", sql.Date, nullable=False),
        sql.Column("pickup_window", sql.Text),
        *(text(name) for name in ("state", "first_name", "last_name", "email", "phone", "language")),
        sql.Column("customer_id", sql.Uuid),
        sql.Column("token_hash", sql.LargeBinary, nullable=False),
        sql.Column("offer_hash", sql.LargeBinary),
        sql.Column("offered_window", sql.Text),
        sql.Column("offer_ends_at", INSTANT),
        sql.Column("booking_id", sql.Uuid),
        sql.Column("joined_at", INSTANT, nullable=False),
        sql.Column("updated_at", INSTANT, nullable=False),
        sql.UniqueConstraint("token_hash", name="waiting_token_once"),
        sql.UniqueConstraint("offer_hash", name="waiting_offer_once"),
        sql.CheckConstraint("(state = 'booked') = (booking_id IS NOT NULL)", name="waiting_booked_is_a_booking"),
        sql.CheckConstraint(
            "(state IN ('called', 'offered')) = (offered_window IS NOT NULL)", name="waiting_called_holds_a_place"
        ),
        sql.CheckConstraint("(state = 'offered') = (offer_ends_at IS NOT NULL)", name="waiting_offers_end"),
    )
    create_indexes()


def text(name: str) -> sql.Column[str]:
    """A column that always says something, if only an empty text."""
    return sql.Column(name, sql.Text, nullable=False)


def create_indexes() -> None:
    """One for each question that is asked."""
    waits, is_called, is_offered = (sql.text(f"state = '{state}'") for state in ("waiting", "called", "offered"))
    op.create_index("waiting_in_line", "waiting", ["pickup_date", "position"], postgresql_where=waits)
    op.create_index("waiting_called", "waiting", ["position"], postgresql_where=is_called)
    op.create_index("waiting_offers_ending", "waiting", ["offer_ends_at"], postgresql_where=is_offered)
    op.create_index("waiting_of_a_day", "waiting", ["pickup_date", "position"])
    op.create_index("waiting_of_a_customer", "waiting", ["customer_id"])
    op.create_index("waiting_by_email", "waiting", [sql.text("lower(email)")])
    email, window = sql.text("lower(email)"), sql.text("coalesce(pickup_window, '')")
    op.create_index(
        "waiting_once", "waiting", [email, "pickup_date", window], unique=True, postgresql_where=sql.text(LIVE)
    )
