"""The certificate of insurance, by a booking's number: how it stands on the page, and sending it with a proof."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import pytest
from booking_page_answers import UPLOADS, nothing_to_tell
from chassis.refusal import NotAllowed
from contract_messages import BOOKING_ID, NOON, found, timestamp
from gateway.views.certificates import certificate
from totetaxi.booking.v1 import booking_pb2, document_pb2, document_service_pb2

PAGE, API = "/booking/TT-7QK2MB/", "/api/public/booking-status/TT-7QK2MB/documents/"
OWNER = {"email": "ada@example.com"}
PROOF = {"Booking-Email": "ada%40example.com"}
UPLOAD = {
    "kind": "certificate_of_insurance",
    "content_type": "application/pdf",
    "size_bytes": 7,
    "sha256": sha256(b"%PDF-1.").hexdigest(),
}


def version(status: str, **members: Any) -> document_pb2.Document:
    return document_pb2.Document(
        id=BOOKING_ID,
        booking_id=BOOKING_ID,
        kind=document_pb2.DOCUMENT_KIND_CERTIFICATE_OF_INSURANCE,
        version=1,
        status=f"DOCUMENT_STATUS_{status.upper()}",
        requested_at=timestamp(NOON),
        **members,
    )


def listed(*versions: document_pb2.Document, valid: bool = False, needed: bool = True) -> Any:
    return document_service_pb2.ListDocumentsResponse(
        documents=versions, needs_certificate=needed, has_valid_certificate=valid, upload_origin=UPLOADS
    )


@pytest.fixture
def booking_service(network: Any) -> Any:
    """A paid booking whose certificate was sent back; the proof is the email."""

    def must_be_proven(asked: Any) -> None:
        if asked.email != OWNER["email"]:
            raise NotAllowed("proof_needed", "Please give the email this booking was made with.", "email")

    def look(asked: Any) -> Any:
        answer = found(masked=asked.email != OWNER["email"])
        answer.booking.status = booking_pb2.BOOKING_STATUS_PAID
        return answer

    def show(asked: Any) -> Any:
        must_be_proven(asked)
        return listed(version("rejected", reason="It names <another> building."))

    def start(asked: Any) -> Any:
        must_be_proven(asked)
        return document_service_pb2.StartUploadResponse(
            document=version("uploading"), upload_url=f"{UPLOADS}/quarantine/1", expires_at=timestamp(NOON)
        )

    def submit(asked: Any) -> Any:
        must_be_proven(asked)
        return document_service_pb2.SubmitDocumentResponse(document=version("submitted"))

    nothing_to_tell(network)
    network.answers |= {
        "GetBookingByNumber": look,
        "ListDocuments": show,
        "StartUpload": start,
        "SubmitDocument": submit,
    }
    return network


@pytest.mark.parametrize(
    ("answer", "standing", "is_wanted"),
    [
        (listed(), "Still missing", True),
        (listed(version("requested", note="It must name us.")), "Still missing", True),
        (listed(version("uploading")), "Still missing", True),
        (listed(version("erased")), "Still missing", True),
        (listed(version("submitted")), "Being checked", False),
        (listed(version("rejected", reason="No.")), "Needs a change", True),
        (listed(version("accepted", valid_until="2027-01-01")), "Ends too early", True),
        (listed(version("expired", valid_until="2027-01-01")), "Ends too early", True),
        (listed(version("accepted", valid_until="2027-12-31"), valid=True), "Accepted", False),
        (listed(version("requested"), needed=False), "Still missing", True),
    ],
)
def test_every_standing_has_its_words(answer: Any, standing: str, is_wanted: bool) -> None:
    shown = certificate(answer)
    assert shown is not None
    assert (shown.standing, shown.is_wanted) == (standing, is_wanted)


def test_nothing_is_said_where_none_is_wanted_and_an_end_is_said_where_there_is_one() -> None:
    assert certificate(listed(needed=False)) is None
    accepted = certificate(listed(version("accepted", valid_until="2027-12-31"), valid=True))
    assert accepted is not None
    assert accepted.explanation.endswith("It is good until December 31, 2027.")


async def test_the_page_says_why_it_came_back_and_lets_the_script_send_another(
    booking_service: Any, client: Any
) -> None:
    answer = await client.post(PAGE, data=OWNER)
    assert "Needs a change" in answer.text
    assert "It names &lt;another&gt; building." in answer.text
    assert 'accept="application/pdf,image/jpeg,image/png"' in answer.text
    assert answer.headers["content-security-policy"].endswith(f"connect-src 'self' {UPLOADS}")


async def test_whoever_sees_the_booking_masked_sees_nothing_of_it(booking_service: Any, client: Any) -> None:
    answer = await client.get(PAGE)
    assert "Certificate" not in answer.text
    assert answer.headers["content-security-policy"].endswith("connect-src 'self'")
    assert booking_service.asked("ListDocuments") == []


async def test_with_the_proof_it_is_announced_submitted_and_listed(booking_service: Any, client: Any) -> None:
    started = await client.post(API, json=UPLOAD, headers=PROOF)
    assert (started.status_code, started.json()["upload"]["url"]) == (201, f"{UPLOADS}/quarantine/1")
    submitted = await client.post(f"{API}{BOOKING_ID}/submit/", headers=PROOF)
    assert submitted.json()["status"] == "submitted"
    assert (await client.get(API, headers=PROOF)).json()["documents"][0]["status"] == "rejected"
    for method in ("StartUpload", "SubmitDocument", "ListDocuments"):
        asked = booking_service.asked(method)[0].request
        assert (asked.booking_number, asked.email) == ("TT-7QK2MB", "ada@example.com")


@pytest.mark.parametrize("headers", [{}, {"Booking-Email": "eve%40example.com"}])
async def test_without_the_proof_nothing_is_sent_or_seen(
    booking_service: Any, client: Any, headers: dict[str, str]
) -> None:
    answers = [
        await client.post(API, json=UPLOAD, headers=headers),
        await client.post(f"{API}{BOOKING_ID}/submit/", headers=headers),
        await client.get(API, headers=headers),
    ]
    assert {(answer.status_code, answer.json()["code"]) for answer in answers} == {(403, "proof_needed")}


async def test_no_other_sites_page_sends_anything(booking_service: Any, client: Any) -> None:
    answer = await client.post(API, json=UPLOAD, headers=PROOF | {"Sec-Fetch-Site": "cross-site"})
    assert (answer.status_code, answer.json()["code"]) == (403, "cross_site")


@pytest.mark.parametrize(
    "wrong", [{"size_bytes": 20 * 1024 * 1024 + 1}, {"size_bytes": 0}, {"content_type": "text/html"}, {"sha256": "x"}]
)
async def test_what_is_too_large_or_of_another_type_is_refused_before_anything_is_sent(
    booking_service: Any, client: Any, wrong: dict[str, Any]
) -> None:
    answer = await client.post(API, json=UPLOAD | wrong, headers=PROOF)
    assert answer.status_code == 400
    assert booking_service.asked("StartUpload") == []
