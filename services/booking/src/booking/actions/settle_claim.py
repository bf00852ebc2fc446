"""Settling a claim: staff decide; payments is asked for the refund afterwards, by the clock, in no transaction."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

import structlog
from chassis.audit import record_act
from chassis.database import Database
from chassis.outbox import say
from chassis.refusal import Conflict, Invalid, NotFound
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import AuditRecorded, ClaimAccepted, ClaimRejected
from totetaxi.payments.v1.payments_service_pb2 import GetBookingPaymentRequest
from totetaxi.payments.v1.refund_service_pb2 import RequestRefundRequest

from booking.actions.place_booking import STAFF
from booking.claim_messages import claim_message
from booking.domain.claims import Claim, ClaimStatus, accepted, left_to_give_cents, rejected
from booking.messages import summary
from booking.store import bookings, claims
from booking.store.bookings import BookingRecord

if TYPE_CHECKING:
    from totetaxi.payments.v1.payments_service_pb2_grpc import PaymentsServiceAsyncStub as Payments
    from totetaxi.payments.v1.refund_service_pb2_grpc import RefundServiceAsyncStub as Refunds

logger = structlog.get_logger()


async def accept_claim(
    database: Database, claim_id: UUID, amount_cents: int, reason: str, actor: str, now: datetime
) -> Claim:
    """Gives something back; accepting twice is accepting once. Raises NotFound, Conflict."""
    async with database.transaction() as connection:
        record, found = await lock_claim(connection, claim_id)
        if (found.status, found.accepted_cents) == (ClaimStatus.ACCEPTED, amount_cents):
            return found
        known = await claims.list_claims(connection, [record.id])
        left = left_to_give_cents(record.price.total_cents, record.refund_cents, known)
        settled = accepted(found, amount_cents, reason, actor, left, now)
        await claims.save_claim(connection, settled)
        event = ClaimAccepted(booking=summary(record), claim=claim_message(settled))
        await say(connection, event, record.id, record.version)
        await note_act(connection, "claim.accepted", settled, now)
        return settled


async def reject_claim(database: Database, claim_id: UUID, reason: str, actor: str, now: datetime) -> Claim:
    """Gives nothing back; rejecting twice is rejecting once. Raises NotFound, Conflict."""
    async with database.transaction() as connection:
        record, found = await lock_claim(connection, claim_id)
        if (found.status, found.reason) == (ClaimStatus.REJECTED, reason):
            return found
        settled = rejected(found, reason, actor, now)
        await claims.save_claim(connection, settled)
        event = ClaimRejected(booking=summary(record), claim=claim_message(settled))
        await say(connection, event, record.id, record.version)
        await note_act(connection, "claim.rejected", settled, now)
        return settled


async def request_refund(database: Database, payments: Payments, refunds: Refunds, now: datetime) -> int:
    """Asks payments for the refund of one accepted claim; how many there were, 0 or 1. Raises Unavailable.

    The claim's id is the key, so that a crash after the call asks for the same refund again. What payments refuses is
    kept for staff to see.
    """
    async with database.transaction() as connection:
        owing = await claims.claim_refund(connection, now)
    if owing is None:
        return 0
    refund_id, refusal = await asked_of_payments(payments, refunds, owing)
    async with database.transaction() as connection:
        await claims.save_refund(connection, owing.id, refund_id, refusal)
    return 1


async def asked_of_payments(payments: Payments, refunds: Refunds, owing: Claim) -> tuple[UUID | None, str]:
    """The refund, or why payments said no."""
    try:
        found = await payments.GetBookingPayment(GetBookingPaymentRequest(booking_id=str(owing.booking_id)))
        if not found.HasField("payment"):
            return None, "This booking has no payment that could be refunded."
        request = RequestRefundRequest(
            payment_id=found.payment.id,
            amount_cents=owing.accepted_cents,
            reason=f"Damage claim on {owing.booking_number}, accepted by {owing.decided_by}.",
            idempotency_key=f"claim-{owing.id}",
            staff_id=owing.decided_by.removeprefix(STAFF),
        )
        return UUID((await refunds.RequestRefund(request)).refund.id), ""
    except (Conflict, Invalid, NotFound) as refusal:
        logger.warning("payments refused the refund of a claim", claim_id=str(owing.id), slug=refusal.slug)
        return None, refusal.message


async def lock_claim(connection: AsyncConnection, claim_id: UUID) -> tuple[BookingRecord, Claim]:
    """A claim under its booking's lock, read anew once that is held. Raises NotFound."""
    found = await claims.find_claim(connection, claim_id)
    record = await bookings.lock_booking(connection, found.booking_id)
    return record, await claims.find_claim(connection, claim_id)


async def note_act(connection: AsyncConnection, act: str, settled: Claim, now: datetime) -> None:
    """Notes in the audit log what staff decided."""
    values = {"claim_id": settled.id, "accepted_cents": settled.accepted_cents}
    await record_act(
        connection,
        AuditRecorded,
        act,
        ("booking", settled.booking_id),
        now,
        after=values,
        reason=settled.reason,
    )
