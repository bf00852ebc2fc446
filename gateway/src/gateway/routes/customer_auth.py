"""Customers sign up, in and out."""

from __future__ import annotations

from http import HTTPStatus

from chassis.remote import acting_for
from fastapi import APIRouter, Depends, Request, Response
from totetaxi.identity.v1.api_key_service_pb2 import SignOutDeviceRequest
from totetaxi.identity.v1.customer_service_pb2 import GetProfileRequest, RegisterRequest
from totetaxi.identity.v1.session_service_pb2 import SignInCustomerRequest

from gateway import csrf
from gateway.acting import Customer, Found, act_as_customer
from gateway.dependencies import Around, FirstLanguage, limited
from gateway.patience import PASSWORD_SECONDS, patiently
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.schemas import accounts as schema
from gateway.session_cookie import begin_session, session_token_of
from gateway.signing_in import AS_THEMSELVES, sign_out
from gateway.views import accounts as view

router = APIRouter(prefix="/api/customer/auth", tags=["customer sign-in"])


@router.post(
    "/register/",
    status_code=HTTPStatus.CREATED,
    summary="Make an account",
    dependencies=[*AS_THEMSELVES, Depends(limited("registrations"))],
    responses=refusals(HTTPStatus.BAD_REQUEST, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS),
)
async def register(
    sent: schema.RegisterRequest, request: Request, response: Response, around: Around, language: FirstLanguage
) -> schema.CustomerSignedIn:
    """Signs in at once; a link to verify the email is on its way. A refusal does not say whose the email is."""
    await around.rate_limits.count_account("links", sent.email, request)
    asked = RegisterRequest(
        **sent.model_dump(exclude={"password_confirm"}),
        language=language,
        previous_session_token=session_token_of(request, around.settings),
    )
    answer = await patiently(around.upstreams.customers.Register, asked, PASSWORD_SECONDS)
    token = begin_session(response, answer.session, around.settings)
    return view.signed_in(answer.customer, token, "Welcome to ToteTaxi. Please follow the link in our mail.")


@router.post(
    "/login/",
    summary="Sign in",
    dependencies=[*AS_THEMSELVES, Depends(limited("sign_ins"))],
    responses=refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.TOO_MANY_REQUESTS),
)
async def login(
    sent: schema.LoginRequest, request: Request, response: Response, around: Around
) -> schema.CustomerSignedIn:
    """Begins a new session; the one that the browser came with ends. Wrong email and wrong password read the same."""
    await around.rate_limits.count_account("sign_ins", sent.email, request)
    previous = session_token_of(request, around.settings)
    asked = SignInCustomerRequest(email=sent.email, password=sent.password, previous_session_token=previous)
    answer = await patiently(around.upstreams.sessions.SignInCustomer, asked, PASSWORD_SECONDS)
    token = begin_session(response, answer.session, around.settings)
    return view.signed_in(answer.customer, token, "You are signed in.")


@router.post("/logout/", summary="Sign out", responses=refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN))
async def logout(request: Request, response: Response, around: Around, found: Found) -> schema.Told:
    """Ends the session, or the key of the device that asks. Where nobody is signed in, there is nothing to do."""
    if found is not None and found.is_key:
        acting_for.set((await act_as_customer(found)).principal)
        await around.upstreams.api_keys.SignOutDevice(SignOutDeviceRequest())
    else:
        await sign_out(request, response, around)
    return schema.Told(message="You are signed out.")


@router.get("/user/", summary="Who is signed in", responses=refusals(*SIGNED_IN))
async def get_user(request: Request, response: Response, around: Around, customer: Customer) -> schema.Me:
    """The customer, and the CSRF token of their session."""
    answer = await around.upstreams.customers.GetProfile(GetProfileRequest())
    token = "" if customer.is_key else csrf.token_for(request, response, around.settings, customer.csrf_binding)
    return view.me(answer.customer, token)
