"""The pages behind the links in our mails: an email is verified there, a password chosen, a link asked for.

They work without a script. Opening a link does nothing, for mail programs open links by themselves: a button does.
No session is looked at, and none begins: the link is the proof, so another site's page could borrow nothing by sending
these forms. (It could not be told apart either: under no-referrer, older browsers send `Origin: null` from our own.)
"""

from __future__ import annotations

from chassis.refusal import Refusal
from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from pydantic import ValidationError
from totetaxi.identity.v1.customer_service_pb2 import (
    RequestPasswordResetRequest,
    ResetPasswordRequest,
    VerifyEmailRequest,
)

from gateway.dependencies import Around, Surroundings, act_as_visitor
from gateway.forms import form_fields
from gateway.schemas import passwords as schema
from gateway.views import account_pages as view

router = APIRouter(include_in_schema=False)


@router.get("/account/verify-email/")
async def show_verification(token: str = "") -> HTMLResponse:
    """A button that confirms the email."""
    return view.verification(token) if view.is_whole(token) else view.broken_link()


@router.post("/account/verify-email/")
async def verify_email(request: Request, around: Around) -> HTMLResponse:
    """The email is theirs."""
    token = (await form_fields(request)).get("token", "")
    if not view.is_whole(token):
        return view.broken_link()
    try:
        await admit(request, around)
        answer = await around.upstreams.customers.VerifyEmail(VerifyEmailRequest(token=token))
    except Refusal as refusal:
        return view.verification_refused(refusal, token)
    return view.verified(answer.email)


@router.get("/account/reset-password/")
async def show_new_password(token: str = "") -> HTMLResponse:
    """A form for the new password; invited staff choose their first one here."""
    return view.new_password(token) if view.is_whole(token) else view.broken_link()


@router.post("/account/reset-password/")
async def choose_password(request: Request, around: Around) -> HTMLResponse:
    """The new password holds, and nobody stays signed in."""
    fields = await form_fields(request)
    token, chosen = fields.get("token", ""), fields.get("new_password", "")
    if not view.is_whole(token):
        return view.broken_link()
    if chosen != fields.get("new_password_again", ""):
        return view.new_password(token, "The two are not the same; please type your new password twice.")
    try:
        sent = schema.PasswordResetConfirmation(token=token, new_password=chosen)
    except ValidationError:
        return view.new_password(token, "Please type a password of 8 to 1024 characters.")
    try:
        await admit(request, around)
        await around.upstreams.customers.ResetPassword(ResetPasswordRequest(**sent.model_dump()))
    except Refusal as refusal:
        return view.new_password_refused(refusal, token)
    return view.password_chosen()


@router.get("/account/forgotten-password/")
async def show_forgotten_password() -> HTMLResponse:
    """A form that asks for a link."""
    return view.forgotten_password()


@router.post("/account/forgotten-password/")
async def ask_for_link(request: Request, around: Around) -> HTMLResponse:
    """The answer is the same whether the email has an account or not."""
    try:
        sent = schema.PasswordResetRequest(email=(await form_fields(request)).get("email", ""))
    except ValidationError:
        return view.forgotten_password("Please type the email of your account.")
    try:
        await admit(request, around)
        await around.rate_limits.count_account("links", sent.email, request)
        await around.upstreams.customers.RequestPasswordReset(RequestPasswordResetRequest(email=sent.email))
    except Refusal as refusal:
        return view.forgotten_password_refused(refusal)
    return view.link_on_its_way(sent.email)


async def admit(request: Request, around: Surroundings) -> None:
    """Counts the request, and lets its call go out for a visitor. Raises Refusal, which the page tells in words."""
    await around.rate_limits.count("links", request)
    await act_as_visitor(around)
