"""Pickup and delivery: noted by the crew, confirmed by the customer's code or a signature, and shown in one PDF."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from booking.actions import Handler, export_customer, start_upload, submit_document
from booking.actions.find_proof import find_proof
from booking.actions.hand_over import (
    confirm_by_code,
    confirm_by_signature,
    issue_code,
    record_handover,
    show_handovers,
)
from booking.domain.documents import Document, DocumentStatus, Kind
from booking.domain.handovers import HandoverProof, Stage
from booking.domain.lifecycle import Status
from booking.papers import proof_pack_file
from booking_callers import GRACE, SOMEBODY_ELSE, STAFF, act_as_staff
from booking_stage import NOW, booked, outcomes, said
from chassis.database import Database
from chassis.refusal import Conflict, Invalid, NotAllowed, NotFound
from document_storage import PDF, Storage, photo, promise_of, send
from paper_reader import pictures_in, text_of
from totetaxi.booking.v1 import events_pb2 as events

OWNER = Handler(GRACE, f"customer:{GRACE}")
CREW = Handler(None, STAFF)
CODE = "042137"
NOTES = "One scratch on the left side of the dresser."


@pytest.fixture
async def booking_id(database: Database) -> UUID:
    """Grace's move, on its way."""
    act_as_staff()
    made = await booked(database, customer_id=GRACE, status=Status.IN_PROGRESS, expires_at=None)
    return UUID(made.booking.id)


async def with_code(database: Database, booking_id: UUID) -> None:
    await record_handover(database, booking_id, Stage.PICKUP, NOTES, "Grace Hopper", STAFF, NOW)
    await issue_code(database, booking_id, Stage.PICKUP, OWNER, CODE, NOW)


async def picture(database: Database, storage: Storage, booking_id: UUID, kind: Kind) -> Document:
    content = photo()
    document, link = await start_upload(
        database, storage.files, booking_id, kind, promise_of(content, "image/jpeg"), CREW, NOW
    )
    send(link, content)
    return await submit_document(database, storage.files, document.id, CREW, NOW)


async def test_the_code_that_the_customer_was_shown_confirms_and_fixes_what_was_noted(
    database: Database, booking_id: UUID
) -> None:
    await with_code(database, booking_id)
    fixed = await confirm_by_code(database, booking_id, Stage.PICKUP, CODE, STAFF, NOW)
    assert (fixed.proof, fixed.confirmed_at, fixed.code_hash) == (HandoverProof.CODE, NOW, "")
    assert await confirm_by_code(database, booking_id, Stage.PICKUP, "000000", STAFF, NOW) == fixed
    for change in (
        record_handover(database, booking_id, Stage.PICKUP, "All fine.", "", STAFF, NOW),
        issue_code(database, booking_id, Stage.PICKUP, OWNER, CODE, NOW),
    ):
        with pytest.raises(Conflict) as refused:
            await change
        assert refused.value.slug == "handover_confirmed"
    [shown] = await show_handovers(database, booking_id, OWNER, NOW)
    assert (shown.condition_notes, shown.signed_by) == (NOTES, "Grace Hopper")


@pytest.mark.race
async def test_five_wrong_codes_end_it_also_when_told_at_once(database: Database, booking_id: UUID) -> None:
    await with_code(database, booking_id)
    tries = [confirm_by_code(database, booking_id, Stage.PICKUP, f"{number:06d}", STAFF, NOW) for number in range(8)]
    answers = await outcomes(tries)
    assert sorted(type(answer).__name__ for answer in answers) == ["Conflict"] * 3 + ["Invalid"] * 5
    with pytest.raises(Conflict) as refused:
        await confirm_by_code(database, booking_id, Stage.PICKUP, CODE, STAFF, NOW)
    assert refused.value.slug == "no_handover_code"
    await issue_code(database, booking_id, Stage.PICKUP, OWNER, CODE, NOW)
    assert (await confirm_by_code(database, booking_id, Stage.PICKUP, CODE, STAFF, NOW)).confirmed_at


async def test_a_code_holds_half_an_hour_and_for_its_own_end_alone(database: Database, booking_id: UUID) -> None:
    await with_code(database, booking_id)
    with pytest.raises(Conflict):
        await confirm_by_code(database, booking_id, Stage.DELIVERY, CODE, STAFF, NOW)
    with pytest.raises(Conflict):
        await confirm_by_code(database, booking_id, Stage.PICKUP, CODE, STAFF, NOW + timedelta(minutes=30))


async def test_the_code_is_kept_as_a_hash_alone(database: Database, booking_id: UUID) -> None:
    await with_code(database, booking_id)
    [shown] = await show_handovers(database, booking_id, CREW, NOW)
    assert CODE not in repr(shown)


async def test_a_signature_confirms_once_it_was_sent(database: Database, storage: Storage, booking_id: UUID) -> None:
    with pytest.raises(Conflict) as refused:
        await confirm_by_signature(database, booking_id, Stage.DELIVERY, STAFF, NOW)
    assert refused.value.slug == "no_signature"
    signature = await picture(database, storage, booking_id, Kind.DELIVERY_SIGNATURE)
    assert signature.status is DocumentStatus.ACCEPTED
    fixed = await confirm_by_signature(database, booking_id, Stage.DELIVERY, STAFF, NOW)
    assert fixed.proof is HandoverProof.SIGNATURE
    assert await said(database, events.DocumentSubmitted) == []
    with pytest.raises(Conflict) as late:
        await picture(database, storage, booking_id, Kind.DELIVERY_PHOTO)
    assert late.value.slug == "handover_confirmed"


async def test_the_proof_pack_shows_notes_pictures_and_how_each_end_was_confirmed(
    database: Database, storage: Storage, booking_id: UUID
) -> None:
    with pytest.raises(Conflict) as refused:
        await find_proof(database, storage.files, booking_id, OWNER, NOW)
    assert refused.value.slug == "nothing_handed_over"
    for kind in (Kind.PICKUP_PHOTO, Kind.PICKUP_PHOTO, Kind.PICKUP_PHOTO, Kind.DELIVERY_SIGNATURE):
        await picture(database, storage, booking_id, kind)
    await with_code(database, booking_id)
    await confirm_by_code(database, booking_id, Stage.PICKUP, CODE, STAFF, NOW)
    await record_handover(database, booking_id, Stage.DELIVERY, "", "", STAFF, NOW)
    pack = await find_proof(database, storage.files, booking_id, OWNER, NOW)
    file = proof_pack_file(pack, "bookings@totetaxi.example")
    read = text_of(file)
    assert NOTES in read
    assert "Confirmed by Grace Hopper on June 1, 2027 at 10:00 AM, by the code" in read.replace("\n", " ")
    assert "Not confirmed by the customer." in read
    assert pictures_in(file) == 4


async def test_pictures_are_the_crews_alone_and_nothing_but_pictures(
    database: Database, storage: Storage, booking_id: UUID
) -> None:
    with pytest.raises(NotAllowed):
        await start_upload(
            database, storage.files, booking_id, Kind.PICKUP_PHOTO, promise_of(photo(), "image/jpeg"), OWNER, NOW
        )
    with pytest.raises(Invalid) as refused:
        await start_upload(database, storage.files, booking_id, Kind.PICKUP_PHOTO, promise_of(PDF), CREW, NOW)
    assert refused.value.slug == "not_a_picture"


async def test_there_are_twelve_pictures_of_an_end_at_most(
    database: Database, storage: Storage, booking_id: UUID
) -> None:
    promise = promise_of(photo(), "image/jpeg")
    for _ in range(12):
        await start_upload(database, storage.files, booking_id, Kind.PICKUP_PHOTO, promise, CREW, NOW)
    with pytest.raises(Conflict) as refused:
        await start_upload(database, storage.files, booking_id, Kind.PICKUP_PHOTO, promise, CREW, NOW)
    assert refused.value.slug == "too_many_photos"


async def test_somebody_else_finds_nothing_of_it(database: Database, storage: Storage, booking_id: UUID) -> None:
    await with_code(database, booking_id)
    eve = Handler(SOMEBODY_ELSE, "customer:eve")
    for attempt in (
        show_handovers(database, booking_id, eve, NOW),
        issue_code(database, booking_id, Stage.PICKUP, eve, CODE, NOW),
        find_proof(database, storage.files, booking_id, eve, NOW),
    ):
        with pytest.raises(NotFound):
            await attempt


async def test_nothing_is_handed_over_before_it_is_scheduled(database: Database) -> None:
    act_as_staff()
    made = (await booked(database, customer_id=GRACE)).booking
    with pytest.raises(Conflict) as refused:
        await record_handover(database, UUID(made.id), Stage.PICKUP, NOTES, "", STAFF, NOW)
    assert refused.value.slug == "nothing_to_hand_over"


async def test_a_customer_takes_home_what_was_noted(database: Database, booking_id: UUID) -> None:
    await with_code(database, booking_id)
    page, _ = await export_customer(database, GRACE, "")
    [end] = page["bookings"][0]["handovers"]
    assert (end["stage"], end["condition_notes"]) == ("pickup", NOTES)
    assert "code_hash" not in end
