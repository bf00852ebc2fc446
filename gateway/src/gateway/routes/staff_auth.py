"""Staff sign in, by username and a second factor, and out."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter, Depends, Request, Response
from totetaxi.identity.v1.session_service_pb2 import CompleteStaffSignInRequest, SignInStaffRequest
from totetaxi.identity.v1.staff_service_pb2 import ChangeOwnPasswordRequest, GetOwnStaffProfileRequest

from gateway import csrf
from gateway.acting import Found, StaffMember
from gateway.dependencies import Around, limited
from gateway.patience import PASSWORD_SECONDS, patiently
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.schemas import staff as schema
from gateway.schemas.accounts import Told
from gateway.schemas.passwords import PasswordChanged, PasswordChangeRequest
from gateway.session_cookie import begin_session, session_token_of
from gateway.signing_in import AS_THEMSELVES, sign_out
from gateway.views import staff as view

router = APIRouter(prefix="/api/staff/auth", tags=["staff sign-in"])

SECOND_STEP_ASKED = {"model": schema.SecondFactorAsked, "description": "A second factor is asked for"}
SIGN_IN_REFUSALS = refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.TOO_MANY_REQUESTS)


@router.post(
    "/login/",
    summary="Sign in",
    dependencies=[*AS_THEMSELVES, Depends(limited("sign_ins"))],
    responses={**SIGN_IN_REFUSALS, 202: SECOND_STEP_ASKED},
)
async def login(
    sent: schema.StaffLoginRequest, request: Request, response: Response, around: Around
) -> schema.StaffSignedIn | schema.SecondFactorAsked:
    """Begins a new session, or asks for the second factor. Five wrong passwords lock the name for half an hour, whether
    there is such an account or not, and no answer tells."""
    await around.rate_limits.count_account("sign_ins", sent.username, request)
    previous = session_token_of(request, around.settings)
    asked = SignInStaffRequest(**sent.model_dump(), previous_session_token=previous)
    answer = await patiently(around.upstreams.sessions.SignInStaff, asked, PASSWORD_SECONDS)
    if answer.HasField("challenge"):
        response.status_code = HTTPStatus.ACCEPTED
        return view.second_factor_asked(answer.challenge)
    return view.signed_in(answer.staff, begin_session(response, answer.session, around.settings))


@router.post(
    "/login/second-factor/",
    summary="The second step of signing in",
    dependencies=[*AS_THEMSELVES, Depends(limited("sign_ins"))],
    responses=SIGN_IN_REFUSALS,
)
async def complete_login(
    sent: schema.SecondStepRequest, request: Request, response: Response, around: Around
) -> schema.StaffSignedIn:
    """A code of the authenticator, or a recovery code. A wrong one counts like a wrong password."""
    previous = session_token_of(request, around.settings)
    asked = CompleteStaffSignInRequest(**sent.model_dump(), previous_session_token=previous)
    answer = await patiently(around.upstreams.sessions.CompleteStaffSignIn, asked, PASSWORD_SECONDS)
    signed_in = view.signed_in(answer.staff, begin_session(response, answer.session, around.settings))
    signed_in.recovery_codes = list(answer.recovery_codes) or None
    signed_in.recovery_codes_left = answer.recovery_codes_left
    return signed_in


@router.post("/logout/", summary="Sign out", responses=refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN))
async def logout(request: Request, response: Response, around: Around, _found: Found) -> Told:
    """Ends the session. Where nobody is signed in, there is nothing to do."""
    await sign_out(request, response, around)
    return Told(message="You are signed out.")


@router.get("/user/", summary="Who is signed in", responses=refusals(*SIGNED_IN))
async def get_user(request: Request, response: Response, around: Around, staff: StaffMember) -> schema.StaffMe:
    """The staff member, and the CSRF token of their session."""
    answer = await around.upstreams.staff.GetOwnStaffProfile(GetOwnStaffProfileRequest())
    return view.me(answer.staff, csrf.token_for(request, response, around.settings, staff.csrf_binding))


@router.post(
    "/password-change/",
    summary="Change my password",
    dependencies=[Depends(limited("sign_ins"))],
    responses=SIGN_IN_REFUSALS,
)
async def change_password(
    sent: PasswordChangeRequest, request: Request, response: Response, around: Around, staff: StaffMember
) -> PasswordChanged:
    """Every session ends, and a new one begins in this browser."""
    await around.rate_limits.count_account("sign_ins", staff.account_id, request)
    answer = await patiently(
        around.upstreams.staff.ChangeOwnPassword, ChangeOwnPasswordRequest(**sent.model_dump()), PASSWORD_SECONDS
    )
    token = begin_session(response, answer.session, around.settings)
    return PasswordChanged(message="Your password is changed; other browsers are signed out.", csrf_token=token)
