"""Admins make, change, unlock and deactivate staff; the others may not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from chassis.refusal import Conflict, Invalid, NotAllowed, NotFound, UnknownCaller
from identity.__main__ import seed
from identity.settings import IdentitySettings
from identity_stage import Stage
from totetaxi.identity.v1 import customer_service_pb2 as customers
from totetaxi.identity.v1 import events_pb2 as events
from totetaxi.identity.v1 import staff_service_pb2 as messages

EVE = {
    "username": "Eve.Adams",
    "email": "eve@totetaxi.example",
    "first_name": "Eve",
    "last_name": "Adams",
    "role": "supervisor",
    "department": "Dispatch",
    "hire_date": "2027-01-04",
    "phone": "212-555-0142",
}
PASSWORD = "three-unrelated-words"


@pytest.fixture(autouse=True)
async def demo_staff(database: Any, settings: IdentitySettings) -> None:
    await seed(database, settings)


@pytest.fixture
async def admin(stage: Stage) -> str:
    return (await stage.sign_in_staff("admin1")).session.principal.token


@pytest.fixture
def as_admin(stage: Stage, admin: str) -> Iterator[Stage]:
    with stage.acting(admin):
        yield stage


async def make(stage: Stage, **changes: str) -> Any:
    return (await stage.staff.CreateStaff(messages.CreateStaffRequest(**{**EVE, **changes}))).staff


async def id_of(stage: Stage, username: str) -> str:
    [(staff_id,)] = await stage.asked("SELECT id FROM staff_account WHERE username = :name", name=username)
    return str(staff_id)


async def test_a_new_colleague_chooses_a_password_by_the_mailed_link(stage: Stage, admin: str) -> None:
    with stage.acting(admin):
        made = await make(stage)
    assert (made.username, made.phone, made.hire_date) == ("eve.adams", "+12125550142", "2027-01-04")
    assert "can_view_audit" in made.permissions
    [invited] = await stage.said(events.PasswordResetRequested)
    assert (invited.is_invitation, invited.username) == (True, "eve.adams")
    with pytest.raises(UnknownCaller):
        await stage.sign_in_staff("eve.adams", PASSWORD)
    await stage.customers.ResetPassword(customers.ResetPasswordRequest(token=invited.token, new_password=PASSWORD))
    assert (await stage.sign_in_staff("eve.adams", PASSWORD)).staff.id == made.id


async def test_a_username_is_given_once_and_a_role_must_exist(as_admin: Stage) -> None:
    await make(as_admin)
    with pytest.raises(Conflict) as taken:
        await make(as_admin, username="EVE.ADAMS")
    assert taken.value.slug == "username_taken"
    with pytest.raises(Invalid) as unknown:
        await make(as_admin, username="other", role="emperor")
    assert unknown.value.faults[0].message == "role must be one of staff, supervisor, admin."


async def test_what_was_changed_is_in_the_audit_log_and_another_role_ends_sessions(stage: Stage, admin: str) -> None:
    signed_in = await stage.sign_in_staff("staff1")
    with stage.acting(admin):
        request = messages.UpdateStaffRequest(staff_id=signed_in.staff.id, role="supervisor", department="Sales")
        changed = (await stage.staff.UpdateStaff(request)).staff
    assert (changed.role, changed.version) == ("supervisor", 2)
    with pytest.raises(UnknownCaller):
        await stage.resolve(signed_in.session.token)
    act = (await stage.said(events.AuditRecorded))[-1].act
    assert (act.action, act.subject_id) == ("staff.changed", signed_in.staff.id)
    assert json.loads(act.before) == {"role": "staff", "department": "Operations"}
    assert json.loads(act.after) == {"role": "supervisor", "department": "Sales"}


async def test_a_change_of_what_somebody_else_changed_meanwhile_is_refused(as_admin: Stage) -> None:
    made = await make(as_admin)
    await as_admin.staff.UpdateStaff(messages.UpdateStaffRequest(staff_id=made.id, department="A", expected_version=1))
    request = messages.UpdateStaffRequest(staff_id=made.id, department="B", expected_version=1)
    with pytest.raises(Conflict) as refused:
        await as_admin.staff.UpdateStaff(request)
    assert refused.value.slug == "changed_meanwhile"


async def test_whoever_is_deactivated_is_out_at_once_and_stays_out(stage: Stage, admin: str) -> None:
    signed_in = await stage.sign_in_staff("staff1")
    with stage.acting(admin):
        await stage.staff.DeactivateStaff(messages.DeactivateStaffRequest(staff_id=signed_in.staff.id))
    with pytest.raises(UnknownCaller):
        await stage.resolve(signed_in.session.token)
    with pytest.raises(UnknownCaller):
        await stage.sign_in_staff("staff1")
    with stage.acting(admin):
        await stage.staff.ReactivateStaff(messages.ReactivateStaffRequest(staff_id=signed_in.staff.id))
    assert (await stage.sign_in_staff("staff1")).staff.is_active


async def test_the_last_admin_remains(as_admin: Stage) -> None:
    own = await id_of(as_admin, "admin1")
    with pytest.raises(Conflict) as refused:
        await as_admin.staff.DeactivateStaff(messages.DeactivateStaffRequest(staff_id=own))
    assert refused.value.slug == "own_account"
    with pytest.raises(Conflict) as refused:
        await as_admin.staff.UpdateStaff(messages.UpdateStaffRequest(staff_id=own, role="staff"))
    assert refused.value.slug == "last_admin"


async def test_an_admin_unlocks_an_account(stage: Stage, admin: str) -> None:
    for _ in range(5):
        with pytest.raises(UnknownCaller):
            await stage.sign_in_staff("staff1", "wrong-one")
    staff_id = await id_of(stage, "staff1")
    with stage.acting(admin):
        locked = (await stage.staff.GetStaff(messages.GetStaffRequest(staff_id=staff_id))).staff
        assert locked.HasField("locked_until")
        unlocked = (await stage.staff.UnlockStaff(messages.UnlockStaffRequest(staff_id=staff_id))).staff
    assert not unlocked.HasField("locked_until")
    assert (await stage.sign_in_staff("staff1")).session.token


async def test_accounts_are_found_page_by_page(as_admin: Stage) -> None:
    for number in range(5):
        await make(as_admin, username=f"eve{number}")
    request = messages.ListStaffRequest(search="EVE", page_size=2)
    found: list[str] = []
    while True:
        page = await as_admin.staff.ListStaff(request)
        found += [account.username for account in page.staff]
        if not page.next_cursor:
            break
        request.cursor = page.next_cursor
    assert found == [f"eve{number}" for number in range(5)]
    admins = await as_admin.staff.ListStaff(messages.ListStaffRequest(role="admin", is_active=True))
    assert [account.username for account in admins.staff] == ["admin1"]
    with pytest.raises(Invalid):
        await as_admin.staff.ListStaff(messages.ListStaffRequest(search="%"))


async def test_a_lost_second_factor_is_taken_away_and_unknown_accounts_are_not_found(as_admin: Stage) -> None:
    staff_id = await id_of(as_admin, "staff1")
    answer = await as_admin.staff.ResetSecondFactor(messages.ResetSecondFactorRequest(staff_id=staff_id))
    assert not answer.staff.has_second_factor
    unknown = "0190b1a0-0000-7000-8000-000000000000"
    with pytest.raises(NotFound):
        await as_admin.staff.GetStaff(messages.GetStaffRequest(staff_id=unknown))


async def test_staff_without_the_permission_may_not(stage: Stage) -> None:
    signed_in = await stage.sign_in_staff("staff1")
    with stage.acting(signed_in.session.principal.token):
        with pytest.raises(NotAllowed):
            await make(stage)
        roles = await stage.staff.ListRoles(messages.ListRolesRequest())
    assert [role.name for role in roles.roles] == ["staff", "supervisor", "admin"]
    assert "can_approve_refunds" in roles.roles[2].permissions
    assert "can_approve_refunds" in [permission.name for permission in roles.permissions]
