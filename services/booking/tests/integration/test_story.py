"""The story of what belongs to a booking: documents, handovers, claims and tasks, in order, four questions in all."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from booking.actions import inspect_booking
from booking.domain.claims import Claim, ClaimItem, ClaimStatus
from booking.domain.documents import Document, DocumentStatus, Kind
from booking.domain.handovers import Handover, HandoverProof, Stage
from booking.domain.logistics import TaskKind, TaskStatus
from booking.domain.story import MOST_ENTRIES, StoryEntry, StoryKind, TaskStep, story_of
from booking.store import claims, documents, handovers
from booking_callers import STAFF, act_as_staff
from booking_stage import DAY, NOW
from chassis.database import Database
from chassis.identifiers import new_id
from counted import statements_of
from logistics_stage import a_driver, a_van, assign, paid, report, schedule

MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
async def staff() -> None:
    act_as_staff()


def certificate(booking_id: UUID) -> Document:
    asked = Document(new_id(), booking_id, Kind.CERTIFICATE, 1, DocumentStatus.ACCEPTED, "", NOW + MINUTE, "booking")
    sent = replace(asked, submitted_at=NOW + 2 * MINUTE, uploaded_by="customer:grace", content_type="application/pdf")
    return replace(sent, decided_at=NOW + 3 * MINUTE, decided_by=STAFF, valid_until=DAY)


def rejected_claim(booking_id: UUID) -> Claim:
    wanted = Claim(
        new_id(), booking_id, "TT-7QK2MB", ClaimStatus.REJECTED, (ClaimItem("lamp", 9_900),), 9_900, NOW + 6 * MINUTE
    )
    return replace(wanted, decided_at=NOW + 7 * MINUTE, decided_by=STAFF, reason="It was broken before.")


async def lines(database: Database, booking_id: UUID) -> list[tuple[str, str, str]]:
    """The story: to what, what, and by whom."""
    story = (await inspect_booking(database, booking_id, NOW, with_story=True)).story
    return [(each.kind.value, each.what, each.actor) for each in story]


async def test_everything_that_belongs_to_a_booking_is_told_in_order(database: Database) -> None:
    booking_id = await paid(database)
    handed = Handover(booking_id, Stage.PICKUP, NOW + 4 * MINUTE, STAFF, "a scratch on the left")
    signed = replace(handed, proof=HandoverProof.CODE, confirmed_at=NOW + 5 * MINUTE)
    async with database.transaction() as connection:
        await documents.add_document(connection, certificate(booking_id))
        await handovers.save_handover(connection, signed)
        await claims.add_claim(connection, rejected_claim(booking_id))
    assert await lines(database, booking_id) == [
        ("document", "Certificate of insurance 1 asked for", "booking"),
        ("document", "Certificate of insurance 1 sent", "customer:grace"),
        ("document", "Certificate of insurance 1 accepted until June 2, 2027", STAFF),
        ("handover", "Handover at pickup noted", STAFF),
        ("handover", "Handover at pickup confirmed by code", ""),
        ("claim", "Claim of $99.00 opened", ""),
        ("claim", "Claim rejected: It was broken before.", STAFF),
    ]


async def test_every_step_of_a_task_is_told_and_why_it_failed(database: Database) -> None:
    booking_id = await paid(database)
    task = (await schedule(database, booking_id))[TaskKind.PICKUP]
    await assign(database, task, await a_driver(database), await a_van(database))
    await report(database, task, TaskStatus.EN_ROUTE)
    await report(database, task, TaskStatus.FAILED, reason="nobody opened")
    told = [what for kind, what, _ in await lines(database, booking_id) if what.startswith("Pickup")]
    assert told == ["Pickup unassigned", "Pickup assigned", "Pickup en route", "Pickup failed: nobody opened"]


async def test_a_story_of_nothing_is_empty_and_told_only_to_whoever_asks(database: Database) -> None:
    booking_id = await paid(database)
    await schedule(database, booking_id)
    assert (await inspect_booking(database, booking_id, NOW)).story == ()
    assert await lines(database, await paid(database)) == []


async def test_however_much_there_is_it_is_one_question_each(database: Database) -> None:
    booking_id = await paid(database)
    await schedule(database, booking_id)
    asked = []
    for version in (1, 2):
        async with database.transaction() as connection:
            await documents.add_document(connection, replace(certificate(booking_id), version=version))
        with statements_of(database) as statements:
            await inspect_booking(database, booking_id, NOW, with_story=True)
        asked.append(len([each for each in statements if each.startswith("SELECT")]))
    assert asked == [6, 6]


def test_a_story_is_bounded_and_keeps_what_is_newest() -> None:
    steps = [TaskStep(new_id(), TaskKind.PICKUP, TaskStatus.ASSIGNED, NOW + each * MINUTE, "") for each in range(1_200)]
    story: list[StoryEntry] = story_of([], [], [], reversed(steps))
    assert len(story) == MOST_ENTRIES
    assert (story[-1].at, story[-1].kind) == (NOW + 1_199 * MINUTE, StoryKind.TASK)
