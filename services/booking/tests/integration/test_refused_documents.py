"""Files that are not what they were said to be."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import httpx2
import pytest
from booking.actions import Handler, start_upload, submit_document
from booking.domain.documents import Kind
from booking_callers import GRACE
from booking_stage import NOW, booked, said
from chassis.database import Database
from chassis.refusal import Invalid
from document_storage import PDF, Storage, photo, promise_of
from totetaxi.booking.v1 import events_pb2 as events

OWNER = Handler(GRACE, f"customer:{GRACE}")


@pytest.fixture
async def booking_id(database: Database) -> UUID:
    """A booking of Grace's."""
    return UUID((await booked(database, customer_id=GRACE)).booking.id)


@pytest.mark.parametrize(
    ("promised", "content", "slug"),
    [
        (promise_of(PDF), PDF + b" ", "document_size_differs"),
        (promise_of(PDF), PDF.replace(b"certificate", b"CERTIFICATE"), "document_checksum_differs"),
        (promise_of(b"MZ\x90 a program"), b"MZ\x90 a program", "document_type_differs"),
        (promise_of(photo(kind="PNG"), "image/jpeg"), photo(kind="PNG"), "document_type_differs"),
        (promise_of(photo()[:60], "image/jpeg"), photo()[:60], "document_type_differs"),
    ],
    ids=["longer", "another", "a program", "PNG as JPEG", "half a JPEG"],
)
async def test_a_file_that_is_not_what_it_was_said_to_be_is_refused_and_never_kept(
    database: Database, storage: Storage, booking_id: UUID, promised: Any, content: bytes, slug: str
) -> None:
    document, link = await start_upload(database, storage.files, booking_id, Kind.CERTIFICATE, promised, OWNER, NOW)
    httpx2.put(link.url, content=content, headers={"Content-Type": promised.content_type}).raise_for_status()
    with pytest.raises(Invalid) as refused:
        await submit_document(database, storage.files, document.id, OWNER, NOW)
    assert refused.value.slug == slug
    assert storage.stored() == {f"quarantine/{document.id}"}
    assert await said(database, events.DocumentSubmitted) == []
