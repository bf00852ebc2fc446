"""Passwords, and the links that we mail."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter, Depends, Request, Response
from totetaxi.identity.v1.account_pb2 import ACCOUNT_KIND_STAFF
from totetaxi.identity.v1.customer_service_pb2 import (
    ChangePasswordRequest,
    RequestPasswordResetRequest,
    ResendVerificationRequest,
    ResetPasswordRequest,
    VerifyEmailRequest,
)

from gateway.acting import Customer, act_as_customer, from_our_own_pages
from gateway.dependencies import Around, act_as_visitor, limited
from gateway.patience import PASSWORD_SECONDS, patiently
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.schemas import passwords as schema
from gateway.schemas.accounts import Told
from gateway.session_cookie import begin_session
from gateway.views.words import sign_in_path

router = APIRouter(prefix="/api/customer/auth", tags=["passwords"])

BY_LINK = [Depends(from_our_own_pages), Depends(act_as_visitor), Depends(limited("links"))]
"""Whoever holds the mailed link, signed in or not: the link is the proof, and no session is looked at."""


@router.post(
    "/verify-email/",
    summary="Verify an email by the mailed link",
    dependencies=BY_LINK,
    responses=refusals(HTTPStatus.BAD_REQUEST, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS),
)
async def verify_email(sent: schema.VerifyEmailRequest, around: Around) -> schema.EmailVerified:
    """Past bookings made with this address join the account."""
    answer = await around.upstreams.customers.VerifyEmail(VerifyEmailRequest(token=sent.token))
    return schema.EmailVerified(message="Your email is verified.", email=answer.email)


@router.post(
    "/verify-email/resend/",
    summary="Mail the link again",
    dependencies=[Depends(act_as_customer), Depends(limited("links"))],
    responses=refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.TOO_MANY_REQUESTS),
)
async def resend_verification(around: Around) -> Told:
    """Does nothing once the email is verified, or within a minute of the last."""
    await around.upstreams.customers.ResendVerification(ResendVerificationRequest())
    return Told(message="If your email still needs verifying, a link is on its way.")


@router.post(
    "/password-change/",
    summary="Change my password",
    dependencies=[Depends(limited("sign_ins"))],
    responses=refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.TOO_MANY_REQUESTS),
)
async def change_password(
    sent: schema.PasswordChangeRequest, request: Request, response: Response, around: Around, customer: Customer
) -> schema.PasswordChanged:
    """Every session ends, and a new one begins in this browser. A device's key stays good."""
    await around.rate_limits.count_account("sign_ins", customer.account_id, request)
    answer = await patiently(
        around.upstreams.customers.ChangePassword, ChangePasswordRequest(**sent.model_dump()), PASSWORD_SECONDS
    )
    token = begin_session(response, answer.session, around.settings) if answer.HasField("session") else ""
    return schema.PasswordChanged(message="Your password is changed; other browsers are signed out.", csrf_token=token)


@router.post(
    "/password-reset/",
    status_code=HTTPStatus.ACCEPTED,
    summary="Mail a link to choose a new password",
    dependencies=BY_LINK,
    responses=refusals(HTTPStatus.BAD_REQUEST, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS),
)
async def request_password_reset(sent: schema.PasswordResetRequest, request: Request, around: Around) -> Told:
    """The answer is the same whether the email has an account or not."""
    await around.rate_limits.count_account("links", sent.email, request)
    await around.upstreams.customers.RequestPasswordReset(RequestPasswordResetRequest(email=sent.email))
    return Told(message="If this email has an account, a link to choose a new password is on its way.")


@router.post(
    "/password-reset/confirm/",
    summary="Choose a new password by the mailed link",
    dependencies=BY_LINK,
    responses=refusals(HTTPStatus.BAD_REQUEST, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS),
)
async def reset_password(sent: schema.PasswordResetConfirmation, around: Around) -> schema.PasswordReset:
    """Once, within 30 minutes; every session of the account ends. Invited staff choose their first password here."""
    answer = await patiently(
        around.upstreams.customers.ResetPassword, ResetPasswordRequest(**sent.model_dump()), PASSWORD_SECONDS
    )
    return schema.PasswordReset(
        message="Your new password is set; please sign in.",
        sign_in_at=sign_in_path(is_staff=answer.account_kind == ACCOUNT_KIND_STAFF),
    )
