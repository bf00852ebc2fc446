"""Between the contract's documents and our own."""

from __future__ import annotations

from totetaxi.booking.v1 import document_pb2 as contract

from booking.domain.documents import Document, DocumentStatus, Kind
from booking.messages import timestamp

KINDS = {
    Kind.CERTIFICATE: contract.DOCUMENT_KIND_CERTIFICATE_OF_INSURANCE,
    Kind.PICKUP_PHOTO: contract.DOCUMENT_KIND_PICKUP_PHOTO,
    Kind.PICKUP_SIGNATURE: contract.DOCUMENT_KIND_PICKUP_SIGNATURE,
    Kind.DELIVERY_PHOTO: contract.DOCUMENT_KIND_DELIVERY_PHOTO,
    Kind.DELIVERY_SIGNATURE: contract.DOCUMENT_KIND_DELIVERY_SIGNATURE,
}
KIND_OF = {message: kind for kind, message in KINDS.items()}
STATUSES = {
    DocumentStatus.REQUESTED: contract.DOCUMENT_STATUS_REQUESTED,
    DocumentStatus.UPLOADING: contract.DOCUMENT_STATUS_UPLOADING,
    DocumentStatus.SUBMITTED: contract.DOCUMENT_STATUS_SUBMITTED,
    DocumentStatus.ACCEPTED: contract.DOCUMENT_STATUS_ACCEPTED,
    DocumentStatus.REJECTED: contract.DOCUMENT_STATUS_REJECTED,
    DocumentStatus.EXPIRED: contract.DOCUMENT_STATUS_EXPIRED,
    DocumentStatus.ERASED: contract.DOCUMENT_STATUS_ERASED,
}


def document_message(document: Document) -> contract.Document:
    """A document as its customer and staff see it."""
    return contract.Document(
        id=str(document.id),
        booking_id=str(document.booking_id),
        kind=KINDS[document.kind],
        version=document.version,
        status=STATUSES[document.status],
        note=document.note,
        content_type=document.content_type,
        size_bytes=document.size_bytes,
        reason=document.reason,
        valid_until=document.valid_until.isoformat() if document.valid_until else "",
        requested_at=timestamp(document.requested_at),
        submitted_at=timestamp(document.submitted_at) if document.submitted_at else None,
        decided_at=timestamp(document.decided_at) if document.decided_at else None,
    )
