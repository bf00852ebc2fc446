"""Links to pay by: staff make them, and whoever has one pays."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from totetaxi.payments.v1 import payment_link_service_pb2 as messages

from gateway.acting import act_as_staff, act_as_whoever
from gateway.dependencies import Around, limited
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.routes.payments import STRIPE_DEADLINE_SECONDS
from gateway.schemas import payment_methods as schema
from gateway.schemas.payments import Intent
from gateway.views import payment_methods as view
from gateway.views.payments import intent

staff_router = APIRouter(prefix="/api/payments/links", tags=["payment links"], dependencies=[Depends(act_as_staff)])
router = APIRouter(prefix="/api/payments/links", tags=["payment links"], dependencies=[Depends(act_as_whoever)])

PAYER = refusals(HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.TOO_MANY_REQUESTS)


@staff_router.get("/", summary="A booking's payment links", responses=refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN))
async def list_payment_links(booking_id: Annotated[UUID, Query()], around: Around) -> schema.PaymentLinks:
    """Newest first."""
    asked = messages.ListPaymentLinksRequest(booking_id=str(booking_id))
    answer = await around.upstreams.payment_links.ListPaymentLinks(asked)
    return schema.PaymentLinks(links=[view.payment_link(each) for each in answer.links])


@staff_router.post(
    "/",
    status_code=HTTPStatus.CREATED,
    summary="Make a payment link",
    responses=refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
)
async def create_payment_link(sent: schema.NewPaymentLink, around: Around) -> schema.MadePaymentLink:
    """The link before it is no longer good; the token is shown this once."""
    asked = messages.CreatePaymentLinkRequest(
        booking_id=str(sent.booking_id), valid_hours=sent.valid_hours, email=sent.email or ""
    )
    answer = await around.upstreams.payment_links.CreatePaymentLink(asked)
    return schema.MadePaymentLink(link=view.payment_link(answer.link), token=answer.token)


@staff_router.post(
    "/{link_id}/revoke/",
    summary="End a payment link",
    responses=refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.NOT_FOUND),
)
async def revoke_payment_link(link_id: UUID, around: Around) -> schema.PaymentLink:
    """Nobody pays by it any more."""
    asked = messages.RevokePaymentLinkRequest(link_id=str(link_id))
    return view.payment_link((await around.upstreams.payment_links.RevokePaymentLink(asked)).link)


@router.post(
    "/open/", summary="What a payment link is for", dependencies=[Depends(limited("lookups"))], responses=PAYER
)
async def open_payment_link(sent: schema.LinkToken, around: Around) -> schema.PaymentLink:
    """For the page that it leads to."""
    asked = messages.GetPaymentLinkRequest(token=sent.token)
    return view.payment_link((await around.upstreams.payment_links.GetPaymentLink(asked)).link)


@router.post("/pay/", summary="Pay by a link", dependencies=[Depends(limited("payments"))], responses=PAYER)
async def pay_by_link(sent: schema.LinkToken, around: Around) -> Intent:
    """The booking's intent; 409 says why the link is not good any more."""
    asked = messages.PayByLinkRequest(token=sent.token)
    return intent(await around.upstreams.payment_links.PayByLink(asked, deadline_seconds=STRIPE_DEADLINE_SECONDS))
