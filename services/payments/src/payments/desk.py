"""What payments works with, in one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chassis.clock import Clock
from chassis.database import Database

from payments.settings import PaymentsSettings
from payments.stripe_account import StripeAccount

if TYPE_CHECKING:
    from totetaxi.booking.v1.booking_service_pb2_grpc import BookingServiceAsyncStub


@dataclass(frozen=True)
class Desk:
    """Database, booking, Stripe, settings and the time."""

    database: Database
    booking: BookingServiceAsyncStub
    stripe: StripeAccount
    settings: PaymentsSettings
    clock: Clock
