"""Claims on their way out, and what is sent on its way in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast
from uuid import UUID

from totetaxi.booking.v1 import claim_pb2 as contract
from totetaxi.booking.v1.claim_service_pb2 import OpenClaimRequest

from gateway.schemas import claims as schema
from gateway.views.words import instant, instant_or_none, numbers_of, words_of

STATUS_WORDS = words_of(contract.ClaimStatus.DESCRIPTOR)
STATUSES = numbers_of(contract.ClaimStatus.DESCRIPTOR)


def claim(sent: contract.Claim) -> schema.Claim:
    """One."""
    return schema.Claim(
        id=sent.id,
        booking_id=sent.booking_id,
        booking_number=sent.booking_number,
        status=cast("schema.ClaimStatusWord", STATUS_WORDS[sent.status]),
        items=[schema.ClaimItem(description=item.description, amount_cents=item.amount_cents) for item in sent.items],
        wanted_cents=sent.wanted_cents,
        accepted_cents=sent.accepted_cents,
        reason=sent.reason,
        opened_at=instant(sent.opened_at),
        decided_at=instant_or_none(sent, "decided_at"),
        refund_id=sent.refund_id or None,
        refund_refusal=sent.refund_refusal,
    )


def claims(found: Iterable[contract.Claim], next_cursor: str = "") -> schema.Claims:
    """A page."""
    return schema.Claims(claims=[claim(each) for each in found], next_cursor=next_cursor)


def new_claim(booking_id: UUID, sent: schema.NewClaim) -> OpenClaimRequest:
    """What is claimed."""
    items = [contract.ClaimItem(description=item.description, amount_cents=item.amount_cents) for item in sent.items]
    return OpenClaimRequest(booking_id=str(booking_id), items=items)


def status_of(word: schema.ClaimStatusWord | None) -> contract.ClaimStatus:
    """The status by its word; unspecified for none."""
    found = STATUSES[word] if word else contract.CLAIM_STATUS_UNSPECIFIED
    return cast("contract.ClaimStatus", found)
