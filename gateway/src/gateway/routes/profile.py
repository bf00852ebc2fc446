"""A customer's own profile and preferences."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter, Depends, Response
from totetaxi.identity.v1.customer_service_pb2 import GetAccountOverviewRequest, GetProfileRequest

from gateway.acting import act_as_customer
from gateway.dependencies import Around, Surroundings
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.schemas.accounts import CustomerProfile
from gateway.schemas.profiles import PreferencesChange, PreferencesPage, ProfileChange
from gateway.versions import ExpectedVersion, show_version
from gateway.views import profiles as view
from gateway.views.accounts import profile

router = APIRouter(prefix="/api/customer", tags=["profile"], dependencies=[Depends(act_as_customer)])

CHANGE_REFUSALS = refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.PRECONDITION_FAILED)


@router.get("/profile/", summary="My profile", responses=refusals(*SIGNED_IN))
async def get_profile(response: Response, around: Around) -> CustomerProfile:
    """With an ETag for If-Match."""
    customer = (await around.upstreams.customers.GetProfile(GetProfileRequest())).customer
    show_version(response, customer.version)
    return profile(customer)


@router.put("/profile/", summary="Change my profile", responses=CHANGE_REFUSALS)
@router.patch("/profile/", summary="Change part of my profile", responses=CHANGE_REFUSALS)
async def change_profile(
    sent: ProfileChange, response: Response, around: Around, version: ExpectedVersion
) -> CustomerProfile:
    """What is sent changes; the rest stays."""
    customer = (await around.upstreams.customers.UpdateProfile(view.profile_change(sent, version))).customer
    show_version(response, customer.version)
    return profile(customer)


@router.get("/preferences/", summary="My preferences", responses=refusals(*SIGNED_IN))
async def get_preferences(response: Response, around: Around) -> PreferencesPage:
    """What I want, and what a booking form should propose."""
    return await preferences_of(response, around)


@router.put("/preferences/", summary="Change my preferences", responses=CHANGE_REFUSALS)
async def change_preferences(
    sent: PreferencesChange, response: Response, around: Around, version: ExpectedVersion
) -> PreferencesPage:
    """What is sent changes; the rest stays."""
    await around.upstreams.customers.UpdateProfile(view.profile_change(sent, version))
    return await preferences_of(response, around)


async def preferences_of(response: Response, around: Surroundings) -> PreferencesPage:
    """The page, as it is now."""
    answer = await around.upstreams.customers.GetAccountOverview(GetAccountOverviewRequest())
    show_version(response, answer.customer.version)
    return view.preferences_page(answer)
