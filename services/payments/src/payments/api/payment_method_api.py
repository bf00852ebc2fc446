"""Cards that customers keep with us."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from chassis.clock import new_york_date
from chassis.identifiers import new_id
from totetaxi.payments.v1 import payment_method_service_pb2 as rpc
from totetaxi.payments.v1 import payment_method_service_pb2_grpc

from payments.actions.ensure_customer import ensure_customer
from payments.actions.keep_card import remove_card, set_default
from payments.callers import own_customer_id
from payments.desk import Desk
from payments.domain.saved_card import is_expired
from payments.store import methods as store


class PaymentMethodApi(payment_method_service_pb2_grpc.PaymentMethodServiceServicer):
    """The caller's own, and nobody else's."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def CreateSetupIntent(  # noqa: N802
        self, request: rpc.CreateSetupIntentRequest, context: Any
    ) -> rpc.CreateSetupIntentResponse:
        """Begins to save a card."""
        desk, customer_id = self._desk, own_customer_id()
        at_stripe = await ensure_customer(desk.database, desk.stripe, customer_id, desk.clock.now())
        key = f"{customer_id}-{request.idempotency_key or new_id()}"
        setup = await desk.stripe.create_setup(at_stripe, key)
        return rpc.CreateSetupIntentResponse(setup_intent_id=setup["id"], client_secret=setup["client_secret"])

    async def ListPaymentMethods(  # noqa: N802
        self, request: rpc.ListPaymentMethodsRequest, context: Any
    ) -> rpc.ListPaymentMethodsResponse:
        """The usual one first."""
        async with self._desk.database.reading() as connection:
            kept = await store.list_methods(connection, own_customer_id())
        return rpc.ListPaymentMethodsResponse(payment_methods=[self._message(method) for method in kept])

    async def SetDefaultPaymentMethod(  # noqa: N802
        self, request: rpc.SetDefaultPaymentMethodRequest, context: Any
    ) -> rpc.SetDefaultPaymentMethodResponse:
        """The usual one from now on."""
        method_id, now = UUID(request.payment_method_id), self._desk.clock.now()
        method = await set_default(self._desk.database, own_customer_id(), method_id, now)
        return rpc.SetDefaultPaymentMethodResponse(payment_method=self._message(method))

    async def RemovePaymentMethod(  # noqa: N802
        self, request: rpc.RemovePaymentMethodRequest, context: Any
    ) -> rpc.RemovePaymentMethodResponse:
        """Gone."""
        method_id, now = UUID(request.payment_method_id), self._desk.clock.now()
        await remove_card(self._desk.database, own_customer_id(), method_id, now)
        return rpc.RemovePaymentMethodResponse()

    def _message(self, method: Any) -> rpc.PaymentMethod:
        today = new_york_date(self._desk.clock.now())
        message = rpc.PaymentMethod(
            id=str(method.id),
            brand=method.brand,
            last_four=method.last_four,
            expiry_month=method.expiry_month,
            expiry_year=method.expiry_year,
            is_default=method.is_default,
            is_expired=is_expired(method.expiry_month, method.expiry_year, today),
        )
        message.created_at.FromDatetime(method.created_at)
        return message
