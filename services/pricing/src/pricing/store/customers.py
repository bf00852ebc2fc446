"""Who a row belongs to: a customer's id, the digest of an email, or both; never the email itself."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import sqlalchemy as sql


@dataclass(frozen=True, slots=True)
class Customer:
    """Somebody who buys, as far as it is known."""

    id: str = ""
    """Empty for guests."""
    email_digest: bytes = b""
    """Empty where no email is known yet."""

    def matches(self, table: sql.FromClause) -> sql.ColumnElement[bool]:
        """Rows of theirs."""
        by_id = table.c.customer_id == self.id if self.id else sql.false()
        by_email = table.c.email_digest == self.email_digest if self.email_digest else sql.false()
        return by_id | by_email


NOBODY = Customer()


def digest_of(email: str) -> bytes:
    """SHA-256 of an email as people compare them; empty for none."""
    known = email.strip().casefold()
    return hashlib.sha256(known.encode()).digest() if known else b""
