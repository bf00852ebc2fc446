"""The page behind a payment link: what is paid for, how much, until when; and paying it, once.

Opening it changes nothing, for mail programs open links by themselves. No session is looked at, and none begins: the
link is the proof, so another site's page could borrow nothing by sending this form.
"""

from __future__ import annotations

from http import HTTPStatus

from chassis.refusal import Conflict, Refusal
from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from totetaxi.booking.v1.booking_service_pb2 import GetBookingByNumberRequest
from totetaxi.payments.v1.payment_link_service_pb2 import GetPaymentLinkRequest, PayByLinkRequest
from totetaxi.payments.v1.payment_pb2 import PaymentStatus
from totetaxi.payments.v1.payments_service_pb2 import ConfirmSandboxPaymentRequest

from gateway.dependencies import Around, Surroundings, act_as_visitor
from gateway.forms import form_fields
from gateway.rate_limits import Activity
from gateway.routes.booking_page import facts_of
from gateway.routes.payments import CONFIRM_DEADLINE_SECONDS, STRIPE_DEADLINE_SECONDS
from gateway.views import payment_page as view
from gateway.views.words import payment_status_word, sandbox_outcome_of

PRICE_CHANGED = "What is due has changed since you opened this page. Please look at the amount again."

router = APIRouter(include_in_schema=False)


@router.get("/pay/")
async def show_payment(request: Request, around: Around, token: str = "") -> HTMLResponse:
    """What the link is for, or why it is not good any more."""
    if not view.is_whole(token):
        return view.broken()
    try:
        await admit("lookups", request, around)
        return view.opened(await open_link(token, around))
    except Refusal as refusal:
        return view.refused(refusal)


@router.get("/pay/thanks/")
async def show_thanks() -> HTMLResponse:
    """Where Stripe's own form leads: its webhook is on its way to us."""
    return view.being_confirmed("")


@router.post("/pay/")
async def pay(request: Request, around: Around) -> Response:
    """Pays with a test card, where a sandbox is; elsewhere Stripe's own form sends nothing here."""
    fields = await form_fields(request)
    token = fields.get("token", "")
    if not view.is_whole(token):
        return view.broken()
    try:
        await admit("payments", request, around)
        return await pay_once(await open_link(token, around), fields, around)
    except Refusal as refusal:
        return view.refused(refusal, view.LOOK_AGAIN)


async def admit(activity: Activity, request: Request, around: Surroundings) -> None:
    """Counts the request, and lets its calls go out for a visitor. Raises Refusal."""
    await around.rate_limits.count(activity, request)
    await act_as_visitor(around)


async def open_link(token: str, around: Surroundings) -> view.Opened:
    """The link and its booking, as they are now. Raises Refusal."""
    answer = await around.upstreams.payment_links.GetPaymentLink(GetPaymentLinkRequest(token=token))
    asked = GetBookingByNumberRequest(booking_number=answer.link.booking_number)
    booking = (await around.upstreams.booking.GetBookingByNumber(asked)).booking
    return view.Opened(token, answer, booking, facts_of(booking))


async def pay_once(link: view.Opened, fields: dict[str, str], around: Surroundings) -> Response:
    """Pays, or says why it can't be paid by this link any more: somebody may have been faster. Raises Refusal."""
    if link.till != "test_cards":
        return view.opened(link)
    try:
        return await pay_with_test_card(link, fields, around)
    except Conflict as refusal:
        return view.opened(await open_link(link.token, around), refusal.message)


async def pay_with_test_card(link: view.Opened, fields: dict[str, str], around: Surroundings) -> Response:
    """What was shown is what is paid, or nothing is. Raises Refusal."""
    asked = PayByLinkRequest(token=link.token)
    started = await around.upstreams.payment_links.PayByLink(asked, deadline_seconds=STRIPE_DEADLINE_SECONDS)
    if fields.get("shown_cents") != str(started.payment.amount_cents):
        return view.opened(await open_link(link.token, around), PRICE_CHANGED)
    outcome = "failed" if fields.get("card") == "declined" else "succeeded"
    confirming = ConfirmSandboxPaymentRequest(
        payment_intent_id=started.payment.stripe_payment_intent_id, outcome=sandbox_outcome_of(outcome)
    )
    stub = around.upstreams.payments
    confirmed = (await stub.ConfirmSandboxPayment(confirming, deadline_seconds=CONFIRM_DEADLINE_SECONDS)).payment
    if confirmed.status == PaymentStatus.PAYMENT_STATUS_FAILED:
        return view.opened(link, confirmed.failure_reason)
    if payment_status_word(confirmed.status) == "succeeded":
        return RedirectResponse(f"/pay/?token={link.token}", HTTPStatus.SEE_OTHER, {"Cache-Control": "no-store"})
    return view.being_confirmed(link.booking.booking_number)
