"""What a customer may keep of the documents, handovers and claims of their bookings, as plain values."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from booking.domain.claims import Claim
from booking.domain.documents import Document
from booking.domain.handovers import Handover


def exported_document(document: Document) -> dict[str, Any]:
    """One document as its customer may keep it; the file itself is theirs to fetch in the customer area."""
    return {
        "kind": document.kind,
        "version": document.version,
        "status": document.status,
        "content_type": document.content_type,
        "size_bytes": document.size_bytes,
        "sha256": document.sha256,
        "note": document.note,
        "reason": document.reason,
        "valid_until": document.valid_until,
        "requested_at": document.requested_at,
        "submitted_at": document.submitted_at,
        "decided_at": document.decided_at,
    }


def exported_handover(handover: Handover) -> dict[str, Any]:
    """One end of a move as its customer may keep it."""
    return {
        "stage": handover.stage,
        "condition_notes": handover.condition_notes,
        "signed_by": handover.signed_by,
        "confirmed_by": handover.proof,
        "confirmed_at": handover.confirmed_at,
        "recorded_at": handover.recorded_at,
    }


def exported_claim(claim: Claim) -> dict[str, Any]:
    """One claim as its customer may keep it."""
    return {
        "status": claim.status,
        "items": [asdict(item) for item in claim.items],
        "wanted_cents": claim.wanted_cents,
        "accepted_cents": claim.accepted_cents,
        "reason": claim.reason,
        "opened_at": claim.opened_at,
        "decided_at": claim.decided_at,
    }
