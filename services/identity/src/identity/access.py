"""What everything about access works with: the database, the hashing pool, the terms and the key that seals secrets."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from chassis.client import Client
from chassis.database import Database

from identity.domain.access_terms import AccessTerms
from identity.hashing import PasswordHashing


@dataclass(frozen=True, slots=True)
class Access:
    """One process's."""

    database: Database
    hashing: PasswordHashing
    terms: AccessTerms
    encryption_key: bytes


@dataclass(frozen=True, slots=True)
class Visit:
    """Where somebody signs in from, and the session that they will have."""

    session_id: UUID
    client: Client
    previous_token: str = ""
    """Of the session that the browser came with, which ends; empty without one."""
