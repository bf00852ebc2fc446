"""Staff accounts: for those who may manage staff."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from totetaxi.identity.v1 import staff_service_pb2 as messages
from totetaxi.identity.v1.account_pb2 import StaffProfile as StaffMessage

from gateway.acting import act_as_staff
from gateway.dependencies import Around
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.schemas import staff_accounts as schema
from gateway.schemas.accounts import Told
from gateway.schemas.members import Cursor, Text
from gateway.schemas.staff import StaffProfile
from gateway.versions import ExpectedVersion, show_version
from gateway.views.staff import profile
from gateway.views.staff_accounts import new_staff, roles, staff_change

router = APIRouter(prefix="/api/staff/accounts", tags=["staff accounts"], dependencies=[Depends(act_as_staff)])
roles_router = APIRouter(prefix="/api/staff", tags=["staff accounts"], dependencies=[Depends(act_as_staff)])

ONE = refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.NOT_FOUND)
ACTION = refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT)


@router.get("/", summary="Staff accounts", responses=refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN))
async def list_staff(
    around: Around,
    search: Annotated[Text, Query(max_length=100, description="Part of a username, a name or an email")] = "",
    role: Annotated[Text, Query(max_length=32)] = "",
    is_active: bool | None = None,
    page_size: Annotated[int, Query(ge=1, le=50)] = 50,
    cursor: Cursor = "",
) -> schema.StaffPage:
    """By username."""
    asked = messages.ListStaffRequest(search=search, role=role, is_active=is_active, page_size=page_size, cursor=cursor)
    answer = await around.upstreams.staff.ListStaff(asked)
    return schema.StaffPage(staff=[profile(each) for each in answer.staff], next_cursor=answer.next_cursor)


@router.post(
    "/",
    status_code=HTTPStatus.CREATED,
    summary="Add a colleague",
    responses=refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.CONFLICT),
)
async def create_staff(sent: schema.NewStaff, response: Response, around: Around) -> StaffProfile:
    """A link to choose a password is mailed to them, good for 72 hours."""
    return shown(response, (await around.upstreams.staff.CreateStaff(new_staff(sent))).staff)


@router.get("/{staff_id}/", summary="One staff account", responses=ONE)
async def get_staff(staff_id: UUID, response: Response, around: Around) -> StaffProfile:
    """With an ETag for If-Match."""
    asked = messages.GetStaffRequest(staff_id=str(staff_id))
    return shown(response, (await around.upstreams.staff.GetStaff(asked)).staff)


@router.patch(
    "/{staff_id}/",
    summary="Change a staff account",
    responses=refusals(
        HTTPStatus.BAD_REQUEST,
        *SIGNED_IN,
        HTTPStatus.NOT_FOUND,
        HTTPStatus.CONFLICT,
        HTTPStatus.PRECONDITION_FAILED,
    ),
)
async def change_staff(
    staff_id: UUID, sent: schema.StaffChange, response: Response, around: Around, version: ExpectedVersion
) -> StaffProfile:
    """What is sent changes; another role ends every session of theirs."""
    asked = staff_change(str(staff_id), sent, version)
    return shown(response, (await around.upstreams.staff.UpdateStaff(asked)).staff)


@router.post("/{staff_id}/deactivate/", summary="Lock an account out for good", responses=ACTION)
async def deactivate_staff(staff_id: UUID, response: Response, around: Around) -> StaffProfile:
    """Ends their sessions. Never the last admin, never one's own account."""
    asked = messages.DeactivateStaffRequest(staff_id=str(staff_id))
    return shown(response, (await around.upstreams.staff.DeactivateStaff(asked)).staff)


@router.post("/{staff_id}/reactivate/", summary="Let an account in again", responses=ONE)
async def reactivate_staff(staff_id: UUID, response: Response, around: Around) -> StaffProfile:
    """They sign in with the password they had."""
    asked = messages.ReactivateStaffRequest(staff_id=str(staff_id))
    return shown(response, (await around.upstreams.staff.ReactivateStaff(asked)).staff)


@router.post("/{staff_id}/unlock/", summary="Forget wrong passwords", responses=ONE)
async def unlock_staff(staff_id: UUID, response: Response, around: Around) -> StaffProfile:
    """They can sign in at once."""
    asked = messages.UnlockStaffRequest(staff_id=str(staff_id))
    return shown(response, (await around.upstreams.staff.UnlockStaff(asked)).staff)


@router.post("/{staff_id}/password-reset/", summary="Mail a link to choose a new password", responses=ONE)
async def send_password_reset(staff_id: UUID, around: Around) -> Told:
    """Good for 30 minutes."""
    asked = messages.SendStaffPasswordResetRequest(staff_id=str(staff_id))
    await around.upstreams.staff.SendStaffPasswordReset(asked)
    return Told(message="A link to choose a new password is on its way.")


@router.post("/{staff_id}/reset-second-factor/", summary="Take a lost second factor away", responses=ONE)
async def reset_second_factor(staff_id: UUID, response: Response, around: Around) -> StaffProfile:
    """Ends their sessions; admins must set up a new one when they sign in."""
    asked = messages.ResetSecondFactorRequest(staff_id=str(staff_id))
    return shown(response, (await around.upstreams.staff.ResetSecondFactor(asked)).staff)


@roles_router.get("/roles/", summary="Roles and permissions", responses=refusals(*SIGNED_IN))
async def list_roles(around: Around) -> schema.Roles:
    """From the smallest role to the largest."""
    return roles(await around.upstreams.staff.ListRoles(messages.ListRolesRequest()))


def shown(response: Response, staff: StaffMessage) -> StaffProfile:
    """The account, with its ETag."""
    show_version(response, staff.version)
    return profile(staff)
