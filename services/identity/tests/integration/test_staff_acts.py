"""What staff do and read in identity is told to the audit log, and who may looks into it."""

from __future__ import annotations

from typing import Any

import pytest
from audit_stage import fact_of, hear
from chassis.refusal import NotAllowed, UnknownCaller
from identity.__main__ import seed
from identity.settings import IdentitySettings
from identity_stage import DEMO_PASSWORD, PATIENT, Stage
from totetaxi.identity.v1 import audit_service_pb2 as messages
from totetaxi.identity.v1 import events_pb2 as events
from totetaxi.identity.v1 import session_service_pb2 as sessions
from totetaxi.identity.v1 import staff_service_pb2 as staff


@pytest.fixture(autouse=True)
async def demo_staff(database: Any, settings: IdentitySettings) -> None:
    await seed(database, settings)


async def acts(stage: Stage) -> list[Any]:
    return [said.act for said in await stage.said(events.AuditRecorded)]


async def fail(stage: Stage, username: str, times: int) -> None:
    for _ in range(times):
        with pytest.raises(UnknownCaller):
            await stage.sign_in_staff(username, "wrong-one")


async def test_wrong_passwords_are_told_up_to_the_one_that_locks(stage: Stage) -> None:
    await fail(stage, "staff1", 7)
    told = await acts(stage)
    assert [act.action for act in told] == ["staff.sign_in_failed"] * 5 + ["staff.locked"]
    [(staff_id,)] = await stage.asked("SELECT id FROM staff_account WHERE username = 'staff1'")
    assert {(act.actor_kind, act.subject_id) for act in told} == {("anonymous", str(staff_id))}


async def test_a_name_that_nobody_has_is_not_told_but_that_somebody_tried_is(stage: Stage) -> None:
    await fail(stage, "nobody", 2)
    told = await acts(stage)
    assert [(act.action, act.subject_id, act.actor_id) for act in told] == [
        ("staff.sign_in_failed", "", "anonymous")
    ] * 2
    assert "nobody" not in str(told)


async def test_what_staff_do_to_their_own_account_is_told(stage: Stage) -> None:
    await stage.sign_in_staff("staff1")
    token = (await stage.sign_in_staff("staff1")).session.principal.token
    with stage.acting(token):
        await stage.sessions.RevokeOtherSessions(sessions.RevokeOtherSessionsRequest())
        change = staff.ChangeOwnPasswordRequest(current_password=DEMO_PASSWORD, new_password="three-unrelated-words")
        await stage.staff.ChangeOwnPassword(change, PATIENT)
    assert [act.action for act in await acts(stage)][2:] == ["staff.sessions_revoked", "staff.password_changed"]


async def test_looking_at_colleagues_is_told(stage: Stage) -> None:
    answer = await stage.sign_in_staff("admin1")
    with stage.acting(answer.session.principal.token):
        await stage.staff.ListStaff(staff.ListStaffRequest())
        await stage.staff.GetStaff(staff.GetStaffRequest(staff_id=answer.staff.id))
    told = await acts(stage)
    assert [(act.action, act.subject_id) for act in told[1:]] == [
        ("staff.listed", ""),
        ("staff.viewed", answer.staff.id),
    ]
    assert answer.staff.id in told[1].after


async def test_the_log_is_for_those_who_may_see_it(stage: Stage) -> None:
    with stage.acting((await stage.sign_in_staff("staff1")).session.principal.token):
        for ask in (
            stage.audit.SearchAuditLog(messages.SearchAuditLogRequest()),
            stage.audit.ExportAuditLog(messages.ExportAuditLogRequest()),
            stage.audit.VerifyAuditChain(messages.VerifyAuditChainRequest()),
        ):
            with pytest.raises(NotAllowed):
                await ask


async def test_an_admin_finds_verifies_and_exports_what_was_told(stage: Stage) -> None:
    answer = await stage.sign_in_staff("admin1")
    [signed_in] = await acts(stage)
    await hear(stage.database, fact_of(signed_in, "identity"))
    with stage.acting(answer.session.principal.token):
        mine = messages.AuditFilter(actor_id=answer.staff.id)
        found = await stage.audit.SearchAuditLog(messages.SearchAuditLogRequest(filter=mine))
        exported = await stage.audit.ExportAuditLog(messages.ExportAuditLogRequest(filter=mine))
        verified = await stage.audit.VerifyAuditChain(messages.VerifyAuditChainRequest())
    [entry] = found.entries
    assert (entry.action, entry.subject_type, entry.service) == ("staff.signed_in", "staff", "identity")
    assert list(exported.entries) == [entry]
    assert (verified.is_intact, verified.verified) == (True, 1)
