"""The door to documents, for customers, staff, and whoever proves a booking to be theirs; no rule lives here."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import grpc
from chassis.clock import Clock
from chassis.database import Database
from chassis.principal import current_principal
from totetaxi.booking.v1 import document_service_pb2 as messages
from totetaxi.booking.v1.document_service_pb2_grpc import DocumentServiceServicer

from booking import actions
from booking.document_messages import KIND_OF, document_message
from booking.domain.documents import Promise
from booking.domain.visibility import Proof
from booking.files import DOWNLOAD_SECONDS, UPLOAD_SECONDS, Files
from booking.list_messages import optional_day
from booking.messages import timestamp

Context = grpc.aio.ServicerContext[Any, Any]
NamesBooking = messages.ListDocumentsRequest | messages.StartUploadRequest
AsksWithProof = NamesBooking | messages.SubmitDocumentRequest


class DocumentApi(DocumentServiceServicer):
    """booking.v1.DocumentService."""

    def __init__(self, database: Database, files: Files, clock: Clock) -> None:
        self._database = database
        self._files = files
        self._clock = clock

    async def RequestDocument(  # noqa: N802 - named by the contract
        self, request: messages.RequestDocumentRequest, context: Context
    ) -> messages.RequestDocumentResponse:
        """Asks for one."""
        asked = await actions.request_document(
            self._database,
            UUID(request.booking_id),
            KIND_OF[request.kind],
            request.note,
            handler().actor,
            self._clock.now(),
        )
        return messages.RequestDocumentResponse(document=document_message(asked))

    async def StartUpload(  # noqa: N802 - named by the contract
        self, request: messages.StartUploadRequest, context: Context
    ) -> messages.StartUploadResponse:
        """A link to send it to."""
        now = self._clock.now()
        who = await self._who(request)
        document, link = await actions.start_upload(
            self._database,
            self._files,
            await self._which(request, who),
            KIND_OF[request.kind],
            Promise(request.content_type, request.size_bytes, request.sha256),
            who,
            now,
        )
        return messages.StartUploadResponse(
            document=document_message(document),
            upload_url=link.url,
            headers=[messages.UploadHeader(name=name, value=value) for name, value in link.headers.items()],
            expires_at=timestamp(now + timedelta(seconds=UPLOAD_SECONDS)),
        )

    async def SubmitDocument(  # noqa: N802 - named by the contract
        self, request: messages.SubmitDocumentRequest, context: Context
    ) -> messages.SubmitDocumentResponse:
        """Looks at what was sent."""
        who = await self._who(request)
        document = await actions.submit_document(
            self._database, self._files, UUID(request.document_id), who, self._clock.now()
        )
        return messages.SubmitDocumentResponse(document=document_message(document))

    async def AcceptDocument(  # noqa: N802 - named by the contract
        self, request: messages.AcceptDocumentRequest, context: Context
    ) -> messages.AcceptDocumentResponse:
        """Takes it."""
        until = optional_day(request.valid_until, "valid_until")
        taken = await actions.accept_document(
            self._database, UUID(request.document_id), until, handler().actor, self._clock.now()
        )
        return messages.AcceptDocumentResponse(document=document_message(taken))

    async def RejectDocument(  # noqa: N802 - named by the contract
        self, request: messages.RejectDocumentRequest, context: Context
    ) -> messages.RejectDocumentResponse:
        """Sends it back."""
        refused = await actions.reject_document(
            self._database, UUID(request.document_id), request.reason, handler().actor, self._clock.now()
        )
        return messages.RejectDocumentResponse(document=document_message(refused))

    async def ListDocuments(  # noqa: N802 - named by the contract
        self, request: messages.ListDocumentsRequest, context: Context
    ) -> messages.ListDocumentsResponse:
        """A booking's documents."""
        who = await self._who(request)
        booking_id = await self._which(request, who)
        shown = await actions.show_documents(self._database, booking_id, who, self._clock.now())
        return messages.ListDocumentsResponse(
            documents=[document_message(each) for each in shown.documents],
            needs_certificate=shown.needs_certificate,
            has_valid_certificate=shown.has_valid_certificate,
            upload_origin=await self._files.origin(),
        )

    async def GetDownloadLink(  # noqa: N802 - named by the contract
        self, request: messages.GetDownloadLinkRequest, context: Context
    ) -> messages.GetDownloadLinkResponse:
        """A link to fetch it by."""
        now = self._clock.now()
        url = await actions.download_link(self._database, self._files, UUID(request.document_id), handler(), now)
        return messages.GetDownloadLinkResponse(
            download_url=url, expires_at=timestamp(now + timedelta(seconds=DOWNLOAD_SECONDS))
        )

    async def _who(self, asked: AsksWithProof) -> actions.Handler:
        """By a number, whoever proves that booking to be theirs; else who they are. Raises NotFound, NotAllowed."""
        principal = current_principal()
        if principal.kind == "staff" or (principal.customer_id and not asked.booking_number):
            return handler()
        proof = Proof(asked.email, asked.guest_session)
        customer_id = UUID(principal.customer_id) if principal.customer_id else None
        asker = actions.Asker(None, asked.booking_number, proof, customer_id, is_staff=False)
        booking_id = await actions.prove(self._database, asker, self._clock.now())
        return actions.Handler(None, f"customer:{customer_id}" if customer_id else actions.GUEST, booking_id)

    async def _which(self, asked: NamesBooking, who: actions.Handler) -> UUID:
        """The booking by its id, or by the number that was given. Raises NotFound."""
        if asked.booking_id:
            return UUID(asked.booking_id)
        if who.booking_id:
            return who.booking_id
        return (await actions.booking_by_number(self._database, asked.booking_number, with_deleted=True)).id


def handler() -> actions.Handler:
    """Who calls: a customer, also by an API key of theirs, or staff."""
    principal = current_principal()
    if principal.kind == "staff":
        return actions.Handler(None, f"staff:{principal.id}")
    return actions.Handler(UUID(principal.customer_id), f"customer:{principal.customer_id}")
