"""The documents of bookings: customers send and see theirs, guests by proof, staff ask for them and decide."""

from __future__ import annotations

from enum import Enum
from http import HTTPStatus
from urllib.parse import unquote
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from totetaxi.booking.v1 import document_service_pb2 as service

from gateway.acting import act_as_customer, act_as_staff, from_our_own_pages
from gateway.dependencies import Around, act_as_visitor, limited
from gateway.patience import EXPORT_SECONDS, patiently
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.routes.booking_papers import EmailHeader, number_and_proof
from gateway.schemas import documents as schema
from gateway.views import documents as view

TAGS: list[str | Enum] = ["documents"]

customer_router = APIRouter(prefix="/api/customer", tags=TAGS, dependencies=[Depends(act_as_customer)])
staff_router = APIRouter(prefix="/api/staff", tags=TAGS, dependencies=[Depends(act_as_staff)])
public_router = APIRouter(
    prefix="/api/public/booking-status/{booking_number}/documents",
    tags=TAGS,
    dependencies=[Depends(from_our_own_pages), Depends(act_as_visitor), Depends(limited("lookups"))],
)

LOOK = refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.NOT_FOUND)
CHANGE = refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT)

PUBLIC_LOOK = refusals(HTTPStatus.BAD_REQUEST, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.TOO_MANY_REQUESTS)
PUBLIC_CHANGE = PUBLIC_LOOK | refusals(HTTPStatus.CONFLICT)


@public_router.get("/", summary="The certificates of a booking, by its number", responses=PUBLIC_LOOK)
async def list_certificates(
    booking_number: str, request: Request, around: Around, email: EmailHeader = ""
) -> schema.Documents:
    """For whoever proves it by its email, or by the cookie that made it within the last 24 hours; newest first."""
    proof = number_and_proof(booking_number, unquote(email), request, around)
    return view.documents(await around.upstreams.documents.ListDocuments(service.ListDocumentsRequest(**proof)))


@public_router.post(
    "/", status_code=HTTPStatus.CREATED, summary="Send a certificate, by booking number", responses=PUBLIC_CHANGE
)
async def start_upload_by_number(
    booking_number: str, sent: schema.NewUpload, request: Request, around: Around, email: EmailHeader = ""
) -> schema.UploadStarted:
    """First announce the file, then PUT it to `upload.url` with `upload.headers`, then submit the document."""
    proof = number_and_proof(booking_number, unquote(email), request, around)
    return view.upload_started(await around.upstreams.documents.StartUpload(view.new_upload(proof, sent)))


@public_router.post("/{document_id}/submit/", summary="A certificate is sent", responses=PUBLIC_CHANGE)
async def submit_certificate(
    booking_number: str, document_id: UUID, request: Request, around: Around, email: EmailHeader = ""
) -> schema.Document:
    """Looks at the file: its size, its checksum and what it really is."""
    proof = number_and_proof(booking_number, unquote(email), request, around)
    asked = service.SubmitDocumentRequest(document_id=str(document_id), **proof)
    answer = await patiently(around.upstreams.documents.SubmitDocument, asked, EXPORT_SECONDS)
    return view.document(answer.document)


@staff_router.get("/bookings/{booking_id}/documents/", summary="The documents of a booking", responses=LOOK)
@customer_router.get("/bookings/{booking_id}/documents/", summary="The documents of my booking", responses=LOOK)
async def list_documents(booking_id: UUID, around: Around) -> schema.Documents:
    """Every version, newest first."""
    asked = service.ListDocumentsRequest(booking_id=str(booking_id))
    return view.documents(await around.upstreams.documents.ListDocuments(asked))


@staff_router.post(
    "/bookings/{booking_id}/documents/",
    status_code=HTTPStatus.CREATED,
    summary="Send a document for a booking",
    responses=CHANGE,
)
@customer_router.post(
    "/bookings/{booking_id}/documents/",
    status_code=HTTPStatus.CREATED,
    summary="Send a document for my booking",
    responses=CHANGE,
)
async def start_upload(booking_id: UUID, sent: schema.NewUpload, around: Around) -> schema.UploadStarted:
    """First announce the file, then PUT it to `upload.url` with `upload.headers`, then submit the document."""
    answer = await around.upstreams.documents.StartUpload(view.new_upload({"booking_id": str(booking_id)}, sent))
    return view.upload_started(answer)


@staff_router.post("/documents/{document_id}/submit/", summary="A document is sent", responses=CHANGE)
@customer_router.post("/documents/{document_id}/submit/", summary="My document is sent", responses=CHANGE)
async def submit_document(document_id: UUID, around: Around) -> schema.Document:
    """Looks at the file: its size, its checksum and what it really is."""
    asked = service.SubmitDocumentRequest(document_id=str(document_id))
    answer = await patiently(around.upstreams.documents.SubmitDocument, asked, EXPORT_SECONDS)
    return view.document(answer.document)


@staff_router.get("/documents/{document_id}/download/", summary="Fetch a document", responses=CHANGE)
@customer_router.get("/documents/{document_id}/download/", summary="Fetch a document of mine", responses=CHANGE)
async def get_download_link(document_id: UUID, around: Around) -> schema.Download:
    """A link that holds for a minute; whoever has it may fetch the file."""
    asked = service.GetDownloadLinkRequest(document_id=str(document_id))
    return view.download(await around.upstreams.documents.GetDownloadLink(asked))


@staff_router.post("/bookings/{booking_id}/documents/request/", summary="Ask for a document", responses=CHANGE)
async def request_document(booking_id: UUID, sent: schema.DocumentWanted, around: Around) -> schema.Document:
    """The customer is told; what is asked for already is not asked for twice."""
    asked = service.RequestDocumentRequest(booking_id=str(booking_id), kind=view.kind_of(sent.kind), note=sent.note)
    return view.document((await around.upstreams.documents.RequestDocument(asked)).document)


@staff_router.post("/documents/{document_id}/accept/", summary="Take a document", responses=CHANGE)
async def accept_document(document_id: UUID, sent: schema.Acceptance, around: Around) -> schema.Document:
    """Until its last day, or for good."""
    until = sent.valid_until.isoformat() if sent.valid_until else ""
    asked = service.AcceptDocumentRequest(document_id=str(document_id), valid_until=until)
    return view.document((await around.upstreams.documents.AcceptDocument(asked)).document)


@staff_router.post("/documents/{document_id}/reject/", summary="Send a document back", responses=CHANGE)
async def reject_document(document_id: UUID, sent: schema.Rejection, around: Around) -> schema.Document:
    """The customer reads the reason."""
    asked = service.RejectDocumentRequest(document_id=str(document_id), reason=sent.reason)
    return view.document((await around.upstreams.documents.RejectDocument(asked)).document)
