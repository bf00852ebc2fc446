"""A staff member's own second factor."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter, Depends
from totetaxi.identity.v1.staff_service_pb2 import (
    ConfirmTotpRequest,
    EnrolTotpRequest,
    RemoveTotpRequest,
    ReplaceRecoveryCodesRequest,
)

from gateway.acting import act_as_staff
from gateway.dependencies import Around, limited
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.schemas.accounts import Told
from gateway.schemas.staff import CodeRequest, Enrolment, RecoveryCodes
from gateway.views.staff import enrolment

router = APIRouter(
    prefix="/api/staff/second-factor",
    tags=["staff sign-in"],
    dependencies=[Depends(act_as_staff), Depends(limited("sign_ins"))],
)

REFUSALS = refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.CONFLICT, HTTPStatus.TOO_MANY_REQUESTS)


@router.post("/", summary="Set up an authenticator", responses=REFUSALS)
async def enrol(around: Around) -> Enrolment:
    """Nothing changes until its first code confirms it."""
    return enrolment((await around.upstreams.staff.EnrolTotp(EnrolTotpRequest())).enrolment)


@router.post("/confirm/", summary="Confirm the authenticator", responses=REFUSALS)
async def confirm(sent: CodeRequest, around: Around) -> RecoveryCodes:
    """With its first code; from now on signing in asks for one."""
    answer = await around.upstreams.staff.ConfirmTotp(ConfirmTotpRequest(code=sent.code))
    words = "Your authenticator is set up. Please keep these recovery codes somewhere safe."
    return RecoveryCodes(message=words, recovery_codes=list(answer.recovery_codes))


@router.post("/recovery-codes/", summary="New recovery codes", responses=REFUSALS)
async def replace_recovery_codes(sent: CodeRequest, around: Around) -> RecoveryCodes:
    """The old ones stop working."""
    answer = await around.upstreams.staff.ReplaceRecoveryCodes(ReplaceRecoveryCodesRequest(code=sent.code))
    words = "Please keep these recovery codes somewhere safe; the old ones no longer work."
    return RecoveryCodes(message=words, recovery_codes=list(answer.recovery_codes))


@router.post("/remove/", summary="Remove the authenticator", responses=REFUSALS)
async def remove(sent: CodeRequest, around: Around) -> Told:
    """Admins can't."""
    await around.upstreams.staff.RemoveTotp(RemoveTotpRequest(code=sent.code))
    return Told(message="Your authenticator is removed; signing in asks for the password alone.")
