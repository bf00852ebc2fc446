"""The facts of a proof pack, and its pictures, fetched one after the other outside of any transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from chassis.audit import record_act
from chassis.database import Database
from chassis.refusal import Conflict
from totetaxi.booking.v1.events_pb2 import AuditRecorded

from booking.actions.find_papers import visit_of
from booking.actions.upload_document import Handler, theirs
from booking.domain.documents import Document
from booking.domain.handovers import PHOTO_OF, SIGNATURE_OF, Handover, of_kind
from booking.domain.proof import ProofPack, ProofPage
from booking.files import Files
from booking.papers import small_picture
from booking.store import bookings, documents, handovers


async def find_proof(database: Database, files: Files, booking_id: UUID, handler: Handler, now: datetime) -> ProofPack:
    """Both ends, as far as they were noted. Raises NotFound, Conflict when nothing was handed over, Unavailable."""
    async with database.transaction() as connection:
        record = theirs(bookings.must_exist(await bookings.find_booking(connection, booking_id)), handler)
        noted = await handovers.list_handovers(connection, [booking_id])
        kept = await documents.list_documents(connection, booking_id)
        if handler.is_staff:
            await record_act(connection, AuditRecorded, "booking.proof_pack_viewed", ("booking", booking_id), now)
    if not noted:
        raise Conflict("nothing_handed_over", "Nothing was handed over yet.", "booking_id")
    pages = [await page_of(files, each, kept) for each in noted]
    return ProofPack(visit_of(record), record.contact.full_name, tuple(pages))


async def page_of(files: Files, handover: Handover, kept: Sequence[Document]) -> ProofPage:
    """One end with its pictures."""
    photos = await pictures_of(files, of_kind(kept, PHOTO_OF[handover.stage]))
    signatures = await pictures_of(files, of_kind(kept, SIGNATURE_OF[handover.stage])[-1:])
    return ProofPage(handover, photos, signatures)


async def pictures_of(files: Files, pictures: Sequence[Document]) -> tuple[bytes, ...]:
    """Pictures as a page needs them; one whose file is gone is left out."""
    found = []
    for each in pictures:
        content = await files.fetch(each.id)
        if content is not None:
            found.append(await asyncio.to_thread(small_picture, content))
    return tuple(found)
