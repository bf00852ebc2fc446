"""What a proof pack shows: both ends of a move, what was noted there, how it was confirmed, and the pictures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from chassis.clock import NEW_YORK

from booking.domain.address import Address
from booking.domain.handovers import Handover, HandoverProof, Stage
from booking.domain.papers import Visit
from booking.domain.pickup import spoken_date

PROOFS = {
    HandoverProof.CODE: "by the code that only the customer was shown",
    HandoverProof.SIGNATURE: "by the signature below",
}


@dataclass(frozen=True, slots=True)
class ProofPage:
    """One end."""

    handover: Handover
    photos: tuple[bytes, ...]
    """JPEG files."""
    signatures: tuple[bytes, ...]
    """One JPEG file, or none."""


@dataclass(frozen=True, slots=True)
class ProofPack:
    """Everything there is."""

    visit: Visit
    customer_name: str
    pages: tuple[ProofPage, ...]

    @property
    def made_at(self) -> datetime:
        """When the last of it was noted or confirmed."""
        return max(page.handover.confirmed_at or page.handover.recorded_at for page in self.pages)


def confirmation_of(handover: Handover) -> str:
    """One sentence: whether, how and when it was confirmed."""
    if handover.confirmed_at is None or handover.proof is None:
        return "Not confirmed by the customer."
    who = f" by {handover.signed_by}" if handover.signed_by else ""
    return f"Confirmed{who} on {spoken_moment(handover.confirmed_at)}, {PROOFS[handover.proof]}."


def spoken_moment(moment: datetime) -> str:
    """`June 2, 2027 at 9:05 AM`, New York time."""
    local = moment.astimezone(NEW_YORK)
    return f"{spoken_date(local.date())} at {(local.hour - 1) % 12 + 1}:{local:%M} {'AM' if local.hour < 12 else 'PM'}"


def place_of(pack: ProofPack, stage: Stage) -> Address:
    """Where it was."""
    return pack.visit.pickup if stage is Stage.PICKUP else pack.visit.delivery
