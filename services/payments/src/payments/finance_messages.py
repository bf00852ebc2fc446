"""Lists and reports between the tables and the contract."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import sqlalchemy as sql
from totetaxi.payments.v1 import finance_service_pb2 as rpc
from totetaxi.payments.v1.payment_pb2 import PaymentStatus

from payments.domain.dispute import CLOSED
from payments.domain.revenue import RevenueRow
from payments.messages import SHOWN, between, uuid_or_none, word_of
from payments.store.ledger_tables import disputes, ledger_movements
from payments.store.tables import payments


def payment_conditions(wanted: rpc.PaymentFilter) -> list[Any]:
    """The payments that a filter lets through. Raises Invalid for an id that is none."""
    conditions = between(payments.c.created_at, wanted)
    if wanted.status:
        word = word_of(PaymentStatus, wanted.status)
        stored = [word, *(inner for inner, shown in SHOWN.items() if shown == word)]
        conditions.append(payments.c.status.in_(stored))
    if booking_id := uuid_or_none(wanted.booking_id, "booking_id"):
        conditions.append(payments.c.booking_id == booking_id)
    if customer_id := uuid_or_none(wanted.customer_id, "customer_id"):
        conditions.append(payments.c.customer_id == str(customer_id))
    if text := wanted.search.strip():
        conditions.append(found_by(text))
    return conditions


def found_by(text: str) -> Any:
    """Booking number, beginning of the name, or Stripe's ids; each has its index."""
    beginning = text.lower().replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_") + "%"
    return sql.or_(
        payments.c.booking_number == text.upper(),
        sql.func.lower(payments.c.customer_name).like(beginning),
        payments.c.stripe_payment_intent_id == text,
        payments.c.stripe_charge_id == text,
    )


def dispute_conditions(request: rpc.ListDisputesRequest) -> list[Any]:
    """The disputes that are asked for."""
    conditions: list[Any] = [disputes.c.status.not_in(CLOSED)] if request.only_open else []
    if request.status:
        conditions.append(disputes.c.status == request.status)
    return conditions + between(disputes.c.created_at, request)


def ledger_conditions(request: rpc.ListLedgerRequest) -> list[Any]:
    """The movements that are asked for. Raises Invalid for an id that is none."""
    conditions = between(ledger_movements.c.occurred_at, request)
    if booking_id := uuid_or_none(request.booking_id, "booking_id"):
        conditions.append(ledger_movements.c.booking_id == booking_id)
    if request.kind:
        conditions.append(ledger_movements.c.kind == request.kind)
    return conditions


def dispute_message(row: Any) -> rpc.Dispute:
    """A dispute as staff see it."""
    message = rpc.Dispute(
        id=str(row.id),
        stripe_dispute_id=row.stripe_dispute_id,
        payment_id=str(row.payment_id or ""),
        booking_number=row.booking_number or "",
        customer_name=row.customer_name or "",
        amount_cents=row.amount_cents,
        reason=row.reason,
        status=row.status,
    )
    message.created_at.FromDatetime(row.created_at)
    if row.evidence_due_at:
        message.evidence_due_at.FromDatetime(row.evidence_due_at)
    if row.closed_at:
        message.closed_at.FromDatetime(row.closed_at)
    return message


def movement_message(row: Any, sides: Sequence[Any]) -> rpc.LedgerMovement:
    """A movement of the books with its sides."""
    message = rpc.LedgerMovement(
        id=str(row.id),
        kind=row.kind,
        source=row.source,
        booking_id=str(row.booking_id or ""),
        service_type=row.service_type,
        entries=[rpc.AccountBalance(account=side.account, balance_cents=side.amount_cents) for side in sides],
    )
    message.occurred_at.FromDatetime(row.occurred_at)
    return message


def revenue_message(row: RevenueRow) -> rpc.RevenueRow:
    """A row of a report."""
    return rpc.RevenueRow(**asdict(row), net_cents=row.net_cents)
