"""Who sees a booking whole: whoever proves to be its owner (rest.md)."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from booking.domain.contact import is_same_email

SESSION_PROOF_LASTS: Final = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Proof:
    """What a caller offers; empty members prove nothing."""

    email: str
    guest_session: str
    """SHA-256 of the guest cookie, hex."""
    is_trusted_service: bool = False


def sees_everything(proof: Proof, email: str, guest_session: str, created_at: datetime, now: datetime) -> bool:
    """Whether `proof` opens a booking made with `email` and `guest_session` at `created_at`."""
    is_young = now - created_at < SESSION_PROOF_LASTS
    is_its_session = bool(guest_session) and hmac.compare_digest(proof.guest_session.encode(), guest_session.encode())
    is_its_email = bool(email) and is_same_email(proof.email, email)
    return proof.is_trusted_service or (is_young and is_its_session) or is_its_email
