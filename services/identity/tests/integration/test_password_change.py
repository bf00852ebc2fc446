"""Changing one's own password: the old one must be right, and everybody else must sign in again."""

from __future__ import annotations

import pytest
from chassis.refusal import Invalid, UnknownCaller
from identity_stage import PASSWORD, Stage
from totetaxi.identity.v1 import customer_service_pb2 as messages
from totetaxi.identity.v1 import events_pb2 as events

NEW_PASSWORD = "three-unrelated-words"


async def change(stage: Stage, token: str, current: str, new: str) -> messages.ChangePasswordResponse:
    with stage.acting(token):
        request = messages.ChangePasswordRequest(current_password=current, new_password=new)
        return await stage.customers.ChangePassword(request)


async def test_the_session_goes_on_under_another_token_and_the_others_end(stage: Stage) -> None:
    made = await stage.register()
    other = await stage.sign_in("grace@example.com", PASSWORD)
    answer = await change(stage, made.session.principal.token, PASSWORD, NEW_PASSWORD)
    assert (await stage.resolve(answer.session.token)).account.id == made.customer.id
    for ended in (made, other):
        with pytest.raises(UnknownCaller):
            await stage.resolve(ended.session.token)
    await stage.sign_in("grace@example.com", NEW_PASSWORD)
    assert len(await stage.said(events.PasswordChanged)) == 1


async def test_a_wrong_current_password_changes_nothing_and_counts(stage: Stage) -> None:
    made = await stage.register()
    with pytest.raises(Invalid) as refused:
        await change(stage, made.session.principal.token, "wrong-one", NEW_PASSWORD)
    assert (refused.value.slug, refused.value.faults[0].field) == ("password_wrong", "current_password")
    assert await stage.asked("SELECT failures FROM sign_in_failure") == [(1,)]
    assert await stage.resolve(made.session.token)


async def test_a_weak_new_password_changes_nothing(stage: Stage) -> None:
    made = await stage.register()
    with pytest.raises(Invalid) as refused:
        await change(stage, made.session.principal.token, PASSWORD, "hopper12")
    assert refused.value.faults[0].field == "new_password"
    await stage.sign_in("grace@example.com", PASSWORD)
