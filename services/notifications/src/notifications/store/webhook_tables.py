"""Partners' endpoints, and what is on its way to them."""

from __future__ import annotations

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import ARRAY

from notifications.store.metadata import metadata

IN_FLIGHT = sql.text("status IN ('waiting', 'sending')")

webhook_endpoint = sql.Table(
    "webhook_endpoint",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("owner_id", sql.Uuid, nullable=False),
    sql.Column("url", sql.Text, nullable=False),
    sql.Column("description", sql.Text, nullable=False),
    sql.Column("contact_email", sql.Text, nullable=False, server_default=""),
    sql.Column("event_types", ARRAY(sql.Text), nullable=False),
    sql.Column("is_enabled", sql.Boolean, nullable=False),
    sql.Column("disabled_because", sql.Text, nullable=False),
    sql.Column("failing_since", sql.DateTime(timezone=True)),
    sql.Column("sealed_secret", sql.LargeBinary, nullable=False),
    sql.Column("sealed_previous", sql.LargeBinary),
    sql.Column("previous_until", sql.DateTime(timezone=True)),
    sql.Column("created_at", sql.DateTime(timezone=True), nullable=False),
    sql.CheckConstraint("is_enabled = (disabled_because = '')", name="webhook_endpoint_says_why_it_is_disabled"),
    sql.Index("webhook_endpoint_of_an_owner", "owner_id", "id"),
    sql.Index(
        "webhook_endpoint_that_hears", "event_types", postgresql_using="gin", postgresql_where=sql.text("is_enabled")
    ),
)

webhook_delivery = sql.Table(
    "webhook_delivery",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("endpoint_id", sql.Uuid, sql.ForeignKey("webhook_endpoint.id", ondelete="CASCADE"), nullable=False),
    sql.Column("event_id", sql.Uuid, nullable=False),
    sql.Column("event_type", sql.Text, nullable=False),
    sql.Column("body", sql.Text, nullable=False),
    sql.Column("status", sql.Text, nullable=False),
    sql.Column("attempts", sql.Integer, nullable=False),
    sql.Column("claims", sql.Integer, nullable=False),
    sql.Column("due_at", sql.DateTime(timezone=True), nullable=False),
    sql.Column("last_status_code", sql.Integer, nullable=False),
    sql.Column("last_error", sql.Text, nullable=False),
    sql.Column("created_at", sql.DateTime(timezone=True), nullable=False),
    sql.Column("delivered_at", sql.DateTime(timezone=True)),
    sql.UniqueConstraint("endpoint_id", "event_id", name="webhook_delivery_once_per_event"),
    sql.CheckConstraint(
        "status IN ('waiting', 'sending', 'delivered', 'failed')", name="webhook_delivery_status_is_known"
    ),
    sql.Index("webhook_delivery_due", "due_at", postgresql_where=IN_FLIGHT),
    sql.Index("webhook_delivery_in_flight", "endpoint_id", postgresql_where=IN_FLIGHT),
    sql.Index("webhook_delivery_of_an_endpoint", "endpoint_id", "id"),
    sql.Index("webhook_delivery_by_age", "created_at"),
)
