"""The two tables every service has for its events: what it says (outbox) and what it has heard (inbox)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

if TYPE_CHECKING:
    from alembic.operations import Operations

CHANNEL = "outbox"
"""The Postgres channel that wakes the relay."""

WAITING = sa.text("published_at IS NULL")


def outbox_table(metadata: sa.MetaData) -> sa.Table:
    """The outbox, as part of a service's metadata."""
    return sa.Table(
        "outbox",
        metadata,
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("position", sa.BigInteger, sa.Identity(always=True), nullable=False),
        sa.Column("about", sa.Uuid, nullable=False),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
        sa.Column("context", postgresql.JSONB, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()),
        sa.Column("leased_until", sa.DateTime(timezone=True)),
        sa.Column("published_at", sa.DateTime(timezone=True)),
        sa.Index("outbox_waiting", "position", postgresql_where=WAITING),
        sa.Index("outbox_waiting_by_about", "about", "position", postgresql_where=WAITING),
        sa.Index("outbox_published", "published_at"),
    )


def inbox_table(metadata: sa.MetaData) -> sa.Table:
    """The inbox, as part of a service's metadata."""
    return sa.Table(
        "inbox",
        metadata,
        sa.Column("listener", sa.Text, primary_key=True),
        sa.Column("event_id", sa.Uuid, primary_key=True),
        sa.Column("handled_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()),
        sa.Index("inbox_handled", "handled_at"),
    )


def messaging_tables(metadata: sa.MetaData) -> tuple[sa.Table, sa.Table]:
    """Adds outbox and inbox to a service's metadata, so that `alembic check` sees them."""
    return outbox_table(metadata), inbox_table(metadata)


OUTBOX, INBOX = messaging_tables(sa.MetaData())

FIRST_REVISION = (
    """CREATE TABLE outbox (
        id uuid PRIMARY KEY,
        position bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        about uuid NOT NULL,
        version bigint NOT NULL,
        subject text NOT NULL,
        type text NOT NULL,
        payload bytea NOT NULL,
        context jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        leased_until timestamptz,
        published_at timestamptz
    )""",
    "CREATE INDEX outbox_waiting ON outbox (position) WHERE published_at IS NULL",
    "CREATE INDEX outbox_waiting_by_about ON outbox (about, position) WHERE published_at IS NULL",
    "CREATE INDEX outbox_published ON outbox (published_at)",
    """CREATE TABLE inbox (
        listener text NOT NULL,
        event_id uuid NOT NULL,
        handled_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (listener, event_id)
    )""",
    "CREATE INDEX inbox_handled ON inbox (handled_at)",
    f"""CREATE FUNCTION outbox_wake() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM pg_notify('{CHANNEL}', ''); RETURN NULL; END $$""",
    "CREATE TRIGGER outbox_wake AFTER INSERT ON outbox FOR EACH STATEMENT EXECUTE FUNCTION outbox_wake()",
)


def create_messaging_tables(op: Operations) -> None:
    """Creates both tables and the trigger that wakes the relay; the first revision of every service calls this.

    Frozen: it has run in production databases. A later change is a function of its own, called by a new revision.
    """
    for statement in FIRST_REVISION:
        op.execute(statement)
