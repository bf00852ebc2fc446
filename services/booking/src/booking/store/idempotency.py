"""Answers remembered under a client's key, so that a repeated request can't do its work twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sql
from chassis.refusal import KINDS, Conflict, Fault, Invalid, Refusal
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.store.tables import idempotency

IN_FLIGHT = "idempotency_key_in_flight"
"""The slug of the one refusal that decides nothing."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One client's key for one request."""

    scope: str
    """Whose key it is."""
    key: str
    request_hash: bytes


async def lock_claim(connection: AsyncConnection, claim: Claim) -> None:
    """Holds the key until the transaction ends. Raises Conflict while another transaction does the same work."""
    number = sql.func.hashtextextended(f"{claim.scope}\n{claim.key}", 0)
    is_ours = await connection.scalar(sql.select(sql.func.pg_try_advisory_xact_lock(number)))
    if not is_ours:
        message = "The first request with this Idempotency-Key is still being worked on; please try again."
        raise Conflict(IN_FLIGHT, message, "idempotency_key", retry_after_seconds=1)


async def find_answer(connection: AsyncConnection, claim: Claim) -> bytes | None:
    """The stored answer, None when there is none. Raises the stored refusal, and Invalid for another request's key."""
    row = idempotency.c.scope == claim.scope, idempotency.c.key == claim.key
    found = (await connection.execute(sql.select(idempotency).where(*row))).mappings().one_or_none()
    if found is None:
        return None
    if found["request_hash"] != claim.request_hash:
        message = "This Idempotency-Key was used for another request; use a new key for a new request."
        raise Invalid("idempotency_key_reused", message, "idempotency_key")
    if found["refusal"] is not None:
        raise refusal_from(found["refusal"])
    return bytes(found["answer"])


async def add_answer(connection: AsyncConnection, claim: Claim, answer: bytes | Refusal, now: datetime) -> None:
    """Remembers what was answered, in the transaction that made it true."""
    is_refused = isinstance(answer, Refusal)
    row = {
        "scope": claim.scope,
        "key": claim.key,
        "request_hash": claim.request_hash,
        "answer": sql.null() if is_refused else answer,
        "refusal": refusal_as_json(answer) if isinstance(answer, Refusal) else sql.null(),
        "created_at": now,
    }
    await connection.execute(idempotency.insert().values(row))


async def forget_answers(connection: AsyncConnection, before: datetime, limit: int) -> int:
    """Deletes up to `limit` answers from before `before`; how many went."""
    oldest = sql.select(idempotency.c.scope, idempotency.c.key).where(idempotency.c.created_at < before).limit(limit)
    key = sql.tuple_(idempotency.c.scope, idempotency.c.key)
    gone = await connection.execute(idempotency.delete().where(key.in_(oldest)).returning(idempotency.c.key))
    return len(gone.all())


def refusal_as_json(refusal: Refusal) -> dict[str, Any]:
    """A refusal as the table keeps it."""
    faults = [{"field": fault.field, "message": fault.message} for fault in refusal.faults]
    return {"kind": refusal.kind, "slug": refusal.slug, "message": refusal.message, "faults": faults}


def refusal_from(stored: dict[str, Any]) -> Refusal:
    """The refusal again."""
    faults = [Fault(**fault) for fault in stored["faults"]]
    return KINDS[stored["kind"]](stored["slug"], stored["message"], faults=faults)
