"""Partners' endpoints, and what is on its way to them."""

from __future__ import annotations

from alembic import op

revision = "0041"
down_revision = "0040"


def upgrade() -> None:
    """Adds two tables."""
    op.execute(
        """CREATE TABLE webhook_endpoint (
            id uuid PRIMARY KEY,
            owner_id uuid NOT NULL,
            url text NOT NULL,
            description text NOT NULL,
            event_types text[] NOT NULL,
            is_enabled boolean NOT NULL,
            disabled_because text NOT NULL,
            failing_since timestamptz,
            sealed_secret bytea NOT NULL,
            sealed_previous bytea,
            previous_until timestamptz,
            created_at timestamptz NOT NULL,
            CONSTRAINT webhook_endpoint_says_why_it_is_disabled CHECK (is_enabled = (disabled_because = ''))
        )"""
    )
    op.execute("CREATE INDEX webhook_endpoint_of_an_owner ON webhook_endpoint (owner_id, id)")
    op.execute("CREATE INDEX webhook_endpoint_that_hears ON webhook_endpoint USING gin (event_types) WHERE is_enabled")
    op.execute(
        """CREATE TABLE webhook_delivery (
            id uuid PRIMARY KEY,
            endpoint_id uuid NOT NULL REFERENCES webhook_endpoint (id) ON DELETE CASCADE,
            event_id uuid NOT NULL,
            event_type text NOT NULL,
            body text NOT NULL,
            status text NOT NULL,
            attempts integer NOT NULL,
            claims integer NOT NULL,
            due_at timestamptz NOT NULL,
            last_status_code integer NOT NULL,
            last_error text NOT NULL,
            created_at timestamptz NOT NULL,
            delivered_at timestamptz,
            CONSTRAINT webhook_delivery_once_per_event UNIQUE (endpoint_id, event_id),
            CONSTRAINT webhook_delivery_status_is_known
                CHECK (status IN ('waiting', 'sending', 'delivered', 'failed'))
        )"""
    )
    in_flight = "WHERE status IN ('waiting', 'sending')"
    op.execute(f"CREATE INDEX webhook_delivery_due ON webhook_delivery (due_at) {in_flight}")
    op.execute(f"CREATE INDEX webhook_delivery_in_flight ON webhook_delivery (endpoint_id) {in_flight}")
    op.execute("CREATE INDEX webhook_delivery_of_an_endpoint ON webhook_delivery (endpoint_id, id)")
    op.execute("CREATE INDEX webhook_delivery_by_age ON webhook_delivery (created_at)")
