"""Handing things over: the condition the crew notes, and how the customer confirms it; then nobody changes it."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from chassis.refusal import Conflict, Invalid

from booking.domain.documents import Document, DocumentStatus, Kind
from booking.domain.lifecycle import Status, spoken

CODE_LASTS: Final = timedelta(minutes=30)
MOST_TRIES: Final = 5
MOST_PHOTOS: Final = 12
"""At each end."""
TAKING_PLACE: Final = frozenset({Status.SCHEDULED, Status.IN_PROGRESS, Status.COMPLETED})


class Stage(StrEnum):
    """Which end of the move, in order."""

    PICKUP = "pickup"
    DELIVERY = "delivery"


PHOTO_OF: Final = {Stage.PICKUP: Kind.PICKUP_PHOTO, Stage.DELIVERY: Kind.DELIVERY_PHOTO}
SIGNATURE_OF: Final = {Stage.PICKUP: Kind.PICKUP_SIGNATURE, Stage.DELIVERY: Kind.DELIVERY_SIGNATURE}
STAGE_OF: Final = {kind: stage for kinds in (PHOTO_OF, SIGNATURE_OF) for stage, kind in kinds.items()}
"""The kinds of documents that only the crew sends, and which end they show."""


class HandoverProof(StrEnum):
    """How it was confirmed."""

    CODE = "code"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Handover:
    """One end of a move."""

    booking_id: UUID
    stage: Stage
    recorded_at: datetime
    recorded_by: str
    condition_notes: str = ""
    signed_by: str = ""
    """Who handed over or took in, as they said."""
    code_hash: str = ""
    """Of the code that holds; empty without one."""
    code_expires_at: datetime | None = None
    code_tries: int = 0
    proof: HandoverProof | None = None
    confirmed_at: datetime | None = None


def new_code() -> str:
    """Six digits, all equally likely."""
    return f"{secrets.randbelow(1_000_000):06d}"


def hash_of(handover: Handover, code: str) -> str:
    """What is kept of a code: it holds for minutes and five tries, so that its few digits suffice."""
    return hashlib.sha256(f"{handover.booking_id}\n{handover.stage}\n{code}".encode()).hexdigest()


def with_code(handover: Handover, code: str, now: datetime) -> Handover:
    """Lets `code` confirm it from now on, and no earlier one. Raises Conflict once it is confirmed."""
    must_be_open(handover)
    return replace(handover, code_hash=hash_of(handover, code), code_expires_at=now + CODE_LASTS, code_tries=0)


def recorded(handover: Handover, notes: str, signed_by: str, actor: str, now: datetime) -> Handover:
    """With other words. Raises Conflict once it is confirmed."""
    must_be_open(handover)
    return replace(handover, condition_notes=notes, signed_by=signed_by, recorded_by=actor, recorded_at=now)


def is_the_code(handover: Handover, code: str, now: datetime) -> bool:
    """Whether the customer's own code was told. Raises Conflict when there is none that holds."""
    is_over = handover.code_expires_at is None or now >= handover.code_expires_at
    if not handover.code_hash or is_over or handover.code_tries >= MOST_TRIES:
        message = "There is no code that holds; please ask the customer to have a new one shown."
        raise Conflict("no_handover_code", message, "code")
    return hmac.compare_digest(hash_of(handover, code), handover.code_hash)


def wrong_code() -> Invalid:
    """What the crew is told."""
    return Invalid("wrong_handover_code", "This is not the code that the customer was shown.", "code")


def confirmed(handover: Handover, proof: HandoverProof, now: datetime) -> Handover:
    """Confirmed, and from now on fixed."""
    return replace(handover, proof=proof, confirmed_at=now, code_hash="", code_expires_at=None)


def must_be_open(handover: Handover | None) -> None:
    """Raises Conflict: what the customer has confirmed stays as they saw it."""
    if handover is not None and handover.confirmed_at:
        message = f"The {handover.stage} was confirmed by the customer; what was noted of it is fixed."
        raise Conflict("handover_confirmed", message, "stage")


def must_take_place(status: Status) -> None:
    """Raises Conflict unless a crew can be there."""
    if status not in TAKING_PLACE:
        message = f"This booking is {spoken(status)}; things are handed over once it is scheduled."
        raise Conflict("nothing_to_hand_over", message, "booking_id")


def must_be_signed(documents: Sequence[Document], stage: Stage) -> None:
    """Raises Conflict unless the signature of this end was sent."""
    if not of_kind(documents, SIGNATURE_OF[stage]):
        raise Conflict("no_signature", f"There is no signature of the {stage} yet; please send it first.", "is_signed")


def must_be_few_photos(documents: Sequence[Document], kind: Kind) -> None:
    """Raises Conflict when this end has as many pictures as it can have."""
    if len([each for each in documents if each.kind is kind]) >= MOST_PHOTOS:
        raise Conflict("too_many_photos", f"There are at most {MOST_PHOTOS} pictures of each end.", "kind")


def of_kind(documents: Sequence[Document], kind: Kind) -> list[Document]:
    """Those of one kind that were taken, oldest first."""
    taken = [each for each in documents if each.kind is kind and each.status is DocumentStatus.ACCEPTED]
    return sorted(taken, key=lambda each: each.version)
