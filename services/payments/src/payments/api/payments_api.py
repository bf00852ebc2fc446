"""Paying: the intents of bookings, Stripe's webhooks, and test cards."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from chassis.identifiers import new_id
from chassis.principal import current_principal
from totetaxi.payments.v1 import payments_service_pb2 as rpc
from totetaxi.payments.v1 import payments_service_pb2_grpc

from payments.actions.confirm_at_sandbox import confirm_at_sandbox
from payments.actions.export_customer import export_customer
from payments.actions.look_up_payment import look_up_payment
from payments.actions.pay_with_saved_card import pay_with_saved_card
from payments.actions.receive_webhook import receive_webhook
from payments.actions.start_payment import Payer, start_payment
from payments.callers import own_customer_id, signed_in_customer
from payments.desk import Desk
from payments.messages import payment_message

OUTCOMES = {rpc.SANDBOX_OUTCOME_SUCCEEDED: "succeeded", rpc.SANDBOX_OUTCOME_FAILED: "failed"}


class PaymentsApi(payments_service_pb2_grpc.PaymentsServiceServicer):
    """Money in and money back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def CreatePaymentIntent(  # noqa: N802
        self, request: rpc.CreatePaymentIntentRequest, context: Any
    ) -> rpc.CreatePaymentIntentResponse:
        """The one live intent of a booking."""
        desk = self._desk
        payer = Payer(signed_in_customer(), request.save_card)
        started = await start_payment(desk, new_id(), UUID(request.booking_id), payer, desk.clock.now())
        return rpc.CreatePaymentIntentResponse(
            payment=payment_message(started.payment), client_secret=started.client_secret
        )

    async def PayWithSavedCard(  # noqa: N802
        self, request: rpc.PayWithSavedCardRequest, context: Any
    ) -> rpc.PayWithSavedCardResponse:
        """A signed-in customer pays with a card they keep with us."""
        booking_id, method_id, now = UUID(request.booking_id), UUID(request.payment_method_id), self._desk.clock.now()
        paid = await pay_with_saved_card(self._desk, new_id(), booking_id, own_customer_id(), method_id, now)
        return rpc.PayWithSavedCardResponse(payment=payment_message(paid.payment), client_secret=paid.client_secret)

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
