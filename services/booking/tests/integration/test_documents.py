"""The life of a certificate of insurance: asked for, sent to S3, looked at, decided, and needed before scheduling."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import httpx2
import pytest
from booking.actions import (
    Change,
    Handler,
    accept_document,
    download_link,
    expire_document,
    reject_document,
    request_document,
    show_documents,
    start_upload,
    submit_document,
    take_payment,
    update_booking,
)
from booking.domain.documents import Document, DocumentStatus, Kind
from booking.domain.lifecycle import Status
from booking.files import Files
from booking_callers import GRACE, SOMEBODY_ELSE, STAFF, act_as_staff
from booking_stage import DAY, NOW, booked, outcomes, payment_of, said
from chassis.database import Database
from chassis.refusal import Conflict, NotFound, Unavailable
from document_storage import PDF, Storage, promise_of, send, settings_for
from totetaxi.booking.v1 import events_pb2 as events
from totetaxi.pricing.v1.catalog_pb2 import SERVICE_TYPE_MINI_MOVE
from totetaxi.pricing.v1.price_pb2 import PriceRequest

OWNER = Handler(GRACE, f"customer:{GRACE}")
CREW = Handler(None, STAFF)
COI = PriceRequest(service_type=SERVICE_TYPE_MINI_MOVE, pickup_date=DAY.isoformat(), coi_required=True)


@pytest.fixture
async def booking_id(database: Database) -> UUID:
    """Grace's paid booking, which needs a certificate."""
    act_as_staff()
    made = (await booked(database, customer_id=GRACE, request=COI)).booking
    async with database.transaction() as connection:
        await take_payment(connection, payment_of(made.id), NOW)
    return UUID(made.id)


async def sent(
    database: Database, storage: Storage, booking_id: UUID, content: bytes = PDF, kind: str = "application/pdf"
) -> Document:
    """Announced and sent, and not yet looked at."""
    document, link = await start_upload(
        database, storage.files, booking_id, Kind.CERTIFICATE, promise_of(content, kind), OWNER, NOW
    )
    send(link, content)
    return document


async def submitted(database: Database, storage: Storage, booking_id: UUID) -> Document:
    document = await sent(database, storage, booking_id)
    return await submit_document(database, storage.files, document.id, OWNER, NOW)


def scheduling(booking_id: UUID) -> Change:
    return Change(booking_id, Status.SCHEDULED, None, "", 0, STAFF)


async def test_a_paid_booking_that_needs_a_certificate_asks_for_it_once(database: Database, booking_id: UUID) -> None:
    [event] = await said(database, events.DocumentRequested)
    assert event.document.booking_id == str(booking_id)
    again = await request_document(database, booking_id, Kind.CERTIFICATE, "again", STAFF, NOW)
    assert (str(again.id), again.version) == (event.document.id, 1)
    assert len(await said(database, events.DocumentRequested)) == 1


async def test_a_booking_that_needs_none_asks_for_none_and_can_be_scheduled(database: Database) -> None:
    act_as_staff()
    made = (await booked(database)).booking
    async with database.transaction() as connection:
        await take_payment(connection, payment_of(made.id), NOW)
    assert await said(database, events.DocumentRequested) == []
    assert (await update_booking(database, scheduling(UUID(made.id)), NOW)).status is Status.SCHEDULED


async def test_it_cannot_be_scheduled_until_its_certificate_is_accepted(
    database: Database, storage: Storage, booking_id: UUID
) -> None:
    async def refusal() -> str:
        with pytest.raises(Conflict) as refused:
            await update_booking(database, scheduling(booking_id), NOW)
        assert refused.value.slug == "certificate_needed"
        return refused.value.message

    assert (await refusal()).endswith("holds on June 2, 2027; it was asked for and did not come yet.")
    document = await submitted(database, storage, booking_id)
    assert (await refusal()).endswith("the one there is waits for our staff.")
    await reject_document(database, document.id, "It names another building.", STAFF, NOW)
    assert (await refusal()).endswith("the one there was is sent back.")
    second = await submitted(database, storage, booking_id)
    await accept_document(database, second.id, DAY - timedelta(days=1), STAFF, NOW)
    assert (await refusal()).endswith("the one there is ends on June 1, 2027.")
    third = await submitted(database, storage, booking_id)
    await accept_document(database, third.id, DAY, STAFF, NOW)
    assert (await update_booking(database, scheduling(booking_id), NOW)).status is Status.SCHEDULED
    assert [second.version, third.version] == [2, 3]


async def test_the_link_is_signed_for_just_the_type_size_and_checksum_that_were_announced(
    database: Database, storage: Storage, booking_id: UUID
) -> None:
    _, link = await start_upload(database, storage.files, booking_id, Kind.CERTIFICATE, promise_of(PDF), OWNER, NOW)
    query = parse_qs(urlsplit(link.url).query)
    assert set(query["X-Amz-SignedHeaders"][0].split(";")) >= {
        "content-type",
        "content-length",
        "host",
        "x-amz-checksum-sha256",
    }
    assert query["X-Amz-Expires"] == ["900"]
    assert set(link.headers) == {"Content-Type", "Content-Length", "x-amz-checksum-sha256"}


async def test_what_was_looked_at_is_what_is_kept_whatever_is_sent_later(
    database: Database, storage: Storage, booking_id: UUID
) -> None:
    document, link = await start_upload(
        database, storage.files, booking_id, Kind.CERTIFICATE, promise_of(PDF), OWNER, NOW
    )
    send(link, PDF)
    with pytest.raises(Conflict) as refused:
        await download_link(database, storage.files, document.id, OWNER, NOW)
    assert refused.value.slug == "document_not_readable"
    await submit_document(database, storage.files, document.id, OWNER, NOW)
    httpx2.put(link.url, content=b"<script>", headers={"Content-Type": "text/html"})
    url = await download_link(database, storage.files, document.id, OWNER, NOW)
    fetched = httpx2.get(url)
    assert fetched.content == PDF
    assert "certificate-of-insurance-1.pdf" in fetched.headers["content-disposition"]
    assert parse_qs(urlsplit(url).query)["X-Amz-Expires"] == ["60"]


@pytest.mark.race
async def test_submitting_twice_and_at_once_is_submitting_once(
    database: Database, storage: Storage, booking_id: UUID
) -> None:
    document = await sent(database, storage, booking_id)
    tries = [submit_document(database, storage.files, document.id, OWNER, NOW) for _ in range(5)]
    assert {answer.status for answer in await outcomes(tries)} == {DocumentStatus.SUBMITTED}
    assert len(await said(database, events.DocumentSubmitted)) == 1


async def test_nothing_is_submitted_before_something_was_sent(
    database: Database, storage: Storage, booking_id: UUID
) -> None:
    document, _ = await start_upload(database, storage.files, booking_id, Kind.CERTIFICATE, promise_of(PDF), OWNER, NOW)
    with pytest.raises(Conflict) as refused:
        await submit_document(database, storage.files, document.id, OWNER, NOW)
    assert refused.value.slug == "document_not_sent"


async def test_somebody_elses_documents_do_not_exist(database: Database, storage: Storage, booking_id: UUID) -> None:
    document = await submitted(database, storage, booking_id)
    eve = Handler(SOMEBODY_ELSE, "customer:eve")
    tries: list[Callable[[], Any]] = [
        lambda: show_documents(database, booking_id, eve, NOW),
        lambda: start_upload(database, storage.files, booking_id, Kind.CERTIFICATE, promise_of(PDF), eve, NOW),
        lambda: submit_document(database, storage.files, document.id, eve, NOW),
        lambda: download_link(database, storage.files, document.id, eve, NOW),
    ]
    for attempt in tries:
        with pytest.raises(NotFound):
            await attempt()


async def test_only_what_was_submitted_is_decided_and_deciding_twice_is_deciding_once(
    database: Database, storage: Storage, booking_id: UUID
) -> None:
    [asked] = (await show_documents(database, booking_id, CREW, NOW)).documents
    with pytest.raises(Conflict) as refused:
        await accept_document(database, asked.id, None, STAFF, NOW)
    assert refused.value.slug == "document_not_submitted"
    document = await submitted(database, storage, booking_id)
    for _ in range(2):
        await accept_document(database, document.id, DAY, STAFF, NOW)
    with pytest.raises(Conflict):
        await reject_document(database, document.id, "No.", STAFF, NOW)
    [event] = await said(database, events.DocumentAccepted)
    assert (event.document.valid_until, event.booking.contact.email) == (DAY.isoformat(), "ada@example.com")
    shown = await show_documents(database, booking_id, OWNER, NOW)
    assert (shown.needs_certificate, shown.has_valid_certificate) == (True, True)
    acts = [event.act.action for event in await said(database, events.AuditRecorded)]
    assert acts == ["document_list.viewed", "document.accepted"]


async def test_a_certificate_that_runs_out_is_told_once_and_then_ends(
    database: Database, storage: Storage, booking_id: UUID
) -> None:
    document = await submitted(database, storage, booking_id)
    last = DAY + timedelta(days=20)
    await accept_document(database, document.id, last, STAFF, NOW)
    assert await expire_document(database, NOW) == 0
    soon = NOW + timedelta(days=10)
    assert [await expire_document(database, soon) for _ in range(2)] == [1, 0]
    [event] = await said(database, events.DocumentExpiring)
    assert event.document.valid_until == last.isoformat()
    after = NOW + timedelta(days=23)
    assert [await expire_document(database, after) for _ in range(2)] == [1, 0]
    [ended] = (await show_documents(database, booking_id, OWNER, after)).documents
    assert ended.status is DocumentStatus.EXPIRED
    assert len(await said(database, events.DocumentExpiring)) == 1


async def test_a_storage_that_is_away_is_said_so_and_nothing_is_lost(
    database: Database, storage: Storage, booking_id: UUID
) -> None:
    document = await sent(database, storage, booking_id)
    away = Files(settings_for("http://127.0.0.1:1", aws_seconds="0.2"))
    with pytest.raises(Unavailable) as refused:
        await submit_document(database, away, document.id, OWNER, NOW)
    assert refused.value.slug == "documents_unavailable"
    kept = await submit_document(database, storage.files, document.id, OWNER, NOW)
    assert replace(kept, submitted_at=None, status=DocumentStatus.UPLOADING) == document
