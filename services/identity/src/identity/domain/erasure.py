"""Forgetting a customer: who must report, when it is done, and the token that asks how far it has come."""

from __future__ import annotations

import base64
import binascii
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from chassis.refusal import Invalid, NotFound
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

IDENTITY: Final = "identity"
SERVICES: Final = (IDENTITY, "booking", "payments", "notifications", "pricing")
"""Everybody who keeps something about customers, as they are shown; the process is in booking's domain/erasure.py."""

KEPT: Final = "That there was an account, without name, address or number, and what our staff did with it."

ID_BYTES: Final = 16


@dataclass(frozen=True, slots=True)
class Report:
    """One service's part."""

    service: str
    completed_at: datetime | None = None
    kept: str = ""
    """A sentence; empty when nothing is."""
    waits_until: date | None = None
    """The day (New York) on which it goes on, where it must wait."""


@dataclass(frozen=True, slots=True)
class Erasure:
    """An erasure and how far it has come."""

    id: UUID
    customer_id: UUID
    requested_at: datetime
    completed_at: datetime | None
    reports: Sequence[Report]


def in_order(reports: Sequence[Report]) -> list[Report]:
    """The reports as they are shown."""
    return sorted(reports, key=lambda report: SERVICES.index(report.service))


def status_token(encryption_key: bytes, erasure_id: UUID) -> str:
    """What asks for this erasure, and for no other: the same at every request, and kept nowhere."""
    return base64.urlsafe_b64encode(erasure_id.bytes + seal_of(encryption_key, erasure_id)).decode()


def erasure_in(encryption_key: bytes, token: str) -> UUID:
    """The erasure of a token. Raises NotFound for any text that is none of ours."""
    try:
        raw = base64.urlsafe_b64decode(token)
        erasure_id = UUID(bytes=raw[:ID_BYTES])
    except (binascii.Error, ValueError) as error:
        raise no_such_erasure() from error
    if not hmac.compare_digest(raw[ID_BYTES:], seal_of(encryption_key, erasure_id)):
        raise no_such_erasure()
    return erasure_id


def seal_of(encryption_key: bytes, erasure_id: UUID) -> bytes:
    """HMAC-SHA256 under a key that serves nothing else."""
    key = HKDF(SHA256(), length=32, salt=None, info=b"erasure status").derive(encryption_key)
    return hmac.digest(key, erasure_id.bytes, "sha256")


def no_such_erasure() -> NotFound:
    """Unknown, or a token that somebody made up."""
    return NotFound("erasure_not_found", "There is no such request to delete an account.", "status_token")


def password_wrong() -> Invalid:
    """An open browser is not enough."""
    return Invalid("password_wrong", "The password is not right.", "password")
