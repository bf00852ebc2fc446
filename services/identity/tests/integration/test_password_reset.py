"""A forgotten password: the request says nothing, the link works once, and nobody stays signed in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from chassis.refusal import Invalid, UnknownCaller
from identity_stage import PASSWORD, Stage
from totetaxi.identity.v1 import customer_service_pb2 as messages
from totetaxi.identity.v1 import events_pb2 as events

NEW_PASSWORD = "three-unrelated-words"


async def ask(stage: Stage, email: str) -> messages.RequestPasswordResetResponse:
    return await stage.customers.RequestPasswordReset(messages.RequestPasswordResetRequest(email=email))


async def mailed(stage: Stage, eventually: Any, count: int = 1) -> list[Any]:
    async def as_many_as_asked_for() -> list[Any] | None:
        found = await stage.said(events.PasswordResetRequested)
        return found if len(found) == count else None

    return await eventually(as_many_as_asked_for)


async def reset(stage: Stage, token: str, password: str = NEW_PASSWORD) -> messages.ResetPasswordResponse:
    return await stage.customers.ResetPassword(messages.ResetPasswordRequest(token=token, new_password=password))


async def test_a_link_is_mailed_that_sets_a_password_once_and_ends_every_session(stage: Stage, eventually: Any) -> None:
    made = await stage.register()
    await ask(stage, "GRACE@example.com")
    [wanted] = await mailed(stage, eventually)
    assert wanted.recipient.email == "grace@example.com"
    lasting = wanted.expires_at.ToDatetime(tzinfo=UTC) - datetime.now(UTC)
    assert timedelta(minutes=29) < lasting <= timedelta(minutes=30)
    await reset(stage, wanted.token)
    with pytest.raises(UnknownCaller):
        await stage.resolve(made.session.token)
    with pytest.raises(UnknownCaller):
        await stage.sign_in("grace@example.com", PASSWORD)
    assert (await stage.sign_in("grace@example.com", NEW_PASSWORD)).customer.is_email_verified
    with pytest.raises(Invalid) as refused:
        await reset(stage, wanted.token)
    assert refused.value.slug == "link_over"
    assert [said.reason for said in await stage.said(events.SessionRevoked)] == ["password_changed"]
    assert len(await stage.said(events.PasswordChanged)) == len(await stage.said(events.CustomerEmailVerified)) == 1


async def test_the_answer_and_the_work_say_nothing_about_accounts(stage: Stage, eventually: Any) -> None:
    await stage.register()
    answers = [await ask(stage, email) for email in ("nobody@example.com", "no address\x00", "grace@example.com")]
    assert set(map(str, answers)) == {""}
    await mailed(stage, eventually)
    assert await stage.asked("SELECT count(*) FROM reset_request") == [(0,)]


async def test_asking_again_within_a_minute_mails_nothing(stage: Stage, eventually: Any) -> None:
    await stage.register()
    await ask(stage, "grace@example.com")
    await mailed(stage, eventually)
    await ask(stage, "grace@example.com")

    async def the_request_is_done() -> bool:
        return await stage.asked("SELECT count(*) FROM reset_request") == [(0,)]

    await eventually(the_request_is_done)
    assert len(await stage.said(events.PasswordResetRequested)) == 1


async def test_a_newer_link_ends_the_older_one(stage: Stage, eventually: Any) -> None:
    await stage.register()
    await ask(stage, "grace@example.com")
    [first] = await mailed(stage, eventually)
    async with stage.database.transaction() as connection:
        await connection.exec_driver_sql("UPDATE mailed_link SET created_at = now() - interval '2 minutes'")
    await ask(stage, "grace@example.com")
    _, second = await mailed(stage, eventually, 2)
    with pytest.raises(Invalid):
        await reset(stage, first.token)
    await reset(stage, second.token)


async def test_a_link_is_over_after_half_an_hour(stage: Stage, eventually: Any) -> None:
    await stage.register()
    await ask(stage, "grace@example.com")
    [wanted] = await mailed(stage, eventually)
    async with stage.database.transaction() as connection:
        await connection.exec_driver_sql("UPDATE mailed_link SET expires_at = expires_at - interval '30 minutes'")
    with pytest.raises(Invalid):
        await reset(stage, wanted.token)


async def test_a_weak_password_leaves_the_link_good(stage: Stage, eventually: Any) -> None:
    await stage.register()
    await ask(stage, "grace@example.com")
    [wanted] = await mailed(stage, eventually)
    with pytest.raises(Invalid) as refused:
        await reset(stage, wanted.token, "password1")
    assert refused.value.faults[0].field == "new_password"
    await reset(stage, wanted.token)


async def test_a_verification_link_resets_no_password(stage: Stage) -> None:
    await stage.register()
    [wanted] = await stage.said(events.CustomerVerificationRequested)
    with pytest.raises(Invalid):
        await reset(stage, wanted.token)


async def test_a_reset_opens_a_locked_account(stage: Stage, eventually: Any) -> None:
    await stage.register()
    for _ in range(10):
        with pytest.raises(UnknownCaller):
            await stage.sign_in("grace@example.com", "wrong-one")
    await ask(stage, "grace@example.com")
    [wanted] = await mailed(stage, eventually)
    await reset(stage, wanted.token)
    await stage.sign_in("grace@example.com", NEW_PASSWORD)
