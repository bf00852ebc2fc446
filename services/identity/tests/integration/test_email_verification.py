"""Verifying an email: the mailed link proves it, once and for one address."""

from __future__ import annotations

import pytest
from chassis.refusal import Invalid
from identity_stage import Stage
from totetaxi.identity.v1 import customer_service_pb2 as customers
from totetaxi.identity.v1 import events_pb2 as events


async def link_of(stage: Stage) -> str:
    return (await stage.said(events.CustomerVerificationRequested))[-1].token


async def test_following_the_link_proves_the_email_and_says_so_once(stage: Stage) -> None:
    made = await stage.register()
    for _ in range(2):
        answer = await stage.customers.VerifyEmail(customers.VerifyEmailRequest(token=await link_of(stage)))
        assert answer.email == "grace@example.com"
    [verified] = await stage.said(events.CustomerEmailVerified)
    assert (verified.customer_id, verified.email) == (made.customer.id, "grace@example.com")
    with stage.acting(made.session.principal.token):
        profile = await stage.customers.GetProfile(customers.GetProfileRequest())
    assert profile.customer.is_email_verified


async def test_a_link_that_is_over_or_unknown_is_refused(stage: Stage) -> None:
    await stage.register()
    async with stage.database.transaction() as connection:
        await connection.exec_driver_sql("UPDATE mailed_link SET expires_at = now() - interval '1 second'")
    for token in (await link_of(stage), "x" * 43):
        with pytest.raises(Invalid) as refused:
            await stage.customers.VerifyEmail(customers.VerifyEmailRequest(token=token))
        assert refused.value.slug == "link_over"


async def test_the_link_is_mailed_again_but_not_within_a_minute(stage: Stage) -> None:
    made = await stage.register()
    with stage.acting(made.session.principal.token):
        await stage.customers.ResendVerification(customers.ResendVerificationRequest())
        assert len(await stage.said(events.CustomerVerificationRequested)) == 1
        async with stage.database.transaction() as connection:
            await connection.exec_driver_sql("UPDATE mailed_link SET created_at = now() - interval '2 minutes'")
        first = await link_of(stage)
        await stage.customers.ResendVerification(customers.ResendVerificationRequest())
        assert len(await stage.said(events.CustomerVerificationRequested)) == 2
    with pytest.raises(Invalid):
        await stage.customers.VerifyEmail(customers.VerifyEmailRequest(token=first))


async def test_links_are_kept_as_digests(stage: Stage) -> None:
    await stage.register()
    token = await link_of(stage)
    assert await stage.asked("SELECT FROM mailed_link WHERE token_digest = :token", token=token.encode()) == []
    assert await stage.asked("SELECT count(*) FROM mailed_link") == [(1,)]
