"""Sessions: kept as digests, alive as long as they are used, and over everywhere when they are ended."""

from __future__ import annotations

import pytest
from chassis.client import Client, serve_for
from chassis.refusal import UnknownCaller
from identity_stage import PASSWORD, Stage
from totetaxi.identity.v1 import events_pb2 as events
from totetaxi.identity.v1 import session_service_pb2 as messages


async def is_over(stage: Stage, token: str) -> bool:
    try:
        await stage.resolve(token)
    except UnknownCaller as refused:
        return refused.slug == "session_over"
    return False


async def change(stage: Stage, assignment: str) -> None:
    async with stage.database.transaction() as connection:
        await connection.exec_driver_sql(f"UPDATE session SET {assignment}")  # noqa: S608 - ours


async def test_a_token_is_256_random_bits_and_kept_as_a_digest(stage: Stage) -> None:
    made = await stage.register()
    assert len(made.session.token) == 43
    assert await stage.asked("SELECT FROM session WHERE token_digest = :token", token=made.session.token.encode()) == []
    assert not await is_over(stage, made.session.token)


async def test_a_resolved_session_is_a_principal_that_every_service_believes(stage: Stage) -> None:
    made = await stage.register()
    answer = await stage.resolve(made.session.token)
    principal = stage.replica.runtime.verifier.verify(answer.principal.token)
    assert (principal.kind, principal.id, principal.customer_id) == ("customer", made.customer.id, made.customer.id)
    assert principal.session_id == made.session.session_id == answer.session_id
    assert answer.csrf_binding == made.session.csrf_binding


@pytest.mark.parametrize(
    "end",
    ["idle_expires_at = now() - interval '1 second'", "ended_at = now()"],
    ids=["unused", "ended"],
)
async def test_a_session_that_is_over_is_refused(stage: Stage, end: str) -> None:
    made = await stage.register()
    await change(stage, end)
    assert await is_over(stage, made.session.token)
    assert await is_over(stage, "x" * 43)


async def test_using_a_session_writes_once_a_minute_at_most_and_never_beyond_its_end(stage: Stage) -> None:
    made = await stage.register()
    unchanged = await stage.asked("SELECT last_used_at, xmin::text FROM session")
    await stage.resolve(made.session.token)
    assert await stage.asked("SELECT last_used_at, xmin::text FROM session") == unchanged
    await change(
        stage,
        "last_used_at = now() - interval '2 minutes', expires_at = now() + interval '1 hour', "
        "idle_expires_at = now() + interval '1 minute'",
    )
    await stage.resolve(made.session.token)
    question = "SELECT idle_expires_at = expires_at, last_used_at > now() - interval '1 minute' FROM session"
    assert await stage.asked(question) == [(True, True)]


async def test_signing_out_ends_the_session_and_says_so(stage: Stage) -> None:
    made = await stage.register()
    for _ in range(2):
        await stage.sessions.SignOut(messages.SignOutRequest(session_token=made.session.token))
    assert await is_over(stage, made.session.token)
    [said] = await stage.said(events.SessionRevoked)
    assert (said.account_id, list(said.session_ids)) == (made.customer.id, [made.session.session_id])
    assert said.reason == "signed_out"


async def test_a_customer_sees_their_sessions_and_ends_them(stage: Stage) -> None:
    made = await stage.register()
    others = [await stage.sign_in("grace@example.com", PASSWORD) for _ in range(3)]
    await stage.register("ada@example.com")
    with stage.acting(made.session.principal.token):
        listed = (await stage.sessions.ListOwnSessions(messages.ListOwnSessionsRequest())).sessions
        assert [each.id for each in listed if each.is_current] == [made.session.session_id]
        assert len(listed) == 4
        one = messages.RevokeOwnSessionRequest(session_id=others[0].session.session_id)
        await stage.sessions.RevokeOwnSession(one)
        assert await is_over(stage, others[0].session.token)
        answer = await stage.sessions.RevokeOtherSessions(messages.RevokeOtherSessionsRequest())
    assert answer.revoked == 2
    assert [await is_over(stage, each.session.token) for each in others] == [True, True, True]
    assert not await is_over(stage, made.session.token)


async def test_nobody_ends_anothers_session(stage: Stage) -> None:
    grace, ada = await stage.register(), await stage.register("ada@example.com")
    with stage.acting(ada.session.principal.token):
        await stage.sessions.RevokeOwnSession(messages.RevokeOwnSessionRequest(session_id=grace.session.session_id))
    assert not await is_over(stage, grace.session.token)


async def test_an_account_keeps_its_fifty_newest_sessions(stage: Stage) -> None:
    made = await stage.register()
    async with stage.database.transaction() as connection:
        await connection.exec_driver_sql(
            "INSERT INTO session SELECT gen_random_uuid(), sha256(n::text::bytea), account_kind, account_id,"
            " created_at + n * interval '1 second', last_used_at, idle_expires_at, expires_at, NULL, '', ''"
            " FROM session, generate_series(1, 49) AS n"
        )
    await stage.sign_in("grace@example.com", PASSWORD)
    assert await stage.asked("SELECT count(*) FROM session WHERE ended_at IS NULL") == [(50,)]
    assert await is_over(stage, made.session.token)
    assert len(await stage.said(events.SessionRevoked)) == 1


async def test_a_new_browser_is_told_of_and_a_known_one_is_not(stage: Stage) -> None:
    serve_for(Client("203.0.113.7", "Safari"))
    await stage.register()
    await stage.sign_in("grace@example.com", PASSWORD)
    assert await stage.said(events.SessionStartedOnNewDevice) == []
    serve_for(Client("198.51.100.9", "Firefox\x00"))
    await stage.sign_in("grace@example.com", PASSWORD)
    [told] = await stage.said(events.SessionStartedOnNewDevice)
    assert (told.device, told.client_address, told.recipient.email) == ("Firefox", "198.51.100.9", "grace@example.com")
