"""The tables of booking; the first revision adds what SQLAlchemy can't say: price checks and the price's guard."""

from __future__ import annotations

import sqlalchemy as sql
from chassis.messaging_schema import messaging_tables
from sqlalchemy.dialects.postgresql import JSONB

metadata = sql.MetaData()

messaging_tables(metadata)

NUMBER_UNIQUE = "booking_number_once"
ID_UNIQUE = "booking_pkey"
QUOTE_UNIQUE = "booking_quote_once"

INSTANT = sql.DateTime(timezone=True)

COSTS_SOMETHING = """total_cents > 0 OR total_cents = 0 AND price @? '$.lines[*] ? (@.amount_cents starts with "-")'"""
"""A booking is free only where a code or credit, a line that takes off, has paid for it."""

IS_DELETED = "deleted_at IS NOT NULL"

VAN_IS_SCHEDULED = "status IN ('paid', 'scheduled', 'in_progress', 'completed')"
"""What makes a booking a van on its day: it is paid. An unpaid one may expire, and a place that is kept is nobody's."""

booking = sql.Table(
    "booking",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("number", sql.Text, nullable=False),
    sql.Column("status", sql.Text, nullable=False),
    sql.Column("first_name", sql.Text, nullable=False),
    sql.Column("last_name", sql.Text, nullable=False),
    sql.Column("email", sql.Text, nullable=False),
    sql.Column("phone", sql.Text, nullable=False),
    sql.Column("language", sql.Text, nullable=False),
    sql.Column("service_type", sql.Text, nullable=False),
    sql.Column("request", JSONB, nullable=False),
    sql.Column("price", JSONB, nullable=False),
    sql.Column("total_cents", sql.BigInteger, nullable=False),
    sql.Column("pickup_date", sql.Date, nullable=False),
    sql.Column("pickup_window", sql.Text, nullable=False),
    sql.Column("pickup_address", JSONB, nullable=False),
    sql.Column("delivery_address", JSONB, nullable=False),
    sql.Column("special_instructions", sql.Text, nullable=False),
    sql.Column("quote_id", sql.Text),
    sql.Column("guest_session", sql.Text, nullable=False),
    sql.Column("created_at", INSTANT, nullable=False),
    sql.Column("updated_at", INSTANT, nullable=False),
    sql.Column("expires_at", INSTANT),
    sql.Column("version", sql.BigInteger, nullable=False),
    sql.Column("customer_id", sql.Uuid),
    sql.Column("erased_at", INSTANT),
    sql.Column("staff_notes", sql.Text, nullable=False, server_default=""),
    sql.Column("deleted_at", INSTANT),
    sql.Column("refund_cents", sql.BigInteger, nullable=False, server_default="0"),
    sql.UniqueConstraint("number", name=NUMBER_UNIQUE),
    sql.UniqueConstraint("quote_id", name=QUOTE_UNIQUE),
    sql.CheckConstraint(COSTS_SOMETHING, name="booking_costs_something"),
    sql.CheckConstraint(
        "coalesce((price ->> 'total_cents')::bigint, 0) = total_cents", name="booking_total_is_the_price"
    ),
    sql.CheckConstraint("price_lines_cents(price) = total_cents", name="booking_total_is_its_lines"),
    sql.CheckConstraint("refund_cents BETWEEN 0 AND total_cents", name="booking_refunds_what_it_cost_at_most"),
    sql.CheckConstraint("(status = 'pending') = (expires_at IS NOT NULL)", name="booking_pending_has_an_end"),
    sql.Index("booking_newest", sql.desc("created_at"), sql.desc("id")),
    sql.Index("booking_newest_by_status", "status", sql.desc("created_at"), sql.desc("id")),
    sql.Index("booking_newest_by_service", "service_type", sql.desc("created_at"), sql.desc("id")),
    sql.Index("booking_newest_by_service_and_status", "service_type", "status", sql.desc("created_at"), sql.desc("id")),
    sql.Index("booking_of_a_customer", "customer_id", sql.desc("created_at"), sql.desc("id")),
    sql.Index("booking_by_pickup_date", "pickup_date", "created_at", "id"),
    sql.Index("booking_deleted", sql.desc("created_at"), sql.desc("id"), postgresql_where=sql.text(IS_DELETED)),
    sql.Index("booking_with_a_van", "pickup_date", postgresql_where=sql.text(VAN_IS_SCHEDULED)),
    sql.Index("booking_unpaid", "expires_at", postgresql_where=sql.text("expires_at IS NOT NULL")),
    sql.Index("booking_by_customer", "customer_id", "id", postgresql_where=sql.text("customer_id IS NOT NULL")),
    sql.Index("booking_by_guest", sql.text("lower(email)"), "id", postgresql_where=sql.text("customer_id IS NULL")),
)

search_term = sql.Table(
    "booking_search_term",
    metadata,
    sql.Column("booking_id", sql.Uuid, sql.ForeignKey("booking.id"), primary_key=True),
    sql.Column("term", sql.Text, primary_key=True),
    sql.Column("created_at", INSTANT, nullable=False),  # the booking's, filled in by a trigger
    sql.Index(
        "booking_search_by_prefix", "term", "created_at", "booking_id", postgresql_ops={"term": "text_pattern_ops"}
    ),
)

change_policy = sql.Table(
    "change_policy",
    metadata,
    sql.Column("id", sql.BigInteger, sql.Identity(always=True), primary_key=True),
    sql.Column("free_hours", sql.Integer, nullable=False),
    sql.Column("late_refund_basis_points", sql.Integer, nullable=False),
    sql.Column("same_day_refund_basis_points", sql.Integer, nullable=False),
    sql.Column("is_peak_never_free", sql.Boolean, nullable=False),
    sql.Column("set_at", INSTANT, nullable=False),
    sql.Column("set_by", sql.Text, nullable=False),
    sql.CheckConstraint("free_hours BETWEEN 0 AND 8760", name="change_policy_hours"),
    sql.CheckConstraint("late_refund_basis_points BETWEEN 0 AND 10000", name="change_policy_late_share"),
    sql.CheckConstraint("same_day_refund_basis_points BETWEEN 0 AND 10000", name="change_policy_same_day_share"),
)

history = sql.Table(
    "booking_history",
    metadata,
    sql.Column("id", sql.BigInteger, sql.Identity(always=True), primary_key=True),
    sql.Column("booking_id", sql.Uuid, sql.ForeignKey("booking.id"), nullable=False),
    sql.Column("from_status", sql.Text),
    sql.Column("to_status", sql.Text, nullable=False),
    sql.Column("actor", sql.Text, nullable=False),
    sql.Column("at", INSTANT, nullable=False),
    sql.Column("cause", sql.Text, nullable=False),
    sql.Index("booking_history_of_a_booking", "booking_id", "id"),
)

capacity = sql.Table(
    "capacity",
    metadata,
    # Staff may give a day fewer places than are taken; triggers refuse to take one more then (revision 0049).
    sql.Column("pickup_date", sql.Date, primary_key=True),
    sql.Column("pickup_window", sql.Text, primary_key=True),
    sql.Column("used", sql.Integer, nullable=False),
    sql.Column("maximum", sql.Integer, nullable=False),
    sql.CheckConstraint("used >= 0 AND maximum >= 0", name="capacity_is_no_debt"),
)

day_rule = sql.Table(
    "day_rule",
    metadata,
    sql.Column("pickup_date", sql.Date, primary_key=True),
    sql.Column("window_capacity", sql.Integer, nullable=False),
    sql.Column("note", sql.Text, nullable=False),
    sql.CheckConstraint("window_capacity >= 0", name="day_rule_is_no_debt"),
)

idempotency = sql.Table(
    "idempotency",
    metadata,
    sql.Column("scope", sql.Text, primary_key=True),
    sql.Column("key", sql.Text, primary_key=True),
    sql.Column("request_hash", sql.LargeBinary, nullable=False),
    sql.Column("answer", sql.LargeBinary),
    sql.Column("refusal", JSONB),
    sql.Column("created_at", INSTANT, nullable=False),
    sql.CheckConstraint("(answer IS NULL) <> (refusal IS NULL)", name="idempotency_has_one_answer"),
    sql.Index("idempotency_by_age", "created_at"),
)

verified_customer = sql.Table(
    "verified_customer",
    metadata,
    sql.Column("customer_id", sql.Uuid, primary_key=True),
    sql.Column("email", sql.Text, nullable=False),
    sql.Column("verified_at", INSTANT, nullable=False),
    sql.Index("verified_customer_by_email", sql.text("lower(email)")),
)

erasure = sql.Table(
    "erasure",
    metadata,
    sql.Column("customer_id", sql.Uuid, primary_key=True),
    sql.Column("erasure_id", sql.Uuid, nullable=False),
    sql.Column("email", sql.Text, nullable=False),
    sql.Column("requested_at", INSTANT, nullable=False),
    sql.Column("look_again_on", sql.Date),
    sql.Column("waits_until", sql.Date),
    sql.Column("completed_at", INSTANT),
    sql.CheckConstraint("completed_at IS NULL OR email = ''", name="erasure_forgets_the_email_too"),
    sql.Index("erasure_waiting", "look_again_on", postgresql_where=sql.text("completed_at IS NULL")),
)
