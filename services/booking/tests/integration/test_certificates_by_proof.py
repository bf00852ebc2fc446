"""Whoever proves to have booked sends the certificate of insurance, sees the certificates, and nothing else."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from booking.actions import reject_document, take_payment
from booking.document_api import DocumentApi
from booking.domain.documents import Kind
from booking.files import UploadLink
from booking_callers import SOMEBODY_ELSE, STAFF, act_as_staff
from booking_stage import DAY, NOW, booked, payment_of, said
from chassis.clock import Clock
from chassis.database import Database
from chassis.principal import Principal, serve_as
from chassis.refusal import NotAllowed, NotFound
from document_storage import PDF, Storage, promise_of, send
from totetaxi.booking.v1 import document_pb2 as contract
from totetaxi.booking.v1 import document_service_pb2 as messages
from totetaxi.booking.v1 import events_pb2 as events
from totetaxi.pricing.v1.catalog_pb2 import SERVICE_TYPE_MINI_MOVE
from totetaxi.pricing.v1.price_pb2 import PriceRequest

COI = PriceRequest(service_type=SERVICE_TYPE_MINI_MOVE, pickup_date=DAY.isoformat(), coi_required=True)
CERTIFICATE = contract.DOCUMENT_KIND_CERTIFICATE_OF_INSURANCE
PROOF = {"email": "ADA@example.com"}
ANYBODY: Any = None
"""The doors look at no context."""


@pytest.fixture
async def booking(database: Database) -> Any:
    """A guest's paid booking, which needs a certificate."""
    act_as_staff()
    made = (await booked(database, request=COI)).booking
    async with database.transaction() as connection:
        await take_payment(connection, payment_of(made.id), NOW)
    serve_as(Principal("anonymous", "", "", frozenset(), 0))
    return made


@pytest.fixture
def door(database: Database, storage: Storage) -> DocumentApi:
    return DocumentApi(database, storage.files, Clock())


def upload(number: str, kind: Any = CERTIFICATE, **proof: str) -> messages.StartUploadRequest:
    promise = promise_of(PDF)
    return messages.StartUploadRequest(
        booking_number=number,
        kind=kind,
        content_type=promise.content_type,
        size_bytes=promise.size_bytes,
        sha256=promise.sha256,
        **proof,
    )


async def put(started: messages.StartUploadResponse) -> None:
    send(UploadLink(started.upload_url, {each.name: each.value for each in started.headers}), PDF)


async def test_a_guest_sends_it_and_sees_how_it_stands(
    database: Database, storage: Storage, door: DocumentApi, booking: Any
) -> None:
    number = booking.booking_number
    started = await door.StartUpload(upload(number.lower(), **PROOF), ANYBODY)
    await put(started)
    submitting = messages.SubmitDocumentRequest(document_id=started.document.id, booking_number=number, **PROOF)
    assert (await door.SubmitDocument(submitting, ANYBODY)).document.status == contract.DOCUMENT_STATUS_SUBMITTED
    await reject_document(database, UUID(started.document.id), "It names another building.", STAFF, NOW)
    listed = await door.ListDocuments(messages.ListDocumentsRequest(booking_number=number, **PROOF), ANYBODY)
    assert [(each.status, each.reason) for each in listed.documents] == [
        (contract.DOCUMENT_STATUS_REJECTED, "It names another building.")
    ]
    assert (listed.needs_certificate, listed.has_valid_certificate) == (True, False)
    assert started.upload_url.startswith(f"{listed.upload_origin}/")
    assert len(await said(database, events.DocumentSubmitted)) == 1


async def test_without_the_proof_nobody_sends_or_sees_anything(
    storage: Storage, door: DocumentApi, booking: Any
) -> None:
    number = booking.booking_number
    started = await door.StartUpload(upload(number, **PROOF), ANYBODY)
    await put(started)
    by_id = {"document_id": started.document.id}
    for proof in ({}, {"email": "eve@example.com"}, {"guest_session": "00" * 32}):
        for attempt in (
            lambda proof=proof: door.StartUpload(upload(number, **proof), ANYBODY),
            lambda proof=proof: door.ListDocuments(
                messages.ListDocumentsRequest(booking_number=number, **proof), ANYBODY
            ),
            lambda proof=proof: door.SubmitDocument(
                messages.SubmitDocumentRequest(**by_id, booking_number=number, **proof), ANYBODY
            ),
        ):
            with pytest.raises(NotAllowed):
                await attempt()
    for nameless in (
        lambda: door.ListDocuments(messages.ListDocumentsRequest(booking_id=booking.id, **PROOF), ANYBODY),
        lambda: door.SubmitDocument(messages.SubmitDocumentRequest(**by_id, **PROOF), ANYBODY),
    ):
        with pytest.raises(NotFound, match="number"):
            await nameless()


async def test_the_proof_of_one_booking_opens_no_other_document(
    database: Database, storage: Storage, door: DocumentApi, booking: Any
) -> None:
    act_as_staff()
    other = (await booked(database, customer_id=SOMEBODY_ELSE, request=COI)).booking
    started = await door.StartUpload(upload(other.booking_number), ANYBODY)
    await put(started)
    serve_as(Principal("anonymous", "", "", frozenset(), 0))
    asked = messages.SubmitDocumentRequest(
        document_id=started.document.id, booking_number=booking.booking_number, **PROOF
    )
    with pytest.raises(NotFound):
        await door.SubmitDocument(asked, ANYBODY)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.CERTIFICATE])
async def test_what_the_crew_sends_is_not_for_guests(
    storage: Storage, door: DocumentApi, booking: Any, kind: Kind
) -> None:
    wanted = contract.DocumentKind.Value(f"DOCUMENT_KIND_{kind.name}")
    with pytest.raises(NotAllowed, match="our crew"):
        await door.StartUpload(upload(booking.booking_number, wanted, **PROOF), ANYBODY)
