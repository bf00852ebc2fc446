"""The audit log: a chain of entries that only grows, and the record of its end."""

import sqlalchemy as sql
from alembic import op

revision = "0010"
down_revision = "0003"

INSTANT = sql.DateTime(timezone=True)
FILTERS = ("actor_id", "actor_kind", "action", "subject_type", "subject_id", "service", "request_id")
TEXTS = (
    "actor_kind",
    "actor_id",
    "actor_role",
    "on_behalf_of",
    "action",
    "subject_type",
    "subject_id",
    "client_address",
    "user_agent",
    "request_id",
    "reason",
    "before",
    "after",
)

ONLY_GROWS = """
CREATE FUNCTION audit_log_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log only grows' USING ERRCODE = 'check_violation';
END
$$
"""

HEAD_GOES_ON = """
CREATE FUNCTION audit_head_goes_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.position <> OLD.position + 1 THEN
        RAISE EXCEPTION 'the audit log only grows' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$
"""


def upgrade() -> None:
    """Creates both tables, and what keeps them from being changed."""
    create_entries()
    create_head()
    op.execute(ONLY_GROWS)
    op.execute(HEAD_GOES_ON)
    for table, changes in (("audit_entry", "UPDATE OR DELETE"), ("audit_head", "DELETE")):
        refuse = f"ON {table} FOR EACH %s EXECUTE FUNCTION audit_log_only_grows()"
        op.execute(f"CREATE TRIGGER {table}_only_grows BEFORE {changes} {refuse % 'ROW'}")
        op.execute(f"CREATE TRIGGER {table}_is_not_emptied BEFORE TRUNCATE {refuse % 'STATEMENT'}")
    op.execute(
        """CREATE TRIGGER audit_head_goes_on BEFORE UPDATE ON audit_head
        FOR EACH ROW EXECUTE FUNCTION audit_head_goes_on()"""
    )


def create_entries() -> None:
    """The entries, with an index for every filter."""
    op.create_table(
        "audit_entry",
        sql.Column("position", sql.BigInteger, primary_key=True, autoincrement=False),
        sql.Column("id", sql.Uuid, nullable=False, unique=True),
        sql.Column("service", sql.Text, nullable=False),
        sql.Column("occurred_at", INSTANT, nullable=False),
        sql.Column("recorded_at", INSTANT, nullable=False),
        *(sql.Column(name, sql.Text, nullable=False) for name in TEXTS),
        sql.Column("previous_hash", sql.LargeBinary, nullable=False, unique=True),
        sql.Column("hash", sql.LargeBinary, nullable=False, unique=True),
        sql.CheckConstraint("position > 0", name="audit_entry_begins_at_one"),
    )
    for name in FILTERS:
        op.create_index(f"audit_entry_by_{name}", "audit_entry", [name, "position"])
    op.create_index("audit_entry_by_time", "audit_entry", ["occurred_at"])


def create_head() -> None:
    """The end of the chain: nothing yet."""
    head = op.create_table(
        "audit_head",
        sql.Column("id", sql.SmallInteger, primary_key=True, autoincrement=False),
        sql.Column("position", sql.BigInteger, nullable=False),
        sql.Column("hash", sql.LargeBinary, nullable=False),
        sql.CheckConstraint("id = 1", name="audit_head_is_one"),
    )
    op.bulk_insert(head, [{"id": 1, "position": 0, "hash": bytes(32)}])
