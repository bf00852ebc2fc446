"""Between the contract's claims and our own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from totetaxi.booking.v1 import claim_pb2 as contract

from booking.domain.claims import Claim, ClaimItem, ClaimStatus
from booking.messages import timestamp

STATUSES = {
    ClaimStatus.OPEN: contract.CLAIM_STATUS_OPEN,
    ClaimStatus.ACCEPTED: contract.CLAIM_STATUS_ACCEPTED,
    ClaimStatus.REJECTED: contract.CLAIM_STATUS_REJECTED,
}
STATUS_OF = {message: status for status, message in STATUSES.items()}


def items_of(items: Iterable[contract.ClaimItem]) -> tuple[ClaimItem, ...]:
    """What was damaged or lost."""
    return tuple(ClaimItem(item.description, item.amount_cents) for item in items)


def claim_message(claim: Claim) -> contract.Claim:
    """A claim as staff see it."""
    return contract.Claim(
        id=str(claim.id),
        booking_id=str(claim.booking_id),
        booking_number=claim.booking_number,
        status=STATUSES[claim.status],
        items=[contract.ClaimItem(**asdict(item)) for item in claim.items],
        wanted_cents=claim.wanted_cents,
        accepted_cents=claim.accepted_cents,
        reason=claim.reason,
        opened_at=timestamp(claim.opened_at),
        decided_at=timestamp(claim.decided_at) if claim.decided_at else None,
        refund_id=str(claim.refund_id or ""),
        refund_refusal=claim.refund_refusal,
    )
