"""Claims for damage: until when one may claim, how much can be given back, and that a claim is settled once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from chassis.clock import new_york_date
from chassis.money import format_dollars
from chassis.refusal import Conflict

from booking.domain.lifecycle import Status
from booking.domain.pickup import spoken_date

CLAIMABLE: Final = timedelta(days=14)
"""After the day (New York) on which the move was completed."""
MOST_CLAIMS: Final = 5
"""Of one booking, one after the other."""


class ClaimStatus(StrEnum):
    """Where a claim is."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class ClaimItem:
    """One thing that was damaged or lost, and the USD cents wanted for it."""

    description: str
    amount_cents: int


@dataclass(frozen=True, slots=True)
class Claim:
    """What a customer wants, and what they get."""

    id: UUID
    booking_id: UUID
    booking_number: str
    status: ClaimStatus
    items: tuple[ClaimItem, ...]
    wanted_cents: int
    opened_at: datetime
    accepted_cents: int = 0
    reason: str = ""
    decided_at: datetime | None = None
    decided_by: str = ""
    refund_due_at: datetime | None = None
    """When payments is to be asked for the refund; None when it need not be, or was."""
    refund_id: UUID | None = None
    refund_refusal: str = ""


def completed_at(moves: Iterable[tuple[Status, datetime]]) -> datetime | None:
    """When a move was done, from the states it came into and when."""
    return next((at for status, at in moves if status is Status.COMPLETED), None)


def must_be_claimable(done_at: datetime | None, now: datetime) -> None:
    """Raises Conflict unless the move was done at most 14 days ago."""
    if done_at is None:
        raise Conflict("not_completed_yet", "One can claim for damage once the move is completed.", "booking_id")
    last = new_york_date(done_at) + CLAIMABLE
    if new_york_date(now) > last:
        message = f"One could claim for damage until {spoken_date(last)}; please write to us."
        raise Conflict("claim_too_late", message, "booking_id")


def same_open_claim(known: Sequence[Claim], items: tuple[ClaimItem, ...]) -> Claim | None:
    """The claim that is open, when it is this one. Raises Conflict when it is another, or there were too many."""
    waiting = next((claim for claim in known if claim.status is ClaimStatus.OPEN), None)
    if waiting and waiting.items != items:
        raise Conflict("claim_open", "There is a claim already that waits for our staff.", "booking_id")
    if waiting is None and len(known) >= MOST_CLAIMS:
        raise Conflict("too_many_claims", "There were too many claims for this booking; please write to us.")
    return waiting


def accepted(claim: Claim, amount_cents: int, reason: str, actor: str, left_cents: int, now: datetime) -> Claim:
    """Gives back `amount_cents` of the `left_cents` that were paid and are not given back yet. Raises Conflict."""
    must_be_open(claim)
    if amount_cents > left_cents:
        message = f"At most {format_dollars(left_cents)} of this booking can still be given back."
        raise Conflict("more_than_was_paid", message, "amount_cents")
    return replace(
        claim,
        status=ClaimStatus.ACCEPTED,
        accepted_cents=amount_cents,
        reason=reason,
        decided_at=now,
        decided_by=actor,
        refund_due_at=now,
    )


def rejected(claim: Claim, reason: str, actor: str, now: datetime) -> Claim:
    """Gives nothing back. Raises Conflict."""
    must_be_open(claim)
    return replace(claim, status=ClaimStatus.REJECTED, reason=reason, decided_at=now, decided_by=actor)


def must_be_open(claim: Claim) -> None:
    """Raises Conflict: a claim is settled once."""
    if claim.status is not ClaimStatus.OPEN:
        raise Conflict("claim_settled", f"This claim is {claim.status} already.", "claim_id")


def left_to_give_cents(total_cents: int, refund_cents: int, known: Sequence[Claim]) -> int:
    """What was paid, less what cancellation and earlier claims give back."""
    return total_cents - refund_cents - sum(claim.accepted_cents for claim in known)
