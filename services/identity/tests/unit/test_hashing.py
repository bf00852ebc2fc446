"""Hashing: bounded, off the event loop, and the same work for nobody's password."""

from __future__ import annotations

import asyncio

import pytest
from argon2 import PasswordHasher
from chassis.refusal import Unavailable
from identity.hashing import PasswordHashing


@pytest.fixture
def hashing() -> PasswordHashing:
    return PasswordHashing(threads=1, longest_queue=3)


async def test_a_hash_is_verified_and_no_other(hashing: PasswordHashing) -> None:
    kept = await hashing.hash("caf\u00e9 au lait")
    assert (await hashing.verify(kept, "caf\u00e9 au lait")).is_right
    assert (await hashing.verify(kept, "cafe\u0301 au lait")).is_right
    assert not (await hashing.verify(kept, "cafe au lait")).is_right


async def test_nobodys_password_is_wrong_whatever_it_is(hashing: PasswordHashing) -> None:
    assert not (await hashing.verify(None, "anything")).is_right
    assert not (await hashing.verify("no hash", "anything")).is_right


async def test_a_hash_of_other_parameters_is_outdated(hashing: PasswordHashing) -> None:
    weak = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1).hash("secret")
    verdict = await hashing.verify(weak, "secret")
    assert (verdict.is_right, verdict.is_outdated) == (True, True)


async def test_who_would_wait_too_long_is_sent_away_at_once(hashing: PasswordHashing) -> None:
    outcomes = await asyncio.gather(*(hashing.hash("secret") for _ in range(9)), return_exceptions=True)
    assert sum(isinstance(outcome, str) for outcome in outcomes) == 4
    assert sum(isinstance(outcome, Unavailable) for outcome in outcomes) == 5
    assert await hashing.hash("secret")


async def test_the_event_loop_goes_on_meanwhile(hashing: PasswordHashing) -> None:
    work = asyncio.create_task(hashing.hash("secret"))
    turns = 0
    while not work.done():
        await asyncio.sleep(0)
        turns += 1
    assert turns > 10
