"""Five wrong passwords lock a staff account, counted exactly, and nobody can tell which names exist."""

from __future__ import annotations

import asyncio
import statistics
import time
from typing import Any

import pytest
from chassis.refusal import Unavailable, UnknownCaller
from identity.__main__ import seed
from identity.settings import IdentitySettings
from identity_stage import DEMO_PASSWORD, PATIENT, Stage, replica_of, settings_for
from totetaxi.identity.v1 import events_pb2 as events
from totetaxi.identity.v1.session_service_pb2 import SignInStaffRequest

TRIES = 200


@pytest.fixture(autouse=True)
async def demo_staff(database: Any, settings: IdentitySettings) -> None:
    await seed(database, settings)


@pytest.fixture
def settings(make_database: Any) -> IdentitySettings:
    return settings_for(make_database("identity"), hashing_queue=TRIES)


async def outcome(stage: Stage, username: str, password: str) -> str:
    try:
        await stage.sessions.SignInStaff(SignInStaffRequest(username=username, password=password), PATIENT)
    except UnknownCaller as refused:
        return f"{refused.slug}: {refused.message}"
    return "signed in"


async def outcome_however_busy(stage: Stage, username: str, password: str) -> str:
    """Tries again when too many wait for a connection: such a try was neither answered nor counted."""
    while True:
        try:
            return await outcome(stage, username, password)
        except Unavailable:
            continue


async def test_two_hundred_wrong_passwords_at_once_lock_once_and_count_exactly(
    stage: Stage, settings: IdentitySettings, database: Any
) -> None:
    async with replica_of(settings) as other:
        stages = [stage, Stage(other, database)]
        tries = [outcome_however_busy(stages[number % 2], "staff1", f"wrong-{number}") for number in range(TRIES)]
        answers = set(await asyncio.gather(*tries))
    assert answers == {"sign_in_refused: The username or the password is not right."}
    assert await stage.asked("SELECT failures FROM sign_in_failure") == [(TRIES,)]
    [locked] = await stage.said(events.StaffAccountLocked)
    assert locked.recipient.email == "staff1@totetaxi.example"
    [(minutes,)] = await stage.asked(
        "SELECT round(extract(epoch FROM locked_until - last_failed_at) / 60) FROM sign_in_failure"
    )
    assert 29 <= minutes <= 30


async def test_the_right_password_is_no_help_while_locked_and_is_again_afterwards(stage: Stage) -> None:
    for _ in range(5):
        await outcome(stage, "staff1", "wrong-one")
    assert (await outcome(stage, "staff1", DEMO_PASSWORD)).startswith("sign_in_refused")
    async with stage.database.transaction() as connection:
        await connection.exec_driver_sql("UPDATE sign_in_failure SET locked_until = now() - interval '1 second'")
    assert await outcome(stage, "staff1", DEMO_PASSWORD) == "signed in"
    assert await stage.asked("SELECT count(*) FROM sign_in_failure") == [(0,)]


async def test_four_wrong_passwords_lock_nobody(stage: Stage) -> None:
    for _ in range(4):
        await outcome(stage, "staff1", "wrong-one")
    assert await outcome(stage, "STAFF1", DEMO_PASSWORD) == "signed in"


async def test_a_right_password_among_many_wrong_ones_that_came_first_is_refused(stage: Stage) -> None:
    wrong = [asyncio.create_task(outcome(stage, "staff1", "wrong-one")) for _ in range(40)]
    await asyncio.gather(*wrong[:20])
    assert (await outcome(stage, "staff1", DEMO_PASSWORD)).startswith("sign_in_refused")
    await asyncio.gather(*wrong)


async def test_names_that_there_are_not_lock_just_the_same(stage: Stage) -> None:
    for _ in range(6):
        await outcome(stage, "nobody", "wrong-one")
    assert await stage.asked("SELECT failures, locked_until IS NOT NULL FROM sign_in_failure") == [(6, True)]
    assert await stage.said(events.StaffAccountLocked) == []
    [(digest,)] = await stage.asked("SELECT name_digest FROM sign_in_failure")
    assert b"nobody" not in digest


@pytest.mark.parametrize("names", [("staff1", "nobody"), ("admin1", "")], ids=["known", "nonsense"])
async def test_a_wrong_password_and_an_unknown_name_take_the_same_time(stage: Stage, names: tuple[str, str]) -> None:
    known, unknown = names[0], names[1] or "x" * 200
    times: dict[str, list[float]] = {known: [], unknown: []}
    for _ in range(3):  # more answers where a busy machine blurs them; a hash left out would show in any number
        await time_answers(stage, times)
        medians = sorted(statistics.median(values) for values in times.values())
        if medians[1] - medians[0] < 0.2 * medians[0]:
            return
    pytest.fail(f"The medians of {known} and {unknown} differ: {medians} s.")


async def time_answers(stage: Stage, times: dict[str, list[float]]) -> None:
    """Adds 31 seconds-to-refuse to each name's, in turns."""
    for number in range(31):
        for name in sorted(times, reverse=bool(number % 2)):
            started = time.perf_counter()
            await outcome(stage, name, "wrong-one")
            times[name].append(time.perf_counter() - started)
