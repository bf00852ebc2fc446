"""What becomes of documents when their customer is forgotten, or takes everything home."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from booking.actions import (
    Handler,
    erase_customer,
    expire_unpaid,
    export_customer,
    remove_erased_files,
    start_upload,
    submit_document,
)
from booking.domain.documents import DocumentStatus, Kind
from booking.store import documents
from booking.store.privacy import Erasure
from booking_callers import GRACE
from booking_stage import NOW, booked
from chassis.database import Database
from chassis.identifiers import new_id
from document_storage import PDF, Storage, promise_of, send

OWNER = Handler(GRACE, f"customer:{GRACE}")
LATER = NOW + timedelta(hours=1)


async def with_a_document(database: Database, storage: Storage) -> UUID:
    """A booking of Grace's with a document that was submitted."""
    made = (await booked(database, customer_id=GRACE)).booking
    document, link = await start_upload(
        database, storage.files, UUID(made.id), Kind.CERTIFICATE, promise_of(PDF), OWNER, NOW
    )
    send(link, PDF)
    await submit_document(database, storage.files, document.id, OWNER, NOW)
    return document.id


async def test_a_forgotten_customers_files_go_and_what_is_left_names_nobody(
    database: Database, storage: Storage
) -> None:
    document_id = await with_a_document(database, storage)
    assert storage.stored() == {f"quarantine/{document_id}", f"documents/{document_id}"}
    await expire_unpaid(database, LATER, 10)
    async with database.transaction() as connection:
        await erase_customer(connection, Erasure(GRACE, new_id(), "", LATER), LATER)
    assert [await remove_erased_files(database, storage.files, LATER, 10) for _ in range(2)] == [1, 0]
    assert storage.stored() == set()
    async with database.reading() as connection:
        left = await documents.find_document(connection, document_id)
    assert (left.status, left.sha256, left.uploaded_by, left.note) == (DocumentStatus.ERASED, "", "", "")


async def test_somebody_elses_files_stay(database: Database, storage: Storage) -> None:
    document_id = await with_a_document(database, storage)
    async with database.transaction() as connection:
        await erase_customer(connection, Erasure(new_id(), new_id(), "", LATER), LATER)
    assert await remove_erased_files(database, storage.files, LATER, 10) == 0
    assert f"documents/{document_id}" in storage.stored()


async def test_a_customer_takes_home_what_we_keep_of_their_documents(database: Database, storage: Storage) -> None:
    await with_a_document(database, storage)
    page, _ = await export_customer(database, GRACE, "")
    [document] = page["bookings"][0]["documents"]
    assert (document["kind"], document["status"], document["size_bytes"]) == (
        "certificate_of_insurance",
        "submitted",
        len(PDF),
    )
