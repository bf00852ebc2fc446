"""Cards that customers keep with us, and paying with one."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from fastapi import APIRouter, Depends
from totetaxi.payments.v1 import payment_method_service_pb2 as messages
from totetaxi.payments.v1.payments_service_pb2 import PayWithSavedCardRequest

from gateway.acting import act_as_customer
from gateway.dependencies import Around, IdempotencyKey, limited
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.routes.payments import STRIPE_DEADLINE_SECONDS
from gateway.schemas import payment_methods as schema
from gateway.views import payment_methods as view
from gateway.views.payments import payment

router = APIRouter(
    prefix="/api/customer/payment-methods", tags=["payment methods"], dependencies=[Depends(act_as_customer)]
)

ONE = refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.NOT_FOUND)


@router.get("/", summary="My cards", responses=refusals(*SIGNED_IN))
async def list_payment_methods(around: Around) -> schema.PaymentMethods:
    """The usual one first; never a card's number."""
    answer = await around.upstreams.payment_methods.ListPaymentMethods(messages.ListPaymentMethodsRequest())
    return schema.PaymentMethods(payment_methods=[view.payment_method(each) for each in answer.payment_methods])


@router.post(
    "/setup-intent/",
    summary="Begin to save a card",
    dependencies=[Depends(limited("payments"))],
    responses=refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.TOO_MANY_REQUESTS),
)
async def create_setup_intent(around: Around, key: IdempotencyKey) -> schema.SetupIntent:
    """The browser finishes it with Stripe; the card is in the list a moment later."""
    asked = messages.CreateSetupIntentRequest(idempotency_key=key)
    stub = around.upstreams.payment_methods
    answer = await stub.CreateSetupIntent(asked, deadline_seconds=STRIPE_DEADLINE_SECONDS)
    return schema.SetupIntent(setup_intent_id=answer.setup_intent_id, client_secret=answer.client_secret)


@router.post(
    "/pay/",
    summary="Pay with a saved card",
    dependencies=[Depends(limited("payments"))],
    responses=refusals(
        HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.TOO_MANY_REQUESTS
    ),
)
async def pay_with_saved_card(sent: schema.SavedCardPayment, around: Around) -> schema.SavedCardAnswer:
    """A decline is an answer too: `payment.status` is `failed`, with the reason in plain words."""
    asked = PayWithSavedCardRequest(booking_id=str(sent.booking_id), payment_method_id=str(sent.payment_method_id))
    answer = await around.upstreams.payments.PayWithSavedCard(asked, deadline_seconds=STRIPE_DEADLINE_SECONDS)
    return schema.SavedCardAnswer(payment=payment(answer.payment), client_secret=answer.client_secret)


@router.put("/{payment_method_id}/default/", summary="Make a card the usual one", responses=ONE)
async def set_default_payment_method(payment_method_id: UUID, around: Around) -> schema.PaymentMethod:
    """Storage is billed to it from now on."""
    asked = messages.SetDefaultPaymentMethodRequest(payment_method_id=str(payment_method_id))
    answer = await around.upstreams.payment_methods.SetDefaultPaymentMethod(asked)
    return view.payment_method(answer.payment_method)


@router.delete("/{payment_method_id}/", status_code=HTTPStatus.NO_CONTENT, summary="Forget a card", responses=ONE)
async def remove_payment_method(payment_method_id: UUID, around: Around) -> None:
    """Here at once, and at Stripe a moment later."""
    asked = messages.RemovePaymentMethodRequest(payment_method_id=str(payment_method_id))
    await around.upstreams.payment_methods.RemovePaymentMethod(asked)
