"""What happens at the same moment as a sign-in or a reset."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

from chassis.refusal import Invalid
from identity.access import Access
from identity.actions.prove_password import admit, prove
from identity.hashing import PasswordHashing, hash_of
from identity.settings import IdentitySettings
from identity.store.credentials import save_password
from identity_stage import PASSWORD, PATIENT, Stage
from totetaxi.identity.v1 import customer_service_pb2 as messages
from totetaxi.identity.v1 import events_pb2 as events

NEW_PASSWORD = "three-unrelated-words"


def access_of(stage: Stage, settings: IdentitySettings) -> Access:
    hashing = PasswordHashing(1, 10)
    return Access(stage.database, hashing, settings.access_terms(), settings.encryption_key())


async def test_a_password_that_is_replaced_while_it_is_compared_lets_nobody_in(
    stage: Stage, settings: IdentitySettings
) -> None:
    made = await stage.register()
    access = access_of(stage, settings)
    proof = await prove(access, "customer", "grace@example.com", PASSWORD)
    assert proof.verdict.is_right
    async with stage.database.transaction() as connection:
        assert proof.credential is not None
        await save_password(connection, "customer", proof.credential.account_id, hash_of(NEW_PASSWORD))
    async with stage.database.transaction() as connection:
        assert await admit(connection, proof, access.terms.customer_lock, datetime.now(UTC)) is None
    assert made.customer.id


async def test_an_account_that_is_closed_while_a_password_is_compared_lets_nobody_in(
    stage: Stage, settings: IdentitySettings
) -> None:
    await stage.register()
    access = access_of(stage, settings)
    proof = await prove(access, "customer", "grace@example.com", PASSWORD)
    async with stage.database.transaction() as connection:
        await connection.exec_driver_sql("UPDATE customer SET erasure_requested_at = now()")
    async with stage.database.transaction() as connection:
        assert await admit(connection, proof, access.terms.customer_lock, datetime.now(UTC)) is None


async def test_of_two_who_follow_one_reset_link_at_once_one_sets_the_password(stage: Stage, eventually: Any) -> None:
    await stage.register()
    asked = messages.RequestPasswordResetRequest(email="grace@example.com")
    await stage.customers.RequestPasswordReset(asked)

    async def mailed() -> list[Any]:
        return await stage.said(events.PasswordResetRequested)

    [wanted] = await eventually(mailed)
    passwords = [f"{NEW_PASSWORD}-{number}" for number in range(4)]
    requests = [messages.ResetPasswordRequest(token=wanted.token, new_password=each) for each in passwords]
    tries = (stage.customers.ResetPassword(request, PATIENT) for request in requests)
    outcomes = await asyncio.gather(*tries, return_exceptions=True)
    [winner] = [number for number, outcome in enumerate(outcomes) if not isinstance(outcome, Exception)]
    assert sum(isinstance(outcome, Invalid) for outcome in outcomes) == 3
    await stage.sign_in("grace@example.com", passwords[winner])
