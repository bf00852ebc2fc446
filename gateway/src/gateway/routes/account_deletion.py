"""Deleting one's account, and seeing that it is gone."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter, Depends, Request, Response
from totetaxi.identity.v1.privacy_service_pb2 import GetErasureStatusRequest, RequestErasureRequest

from gateway.acting import Customer, from_our_own_pages
from gateway.dependencies import Around, act_as_visitor, limited
from gateway.patience import PASSWORD_SECONDS, patiently
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.schemas import privacy as schema
from gateway.session_cookie import end_session, session_token_of
from gateway.views.privacy import deletion

router = APIRouter(prefix="/api/customer/account-deletion", tags=["privacy"])


@router.post(
    "/",
    status_code=HTTPStatus.ACCEPTED,
    summary="Delete my account",
    dependencies=[Depends(limited("sign_ins"))],
    responses=refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.TOO_MANY_REQUESTS),
)
async def delete_account(
    sent: schema.DeletionRequest, request: Request, response: Response, around: Around, customer: Customer
) -> schema.DeletionBegun:
    """The account ends at once, every session and device with it. Payments keep what the law asks for."""
    await around.rate_limits.count_account("sign_ins", customer.account_id, request)
    answer = await patiently(
        around.upstreams.privacy.RequestErasure, RequestErasureRequest(password=sent.password), PASSWORD_SECONDS
    )
    around.credentials.forget(session_token_of(request, around.settings))
    end_session(response, around.settings)
    return schema.DeletionBegun(
        message="Your account is deleted, and we are erasing what we kept. Keep the status token to follow it.",
        status_token=answer.status_token,
        deletion=deletion(answer.erasure),
    )


@router.post(
    "/status/",
    summary="How far a deletion has come",
    dependencies=[Depends(from_our_own_pages), Depends(act_as_visitor), Depends(limited("lookups"))],
    responses=refusals(
        HTTPStatus.BAD_REQUEST, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.TOO_MANY_REQUESTS
    ),
)
async def get_deletion_status(sent: schema.DeletionStatusRequest, around: Around) -> schema.Deletion:
    """Completed once every part of us has reported back."""
    asked = GetErasureStatusRequest(status_token=sent.status_token)
    return deletion((await around.upstreams.privacy.GetErasureStatus(asked)).erasure)
