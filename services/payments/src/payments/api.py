"""The gRPC door: message in, action, message out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from chassis.clock import Clock
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.principal import current_principal
from totetaxi.payments.v1 import payments_service_pb2 as rpc
from totetaxi.payments.v1 import payments_service_pb2_grpc

from payments.actions.confirm_at_sandbox import confirm_at_sandbox
from payments.actions.export_customer import export_customer
from payments.actions.look_up_payment import look_up_payment
from payments.actions.receive_webhook import receive_webhook
from payments.actions.start_payment import start_payment
from payments.messages import payment_message
from payments.settings import PaymentsSettings
from payments.stripe_client import StripeAccount

if TYPE_CHECKING:
    from totetaxi.booking.v1.booking_service_pb2_grpc import BookingServiceAsyncStub

OUTCOMES = {rpc.SANDBOX_OUTCOME_SUCCEEDED: "succeeded", rpc.SANDBOX_OUTCOME_FAILED: "failed"}


@dataclass(frozen=True)
class Desk:
    """What payments works with."""

    database: Database
    booking: BookingServiceAsyncStub
    stripe: StripeAccount
    settings: PaymentsSettings
    clock: Clock


class PaymentsApi(payments_service_pb2_grpc.PaymentsServiceServicer):
    """Money in and money back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def CreatePaymentIntent(  # noqa: N802
        self, request: rpc.CreatePaymentIntentRequest, context: Any
    ) -> rpc.CreatePaymentIntentResponse:
        """The one live intent of a booking."""
        desk = self._desk
        started = await start_payment(
            desk.database, desk.booking, desk.stripe, new_id(), UUID(request.booking_id), desk.clock.now()
        )
        return rpc.CreatePaymentIntentResponse(
            payment=payment_message(started.payment), client_secret=started.client_secret
        )

    async def GetBookingPayment(  # noqa: N802
        self, request: rpc.GetBookingPaymentRequest, context: Any
    ) -> rpc.GetBookingPaymentResponse:
        """The latest payment of a booking."""
        desk = self._desk
        payment = await look_up_payment(desk.database, UUID(request.booking_id), desk.clock.now())
        return rpc.GetBookingPaymentResponse(payment=payment_message(payment) if payment else None)

    async def ReceiveWebhook(  # noqa: N802
        self, request: rpc.ReceiveWebhookRequest, context: Any
    ) -> rpc.ReceiveWebhookResponse:
        """A webhook of Stripe."""
        desk = self._desk
        is_duplicate = await receive_webhook(
            desk.database, desk.settings, request.payload, request.signature, desk.clock.now()
        )
        return rpc.ReceiveWebhookResponse(is_duplicate=is_duplicate)

    async def ConfirmSandboxPayment(  # noqa: N802
        self, request: rpc.ConfirmSandboxPaymentRequest, context: Any
    ) -> rpc.ConfirmSandboxPaymentResponse:
        """What a card would do, at the sandbox."""
        desk = self._desk
        payment = await confirm_at_sandbox(
            desk.database,
            desk.settings.sandbox_url(),
            request.payment_intent_id,
            OUTCOMES[request.outcome],
            request.failure_reason,
        )
        return rpc.ConfirmSandboxPaymentResponse(payment=payment_message(payment))

    async def ExportCustomerData(  # noqa: N802
        self, request: rpc.ExportCustomerDataRequest, context: Any
    ) -> rpc.ExportCustomerDataResponse:
        """What we keep about the calling customer."""
        customer_id = UUID(current_principal().id)
        page, next_cursor = await export_customer(self._desk.database, customer_id, request.cursor)
        return rpc.ExportCustomerDataResponse(data_json=json.dumps(page, default=str), next_cursor=next_cursor)
