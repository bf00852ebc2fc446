"""Catalogue versions that never change, quotes whose total is the sum of their lines, and the tables of messaging."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op
from chassis.migrations import create_messaging_tables
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

INSTANT = sql.DateTime(timezone=True)

QUOTE_LINES_CENTS = """
CREATE FUNCTION quote_lines_cents(lines jsonb) RETURNS bigint LANGUAGE sql IMMUTABLE
RETURN (SELECT coalesce(sum((line ->> 'amount_cents')::bigint), 0)::bigint FROM jsonb_array_elements(lines) AS line)
"""

PUBLISHED_IS_FOR_EVER = """
CREATE FUNCTION published_catalog_is_for_ever() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'catalogue version % is published and never changes', OLD.number USING ERRCODE = 'check_violation';
END
$$
"""

GUARD = """
CREATE TRIGGER published_catalog_is_for_ever BEFORE UPDATE OR DELETE ON catalog_version
FOR EACH ROW WHEN (OLD.status = 'published') EXECUTE FUNCTION published_catalog_is_for_ever()
"""


def upgrade() -> None:
    """Creates everything."""
    create_messaging_tables(op)  # type: ignore[arg-type] # alembic's module stands for its Operations
    create_catalog_version()
    op.execute(PUBLISHED_IS_FOR_EVER)
    op.execute(GUARD)
    op.execute(QUOTE_LINES_CENTS)
    create_quote()


def create_catalog_version() -> None:
    """The catalogue, version by version."""
    op.create_table(
        "catalog_version",
        sql.Column("id", sql.Uuid, primary_key=True),
        sql.Column("number", sql.BigInteger, nullable=False, unique=True),
        sql.Column("status", sql.Text, nullable=False),
        sql.Column("effective_at", INSTANT, nullable=False),
        sql.Column("published_at", INSTANT, nullable=False),
        sql.Column("published_by", sql.Text, nullable=False),
        sql.Column("reason", sql.Text, nullable=False),
        sql.Column("content", JSONB, nullable=False),
        sql.CheckConstraint("status IN ('published')", name="catalog_version_status"),
    )


def create_quote() -> None:
    """Prices that are held."""
    op.create_table(
        "quote",
        sql.Column("id", sql.Uuid, primary_key=True),
        sql.Column("catalog_number", sql.BigInteger, sql.ForeignKey("catalog_version.number"), nullable=False),
        sql.Column("request", sql.LargeBinary, nullable=False),
        sql.Column("price", sql.LargeBinary, nullable=False),
        sql.Column("lines", JSONB, nullable=False),
        sql.Column("total_cents", sql.BigInteger, nullable=False),
        sql.Column("created_at", INSTANT, nullable=False),
        sql.Column("expires_at", INSTANT, nullable=False),
        sql.Column("booking_id", sql.Uuid, nullable=True),
        sql.Column("used_at", INSTANT, nullable=True),
        sql.CheckConstraint("total_cents = quote_lines_cents(lines)", name="quote_total_is_the_sum_of_its_lines"),
    )
