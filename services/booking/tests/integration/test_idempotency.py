"""The same key gives the same answer, and never a second booking."""

from __future__ import annotations

from datetime import timedelta

import pytest
from booking.actions import forget_answers, place_booking
from booking.store.idempotency import Claim
from booking_stage import NOW, TERMS, booked, count, outcomes, places_used, record, said
from chassis.database import Database
from chassis.refusal import Conflict, Invalid
from totetaxi.booking.v1.booking_service_pb2 import CreateGuestBookingResponse
from totetaxi.booking.v1.events_pb2 import BookingCreated

CLAIM = Claim("guest:ada", "key-1", b"one body")


async def test_the_same_key_gives_the_same_answer_marked_as_replayed(database: Database) -> None:
    first = await booked(database, CLAIM)
    second = await booked(database, CLAIM)
    assert second.booking == first.booking
    assert (first.is_replayed, second.is_replayed) == (False, True)
    assert await count(database, "booking") == 1


@pytest.mark.race
async def test_thirty_at_once_with_one_key_make_one_booking(database: Database) -> None:
    results = await outcomes([booked(database, CLAIM) for _ in range(30)])
    answers = [result for result in results if isinstance(result, CreateGuestBookingResponse)]
    others = [result.slug for result in results if isinstance(result, Conflict)]
    assert len(answers) + len(others) == 30
    assert set(others) <= {"idempotency_key_in_flight"}
    assert {answer.booking.id for answer in answers} == {answers[0].booking.id}
    assert [answer.is_replayed for answer in answers].count(False) == 1
    assert await count(database, "booking") == 1
    assert await places_used(database) == 1
    assert len(await said(database, BookingCreated)) == 1


async def test_another_body_under_the_same_key_is_refused(database: Database) -> None:
    await booked(database, CLAIM)
    with pytest.raises(Invalid) as refused:
        await booked(database, Claim(CLAIM.scope, CLAIM.key, b"another body"))
    assert refused.value.slug == "idempotency_key_reused"


async def test_the_same_key_of_somebody_else_is_another_key(database: Database) -> None:
    first = await booked(database, CLAIM)
    second = await booked(database, Claim("guest:eve", CLAIM.key, b"another body"))
    assert first.booking.id != second.booking.id


async def test_a_refused_first_try_is_refused_again_although_there_is_a_place_by_then(database: Database) -> None:
    for _ in range(TERMS.usual.places):
        await booked(database)
    with pytest.raises(Conflict) as first:
        await booked(database, CLAIM)
    async with database.transaction() as connection:
        await connection.exec_driver_sql("UPDATE capacity SET used = 0")
    with pytest.raises(Conflict) as second:
        await booked(database, CLAIM)
    assert (second.value.slug, second.value.message) == ("sold_out", first.value.message)
    assert second.value.faults == first.value.faults


async def test_a_crash_before_the_commit_forgets_the_key_with_the_booking(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        await place_booking(database, record(), CLAIM, TERMS, NOW, new_number=lambda: str(1 // 0))
    assert await count(database, "idempotency") == 0
    assert not (await booked(database, CLAIM)).is_replayed


async def test_old_keys_are_forgotten_and_young_ones_kept(database: Database) -> None:
    await booked(database, CLAIM)
    assert await forget_answers(database, NOW, 10) == 0
    assert await forget_answers(database, NOW + timedelta(seconds=1), 10) == 1
    assert await count(database, "idempotency") == 0
