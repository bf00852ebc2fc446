"""Companies: their contacts, and which bookings and quotes are theirs."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

INSTANT = sql.DateTime(timezone=True)


def upgrade() -> None:
    """Adds tables; nothing that is there changes."""
    create_company()
    create_contact()
    create_link("booking", "booked_at", "booking")
    create_link("quote", "asked_at", "custom_quote")


def create_company() -> None:
    """The companies."""
    op.create_table(
        "company",
        sql.Column("id", sql.Uuid, primary_key=True),
        sql.Column("name", sql.Text, nullable=False),
        sql.Column("notes", sql.Text, nullable=False),
        sql.Column("is_active", sql.Boolean, nullable=False),
        sql.Column("created_at", INSTANT, nullable=False),
        sql.Column("updated_at", INSTANT, nullable=False),
        sql.Column("version", sql.BigInteger, nullable=False),
    )
    op.create_index("company_newest", "company", [sql.text("created_at DESC"), sql.text("id DESC")])
    op.create_index("company_by_name", "company", [sql.text("lower(name) text_pattern_ops")])


def create_contact() -> None:
    """Who may see what is theirs, by the email that they verify."""
    op.create_table(
        "company_contact",
        sql.Column("company_id", sql.Uuid, sql.ForeignKey("company.id"), primary_key=True),
        sql.Column("email", sql.Text, primary_key=True),
        sql.Column("name", sql.Text, nullable=False),
        sql.Column("added_at", INSTANT, nullable=False),
        sql.CheckConstraint("email = lower(email)", name="company_contact_email_is_small"),
    )
    op.create_index("company_contact_by_email", "company_contact", ["email"])


def create_link(what: str, at: str, table: str) -> None:
    """Which bookings, or quotes, are a company's."""
    op.create_table(
        f"company_{what}",
        sql.Column(f"{what}_id", sql.Uuid, sql.ForeignKey(f"{table}.id"), primary_key=True),
        sql.Column("company_id", sql.Uuid, sql.ForeignKey("company.id"), nullable=False),
        sql.Column(at, INSTANT, nullable=False),
    )
    newest = [sql.text("company_id"), sql.text(f"{at} DESC"), sql.text(f"{what}_id DESC")]
    op.create_index(f"company_{what}_newest", f"company_{what}", newest)
