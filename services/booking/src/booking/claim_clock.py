"""What time does to claims: payments is asked for what accepted ones give back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chassis.clock import Clock
from chassis.database import Database
from chassis.loops import Loop

from booking.actions.settle_claim import request_refund

if TYPE_CHECKING:
    from totetaxi.payments.v1.payments_service_pb2_grpc import PaymentsServiceAsyncStub as Payments
    from totetaxi.payments.v1.refund_service_pb2_grpc import RefundServiceAsyncStub as Refunds

EVERY_SECONDS = 2.0


def claim_loop(database: Database, payments: Payments, refunds: Refunds, clock: Clock) -> Loop:
    """Each replica runs it; a claim is taken by one at a time."""
    return Loop(
        "request-claim-refunds", EVERY_SECONDS, lambda: request_refund(database, payments, refunds, clock.now())
    )
