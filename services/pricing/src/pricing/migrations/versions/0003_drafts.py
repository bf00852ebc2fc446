"""Drafts of the catalogue and who changed what in them; what a version was made from."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

INSTANT = sql.DateTime(timezone=True)

NEVER_CHANGES = """
CREATE FUNCTION catalog_history_is_for_ever() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% of the catalogue is history and never changes', TG_ARGV[0] USING ERRCODE = 'check_violation';
END
$$
"""

CLOSED_DRAFTS = """
CREATE TRIGGER closed_draft_is_for_ever BEFORE UPDATE OR DELETE ON catalog_draft
FOR EACH ROW WHEN (OLD.status <> 'open') EXECUTE FUNCTION catalog_history_is_for_ever('this draft')
"""

CHANGES = """
CREATE TRIGGER catalog_change_is_for_ever BEFORE UPDATE OR DELETE ON catalog_change
FOR EACH ROW EXECUTE FUNCTION catalog_history_is_for_ever('this change')
"""


def upgrade() -> None:
    """Adds to catalog_version, and creates the rest."""
    for name in ("base_number", "restored_number"):
        op.add_column(
            "catalog_version", sql.Column(name, sql.BigInteger, sql.ForeignKey("catalog_version.number"), nullable=True)
        )
    op.create_index("catalog_version_by_instant", "catalog_version", ["effective_at", "number"])
    create_draft()
    create_change()
    op.execute(NEVER_CHANGES)
    op.execute(CLOSED_DRAFTS)
    op.execute(CHANGES)


def create_draft() -> None:
    """Copies of a version that can be changed."""
    op.create_table(
        "catalog_draft",
        sql.Column("id", sql.Uuid, primary_key=True),
        sql.Column("title", sql.Text, nullable=False),
        sql.Column("base_number", sql.BigInteger, sql.ForeignKey("catalog_version.number"), nullable=False),
        sql.Column("status", sql.Text, nullable=False),
        sql.Column("revision", sql.BigInteger, nullable=False),
        sql.Column("created_by", sql.Text, nullable=False),
        sql.Column("created_at", INSTANT, nullable=False),
        sql.Column("updated_at", INSTANT, nullable=False),
        sql.Column("published_number", sql.BigInteger, sql.ForeignKey("catalog_version.number"), nullable=True),
        sql.Column("content", JSONB, nullable=False),
        sql.UniqueConstraint("published_number", name="catalog_draft_becomes_one_version"),
        sql.CheckConstraint("status IN ('open', 'published', 'discarded')", name="catalog_draft_status"),
        sql.CheckConstraint(
            "(status = 'published') = (published_number IS NOT NULL)", name="catalog_draft_published_as_a_version"
        ),
    )
    op.create_index("catalog_draft_by_change", "catalog_draft", ["updated_at", "id"])
    op.create_index("catalog_draft_by_status", "catalog_draft", ["status", "updated_at", "id"])


def create_change() -> None:
    """Every change of a draft, as it was and as it is."""
    op.create_table(
        "catalog_change",
        sql.Column("draft_id", sql.Uuid, sql.ForeignKey("catalog_draft.id"), primary_key=True),
        sql.Column("revision", sql.BigInteger, primary_key=True),
        sql.Column("changed_at", INSTANT, nullable=False),
        sql.Column("changed_by", sql.Text, nullable=False),
        sql.Column("reason", sql.Text, nullable=False),
        sql.Column("kind", sql.Text, nullable=False),
        sql.Column("key", sql.Text, nullable=False),
        sql.Column("before", JSONB, nullable=True),
        sql.Column("after", JSONB, nullable=True),
        sql.CheckConstraint("before IS NOT NULL OR after IS NOT NULL", name="catalog_change_changes_something"),
    )
