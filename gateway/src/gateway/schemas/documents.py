"""The documents of bookings."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from gateway.schemas.members import CalendarDate, Sent, Text

DocumentKindWord = Literal[
    "certificate_of_insurance", "pickup_photo", "pickup_signature", "delivery_photo", "delivery_signature"
]
DocumentStatusWord = Literal["requested", "uploading", "submitted", "accepted", "rejected", "expired", "erased"]
ContentType = Literal["application/pdf", "image/jpeg", "image/png"]
MOST_BYTES = 20 * 1024 * 1024
SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


class Document(BaseModel):
    """One version of a document."""

    id: str
    booking_id: str
    kind: DocumentKindWord
    version: int
    status: DocumentStatusWord
    note: str = Field(description="What whoever asked for it wants")
    content_type: str = Field(description="Empty before an upload began")
    size_bytes: int
    reason: str = Field(description="Why it was sent back")
    valid_until: date | None
    requested_at: datetime
    submitted_at: datetime | None
    decided_at: datetime | None


class Documents(BaseModel):
    """A booking's documents, every version, newest first."""

    documents: list[Document]
    needs_certificate: bool = Field(description="Whether it can't be scheduled without a certificate of insurance")
    has_valid_certificate: bool


class NewUpload(Sent):
    """The file that is going to be sent: the link takes just this one."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "kind": "certificate_of_insurance",
                    "content_type": "application/pdf",
                    "size_bytes": 48213,
                    "sha256": SHA256,
                }
            ]
        }
    )

    kind: DocumentKindWord
    content_type: ContentType
    size_bytes: Annotated[int, Field(ge=1, le=MOST_BYTES, description="20 MB at most")]
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$", description="Of the file, hex")]


class Upload(BaseModel):
    """Where to send the file, with one request of just these headers."""

    method: Literal["PUT"] = "PUT"
    url: str
    headers: dict[str, str]
    expires_at: datetime


class UploadStarted(BaseModel):
    """The version that the file will be; submit it once the file is sent."""

    document: Document
    upload: Upload


class Download(BaseModel):
    """Where to fetch the file, for a minute."""

    url: str
    expires_at: datetime


class DocumentWanted(Sent):
    """What staff ask for."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"kind": "certificate_of_insurance", "note": "It must name 350 Fifth Ave Owners Corp."}]
        }
    )

    kind: DocumentKindWord
    note: Annotated[Text, Field(max_length=500, description="What it must say, for the customer")] = ""


class Acceptance(Sent):
    """Until when it holds."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"valid_until": "2027-12-31"}]})

    valid_until: CalendarDate | None = Field(None, description="Its last day; null means no end")


class Rejection(Sent):
    """What must be different."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"reason": "It names another building."}]})

    reason: Annotated[Text, Field(min_length=1, max_length=500, description="For the customer, in one sentence")]
