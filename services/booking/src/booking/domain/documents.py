"""The documents of a booking: which there are, what may be sent, what staff decide, and what a move needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from chassis.refusal import Conflict, Invalid

from booking.domain.pickup import spoken_date


class Kind(StrEnum):
    """What a document is."""

    CERTIFICATE = "certificate_of_insurance"
    PICKUP_PHOTO = "pickup_photo"
    PICKUP_SIGNATURE = "pickup_signature"
    DELIVERY_PHOTO = "delivery_photo"
    DELIVERY_SIGNATURE = "delivery_signature"


class DocumentStatus(StrEnum):
    """Where a document is in its life."""

    REQUESTED = "requested"
    UPLOADING = "uploading"
    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    EXPIRED = "expired"
    ERASED = "erased"


OPEN: Final = frozenset({DocumentStatus.REQUESTED, DocumentStatus.UPLOADING})
"""No file of it was looked at yet."""
READABLE: Final = frozenset(
    {DocumentStatus.SUBMITTED, DocumentStatus.ACCEPTED, DocumentStatus.REJECTED, DocumentStatus.EXPIRED}
)
"""Its file was looked at and is kept."""

MOST_BYTES: Final = 20 * 1024 * 1024
MOST_DOCUMENTS: Final = 60
"""Of one booking, all kinds and versions."""
WARNED_BEFORE: Final = timedelta(days=14)
ENDINGS: Final = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}
"""Content types that are taken, and how such files end."""


@dataclass(frozen=True, slots=True)
class Document:
    """One version of a document."""

    id: UUID
    booking_id: UUID
    kind: Kind
    version: int
    status: DocumentStatus
    note: str
    requested_at: datetime
    requested_by: str
    content_type: str = ""
    size_bytes: int = 0
    sha256: str = ""
    """Hex, as promised; what is kept has it."""
    uploaded_by: str = ""
    submitted_at: datetime | None = None
    decided_at: datetime | None = None
    decided_by: str = ""
    reason: str = ""
    valid_until: date | None = None
    expiry_told_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """What somebody says about the file they are going to send."""

    content_type: str
    size_bytes: int
    sha256: str


def must_be_as_promised(document: Document, size_bytes: int, sha256: str, content_type: str) -> None:
    """Raises Invalid, saying what is different, unless the file that came is the one that was announced."""
    if size_bytes != document.size_bytes:
        message = f"The file has {size_bytes} bytes and not {document.size_bytes}; please send it again."
        raise Invalid("document_size_differs", message, "document_id")
    if sha256 != document.sha256:
        message = "The file is not the one that was announced: its checksum differs; please send it again."
        raise Invalid("document_checksum_differs", message, "document_id")
    if content_type != document.content_type:
        ending = ENDINGS[document.content_type].upper()
        message = f"The file is no {ending}; please send a PDF, JPEG or PNG as what it is."
        raise Invalid("document_type_differs", message, "document_id")


def must_wait_for_staff(document: Document) -> None:
    """Raises Conflict unless there is something to decide."""
    if document.status is not DocumentStatus.SUBMITTED:
        message = f"This document is {document.status}; only one that was submitted is accepted or sent back."
        raise Conflict("document_not_submitted", message, "document_id")


def must_be_readable(document: Document) -> None:
    """Raises Conflict while nobody has looked at the file, and once it is gone."""
    if document.status not in READABLE:
        message = f"This document is {document.status}; there is no file of it to fetch."
        raise Conflict("document_not_readable", message, "document_id")


def must_be_few(documents: Sequence[Document]) -> None:
    """Raises Conflict when a booking has as many documents as it can have."""
    if len(documents) >= MOST_DOCUMENTS:
        message = f"A booking has at most {MOST_DOCUMENTS} documents; please write to us."
        raise Conflict("too_many_documents", message, "booking_id")


def holds_on(document: Document, day: date) -> bool:
    """Whether it is accepted and has not ended by `day`."""
    return document.status is DocumentStatus.ACCEPTED and (document.valid_until is None or document.valid_until >= day)


def valid_certificate(documents: Sequence[Document], day: date) -> Document | None:
    """One that is accepted and holds on `day`."""
    return next((each for each in documents if each.kind is Kind.CERTIFICATE and holds_on(each, day)), None)


def must_have_certificate(documents: Sequence[Document], day: date, field: str) -> None:
    """Raises Conflict, saying where it stands, unless there is a certificate that holds on the day of the move."""
    if valid_certificate(documents, day):
        return
    certificates = [each for each in documents if each.kind is Kind.CERTIFICATE]
    message = (
        f"This booking needs a certificate of insurance that is accepted and holds on {spoken_date(day)}; "
        f"{standing_of(certificates[0] if certificates else None)}."
    )
    raise Conflict("certificate_needed", message, field)


def standing_of(newest: Document | None) -> str:
    """What is missing, as the end of a sentence."""
    if newest is None:
        return "it was not asked for yet"
    if newest.status is DocumentStatus.ACCEPTED and newest.valid_until:
        return f"the one there is ends on {spoken_date(newest.valid_until)}"
    return {
        DocumentStatus.SUBMITTED: "the one there is waits for our staff",
        DocumentStatus.REJECTED: "the one there was is sent back",
        DocumentStatus.EXPIRED: "the one there was has ended",
    }.get(newest.status, "it was asked for and did not come yet")


def file_name_of(document: Document, booking_number: str) -> str:
    """As somebody downloads it."""
    return f"{booking_number}-{document.kind.replace('_', '-')}-{document.version}.{ENDINGS[document.content_type]}"
