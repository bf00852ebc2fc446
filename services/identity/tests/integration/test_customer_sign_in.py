"""Customers sign in: whatever is wrong, the answer is the same."""

from __future__ import annotations

import pytest
from argon2 import PasswordHasher
from chassis.refusal import UnknownCaller
from identity_stage import PASSWORD, Stage
from totetaxi.identity.v1 import events_pb2 as events


async def refusal_of(stage: Stage, email: str, password: str) -> tuple[str, str]:
    with pytest.raises(UnknownCaller) as refused:
        await stage.sign_in(email, password)
    return refused.value.slug, refused.value.message


@pytest.mark.parametrize("spelling", ["grace@example.com", " Grace@EXAMPLE.com ", "GRACE@example.COM"])
async def test_the_case_of_an_email_does_not_matter(stage: Stage, spelling: str) -> None:
    made = await stage.register("grace@example.com")
    assert (await stage.sign_in(spelling, PASSWORD)).customer.id == made.customer.id


async def test_a_wrong_password_an_unknown_email_and_nonsense_get_one_answer(stage: Stage) -> None:
    await stage.register("grace@example.com")
    answers = [
        await refusal_of(stage, "grace@example.com", "nope-nope-1"),
        await refusal_of(stage, "nobody@example.com", PASSWORD),
        await refusal_of(stage, "no address\x00 at all", "\x00"),
    ]
    assert set(answers) == {("sign_in_refused", "The email or the password is not right.")}


async def test_signing_in_ends_the_session_that_the_browser_came_with(stage: Stage) -> None:
    made = await stage.register()
    again = await stage.sign_in("grace@example.com", PASSWORD, previous=made.session.token)
    assert again.session.token != made.session.token
    assert again.session.csrf_binding != made.session.csrf_binding
    with pytest.raises(UnknownCaller):
        await stage.resolve(made.session.token)
    assert (await stage.resolve(again.session.token)).account.id == made.customer.id


async def test_too_many_wrong_passwords_lock_a_customer_for_a_while(stage: Stage) -> None:
    await stage.register()
    for _ in range(10):
        await refusal_of(stage, "grace@example.com", "nope-nope-1")
    assert (await refusal_of(stage, "grace@example.com", PASSWORD))[0] == "sign_in_refused"
    async with stage.database.transaction() as connection:
        await connection.exec_driver_sql("UPDATE sign_in_failure SET locked_until = now() - interval '1 second'")
    assert (await stage.sign_in("grace@example.com", PASSWORD)).session.token


async def test_the_right_password_forgets_wrong_ones(stage: Stage) -> None:
    await stage.register()
    for _ in range(2):
        for _ in range(9):
            await refusal_of(stage, "grace@example.com", "nope-nope-1")
        await stage.sign_in("grace@example.com", PASSWORD)
    assert await stage.asked("SELECT count(*) FROM sign_in_failure") == [(0,)]


async def test_a_hash_of_weaker_parameters_is_replaced_at_sign_in(stage: Stage) -> None:
    await stage.register()
    weak = PasswordHasher(time_cost=1, memory_cost=8 * 1024, parallelism=1).hash(PASSWORD)
    async with stage.database.transaction() as connection:
        await connection.exec_driver_sql("UPDATE customer SET password_hash = %s", (weak,))
    await stage.sign_in("grace@example.com", PASSWORD)
    [(kept,)] = await stage.asked("SELECT password_hash FROM customer")
    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    await stage.sign_in("grace@example.com", PASSWORD)


async def test_a_customer_who_asked_to_be_forgotten_is_let_in_no_more(stage: Stage) -> None:
    made = await stage.register()
    async with stage.database.transaction() as connection:
        await connection.exec_driver_sql("UPDATE customer SET erasure_requested_at = now()")
    assert (await refusal_of(stage, "grace@example.com", PASSWORD))[0] == "sign_in_refused"
    with pytest.raises(UnknownCaller):
        await stage.resolve(made.session.token)
    assert len(await stage.said(events.CustomerRegistered)) == 1
