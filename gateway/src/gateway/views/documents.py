"""Documents on their way out, and what is sent on its way in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import cast

from totetaxi.booking.v1 import document_pb2 as contract
from totetaxi.booking.v1 import document_service_pb2 as service

from gateway.schemas import documents as schema
from gateway.views.words import instant, instant_or_none, numbers_of, words_of

KIND_WORDS = words_of(contract.DocumentKind.DESCRIPTOR)
KINDS = numbers_of(contract.DocumentKind.DESCRIPTOR)
STATUS_WORDS = words_of(contract.DocumentStatus.DESCRIPTOR)


def document(sent: contract.Document) -> schema.Document:
    """One version."""
    return schema.Document(
        id=sent.id,
        booking_id=sent.booking_id,
        kind=cast("schema.DocumentKindWord", KIND_WORDS[sent.kind]),
        version=sent.version,
        status=cast("schema.DocumentStatusWord", STATUS_WORDS[sent.status]),
        note=sent.note,
        content_type=sent.content_type,
        size_bytes=sent.size_bytes,
        reason=sent.reason,
        valid_until=date.fromisoformat(sent.valid_until) if sent.valid_until else None,
        requested_at=instant(sent.requested_at),
        submitted_at=instant_or_none(sent, "submitted_at"),
        decided_at=instant_or_none(sent, "decided_at"),
    )


def documents(answer: service.ListDocumentsResponse) -> schema.Documents:
    """A booking's."""
    return schema.Documents(
        documents=[document(each) for each in answer.documents],
        needs_certificate=answer.needs_certificate,
        has_valid_certificate=answer.has_valid_certificate,
    )


def kind_of(word: schema.DocumentKindWord) -> contract.DocumentKind:
    """The kind by its word."""
    return cast("contract.DocumentKind", KINDS[word])


def new_upload(booking: Mapping[str, str], sent: schema.NewUpload) -> service.StartUploadRequest:
    """The file that is announced for the booking with this id, or with this number and proof."""
    return service.StartUploadRequest(
        **booking,
        kind=kind_of(sent.kind),
        content_type=sent.content_type,
        size_bytes=sent.size_bytes,
        sha256=sent.sha256,
    )


def upload_started(answer: service.StartUploadResponse) -> schema.UploadStarted:
    """Where to send it."""
    return schema.UploadStarted(
        document=document(answer.document),
        upload=schema.Upload(
            url=answer.upload_url,
            headers={header.name: header.value for header in answer.headers},
            expires_at=instant(answer.expires_at),
        ),
    )


def download(answer: service.GetDownloadLinkResponse) -> schema.Download:
    """Where to fetch it."""
    return schema.Download(url=answer.download_url, expires_at=instant(answer.expires_at))
