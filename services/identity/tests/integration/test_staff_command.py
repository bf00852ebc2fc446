"""Somebody has to be the first admin: an operator invites them."""

from __future__ import annotations

import argparse

import pytest
from chassis.refusal import Conflict, Invalid
from chassis.runtime import close_runtime, open_runtime
from identity.settings import IdentitySettings
from identity.staff_command import arguments, invite
from identity_stage import PASSWORD, Stage
from totetaxi.identity.v1 import customer_service_pb2 as customers
from totetaxi.identity.v1 import events_pb2 as events

ADA = ["ada", "ada@totetaxi.example", "Ada", "Byron"]


async def run(settings: IdentitySettings, *given: str) -> None:
    """`python -m identity staff invite …`."""
    parser = argparse.ArgumentParser()
    arguments(parser)
    runtime = open_runtime("identity", settings)
    try:
        await invite(runtime, parser.parse_args(["invite", *given]))
    finally:
        await close_runtime(runtime)


async def test_the_first_admin_comes_in_by_the_mailed_link(
    stage: Stage, settings: IdentitySettings, capsys: pytest.CaptureFixture[str]
) -> None:
    await run(settings, *ADA)
    assert capsys.readouterr().out == "ada is invited as admin: the link is mailed to ada@totetaxi.example\n"
    [invited] = await stage.said(events.PasswordResetRequested)
    await stage.customers.ResetPassword(customers.ResetPasswordRequest(token=invited.token, new_password=PASSWORD))
    signed_in = await stage.sign_in_staff("ada", PASSWORD)
    assert signed_in.staff.role == "admin"


async def test_the_audit_log_says_that_an_operator_did_it(stage: Stage, settings: IdentitySettings) -> None:
    await run(settings, *ADA, "--role", "supervisor")
    [act] = [said.act for said in await stage.said(events.AuditRecorded) if said.act.action == "staff.created"]
    assert (act.actor_kind, act.actor_id, act.actor_role) == ("service", "operator", "operator")


async def test_a_name_is_given_once_and_a_role_must_exist(stage: Stage, settings: IdentitySettings) -> None:
    await run(settings, *ADA)
    with pytest.raises(Conflict):
        await run(settings, *ADA)
    with pytest.raises(Invalid):
        await run(settings, "bob", *ADA[1:], "--role", "emperor")
    assert [row.username for row in await stage.asked("SELECT username FROM staff_account")] == ["ada"]
