"""Key terms: how signing keys are kept and how one follows another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class KeyTerms:
    """How keys are sealed and how they follow each other."""

    encryption_key: bytes
    lifetime: timedelta
    overlap: timedelta
    """How long the old key verifies after the new one signs."""
    notice: timedelta
    """How long a new key is published before it signs."""
