"""Documents over REST: announced, sent elsewhere, submitted, decided."""

from __future__ import annotations

from typing import Any

import pytest
from contract_messages import BOOKING_ID, NOON, timestamp
from totetaxi.booking.v1 import document_pb2 as contract
from totetaxi.booking.v1 import document_service_pb2 as service

DOCUMENT_ID = "01998f0e-5d1c-7c59-9f43-0d7f6f0f2d0c"
SHA256 = "ab" * 32
FILE = {
    "kind": "certificate_of_insurance",
    "content_type": "application/pdf",
    "size_bytes": 1000,
    "sha256": SHA256,
}


def document(status: Any = contract.DOCUMENT_STATUS_SUBMITTED, **changes: Any) -> contract.Document:
    return contract.Document(
        id=DOCUMENT_ID,
        booking_id=BOOKING_ID,
        kind=contract.DOCUMENT_KIND_CERTIFICATE_OF_INSURANCE,
        version=1,
        status=status,
        requested_at=timestamp(NOON),
        **changes,
    )


@pytest.fixture(autouse=True)
def documents(network: Any) -> None:
    network.answers |= {
        "ListDocuments": lambda _: service.ListDocumentsResponse(documents=[document()], needs_certificate=True),
        "StartUpload": lambda _: service.StartUploadResponse(
            document=document(contract.DOCUMENT_STATUS_UPLOADING),
            upload_url="https://bucket.example/quarantine/1",
            headers=[service.UploadHeader(name="Content-Type", value="application/pdf")],
            expires_at=timestamp(NOON),
        ),
        "SubmitDocument": lambda _: service.SubmitDocumentResponse(document=document()),
        "GetDownloadLink": lambda _: service.GetDownloadLinkResponse(
            download_url="https://bucket.example/documents/1", expires_at=timestamp(NOON)
        ),
        "RequestDocument": lambda _: service.RequestDocumentResponse(
            document=document(contract.DOCUMENT_STATUS_REQUESTED)
        ),
        "AcceptDocument": lambda request: service.AcceptDocumentResponse(
            document=document(contract.DOCUMENT_STATUS_ACCEPTED, valid_until=request.valid_until)
        ),
        "RejectDocument": lambda request: service.RejectDocumentResponse(
            document=document(contract.DOCUMENT_STATUS_REJECTED, reason=request.reason)
        ),
    }


async def test_a_customer_announces_a_file_sends_it_elsewhere_and_submits_it(customer: Any, network: Any) -> None:
    started = await customer.post(f"/api/customer/bookings/{BOOKING_ID}/documents/", json=FILE)
    assert started.status_code == 201
    assert started.json()["upload"] == {
        "method": "PUT",
        "url": "https://bucket.example/quarantine/1",
        "headers": {"Content-Type": "application/pdf"},
        "expires_at": "2027-06-01T12:00:00Z",
    }
    asked = network.asked("StartUpload")[0].request
    assert (asked.booking_id, asked.size_bytes, asked.sha256) == (BOOKING_ID, 1000, SHA256)
    submitted = await customer.post(f"/api/customer/documents/{DOCUMENT_ID}/submit/")
    assert submitted.json()["status"] == "submitted"


async def test_a_customer_sees_and_fetches_theirs(customer: Any) -> None:
    listed = (await customer.get(f"/api/customer/bookings/{BOOKING_ID}/documents/")).json()
    assert (listed["needs_certificate"], listed["has_valid_certificate"]) == (True, False)
    assert listed["documents"][0]["kind"] == "certificate_of_insurance"
    fetched = await customer.get(f"/api/customer/documents/{DOCUMENT_ID}/download/")
    assert fetched.json()["url"] == "https://bucket.example/documents/1"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"content_type": "image/gif"}, "content_type"),
        ({"size_bytes": 20 * 1024 * 1024 + 1}, "size_bytes"),
        ({"sha256": "nonsense"}, "sha256"),
        ({"kind": "passport"}, "kind"),
    ],
)
async def test_what_is_not_taken_is_refused_by_name(customer: Any, wrong: dict[str, Any], field: str) -> None:
    refused = await customer.post(f"/api/customer/bookings/{BOOKING_ID}/documents/", json=FILE | wrong)
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (400, field)


async def test_staff_ask_accept_and_send_back(staff: Any, network: Any) -> None:
    asked = await staff.post(
        f"/api/staff/bookings/{BOOKING_ID}/documents/request/",
        json={"kind": "certificate_of_insurance", "note": "For the doorman."},
    )
    assert (asked.status_code, network.asked("RequestDocument")[0].request.note) == (200, "For the doorman.")
    accepted = await staff.post(f"/api/staff/documents/{DOCUMENT_ID}/accept/", json={"valid_until": "2027-12-31"})
    assert accepted.json()["valid_until"] == "2027-12-31"
    assert (await staff.post(f"/api/staff/documents/{DOCUMENT_ID}/accept/", json={})).json()["valid_until"] is None
    rejected = await staff.post(f"/api/staff/documents/{DOCUMENT_ID}/reject/", json={"reason": "Blurred."})
    assert (rejected.json()["status"], rejected.json()["reason"]) == ("rejected", "Blurred.")
