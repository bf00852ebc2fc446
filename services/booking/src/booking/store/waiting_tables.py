"""The table of the waiting list."""

from __future__ import annotations

import sqlalchemy as sql

from booking.store.tables import INSTANT, metadata

LIVE = "state IN ('waiting', 'called', 'offered')"

waiting = sql.Table(
    "waiting",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("position", sql.BigInteger, sql.Identity(always=True), nullable=False),
    sql.Column("pickup_date", sql.Date, nullable=False),
    sql.Column("pickup_window", sql.Text),
    sql.Column("state", sql.Text, nullable=False),
    sql.Column("first_name", sql.Text, nullable=False),
    sql.Column("last_name", sql.Text, nullable=False),
    sql.Column("email", sql.Text, nullable=False),
    sql.Column("phone", sql.Text, nullable=False),
    sql.Column("language", sql.Text, nullable=False),
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
    sql.Index("waiting_in_line", "pickup_date", "position", postgresql_where=sql.text("state = 'waiting'")),
    sql.Index("waiting_called", "position", postgresql_where=sql.text("state = 'called'")),
    sql.Index("waiting_offers_ending", "offer_ends_at", postgresql_where=sql.text("state = 'offered'")),
    sql.Index("waiting_of_a_day", "pickup_date", "position"),
    sql.Index("waiting_of_a_customer", "customer_id"),
    sql.Index("waiting_by_email", sql.text("lower(email)")),
    sql.Index(
        "waiting_once",
        sql.text("lower(email)"),
        "pickup_date",
        sql.text("coalesce(pickup_window, '')"),
        unique=True,
        postgresql_where=sql.text(LIVE),
    ),
)
