"""Checking a code of somebody's second factor: each is good once, and a recovery code stands in for a lost phone."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from identity.domain.second_factor import (
    matching_step,
    new_recovery_codes,
    recovery_digest,
    typed_code,
    unsealed_totp,
)
from identity.store import second_factors


async def accepts_totp(
    connection: AsyncConnection, encryption_key: bytes, staff_id: UUID, code: str, now: datetime
) -> bool:
    """Whether `code` is the authenticator's of a locked account; it is used up then."""
    factor = await second_factors.find_second_factor(connection, staff_id)
    if factor.secret is None:
        return False
    secret = unsealed_totp(encryption_key, staff_id, factor.secret)
    step = matching_step(secret, typed_code(code), now, factor.last_step)
    if step is None:
        return False
    await second_factors.save_last_step(connection, staff_id, step)
    return True


async def accepts_any_code(
    connection: AsyncConnection, encryption_key: bytes, staff_id: UUID, code: str, now: datetime
) -> bool:
    """The same, or a recovery code that was not used before."""
    if await accepts_totp(connection, encryption_key, staff_id, code, now):
        return True
    return await second_factors.use_recovery_code(connection, staff_id, recovery_digest(code), now)


async def enrol(
    connection: AsyncConnection, encryption_key: bytes, staff_id: UUID, sealed: bytes, code: str, now: datetime
) -> list[str] | None:
    """Takes a proposed secret into use if `code` is its own; the new recovery codes, or None."""
    step = matching_step(unsealed_totp(encryption_key, staff_id, sealed), typed_code(code), now, None)
    if step is None:
        return None
    await second_factors.save_second_factor(connection, staff_id, sealed, step)
    return await give_recovery_codes(connection, staff_id)


async def give_recovery_codes(connection: AsyncConnection, staff_id: UUID) -> list[str]:
    """New ones, which replace all others."""
    codes = new_recovery_codes()
    await second_factors.replace_recovery_codes(connection, staff_id, [recovery_digest(code) for code in codes])
    return codes
