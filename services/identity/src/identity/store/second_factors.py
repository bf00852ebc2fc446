"""Second factors of staff: sealed secrets, recovery codes, and sign-ins that wait for a code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from identity.store.access_tables import sign_in_challenge
from identity.store.staff_tables import recovery_code, staff_account


@dataclass(frozen=True, slots=True)
class SecondFactor:
    """What an account's codes are checked against; secrets are sealed."""

    secret: bytes | None
    last_step: int | None
    proposal: bytes | None
    """A secret that was shown and not yet confirmed."""


@dataclass(frozen=True, slots=True)
class Challenge:
    """A sign-in whose password was right."""

    token_digest: bytes
    staff_id: UUID
    sealed_totp_secret: bytes | None
    """Present when the account must set up its authenticator first."""
    expires_at: datetime


async def find_second_factor(connection: AsyncConnection, staff_id: UUID) -> SecondFactor:
    """Of a locked account."""
    columns = (
        staff_account.c.sealed_totp_secret,
        staff_account.c.totp_last_step,
        staff_account.c.sealed_totp_proposal,
    )
    row = (await connection.execute(sql.select(*columns).where(staff_account.c.id == staff_id))).one()
    return SecondFactor(*row)


async def save_second_factor(
    connection: AsyncConnection, staff_id: UUID, secret: bytes | None, last_step: int | None
) -> None:
    """Replaces secret and last step; what was proposed is settled."""
    values = {"sealed_totp_secret": secret, "totp_last_step": last_step, "sealed_totp_proposal": None}
    await connection.execute(staff_account.update().where(staff_account.c.id == staff_id).values(values))


async def save_last_step(connection: AsyncConnection, staff_id: UUID, step: int) -> None:
    """No code of this step or an earlier one is good any more."""
    await connection.execute(staff_account.update().where(staff_account.c.id == staff_id).values(totp_last_step=step))


async def save_proposal(connection: AsyncConnection, staff_id: UUID, proposal: bytes) -> None:
    """A secret that waits for its first code."""
    changed = staff_account.update().where(staff_account.c.id == staff_id)
    await connection.execute(changed.values(sealed_totp_proposal=proposal))


async def replace_recovery_codes(connection: AsyncConnection, staff_id: UUID, digests: Sequence[bytes]) -> None:
    """These are good from now on, and no others."""
    await connection.execute(recovery_code.delete().where(recovery_code.c.staff_id == staff_id))
    rows = [{"staff_id": staff_id, "code_digest": digest} for digest in digests]
    if rows:
        await connection.execute(recovery_code.insert(), rows)


async def use_recovery_code(connection: AsyncConnection, staff_id: UUID, digest: bytes, now: datetime) -> bool:
    """Whether the code was good; from now on it is not."""
    unused = (
        recovery_code.c.staff_id == staff_id,
        recovery_code.c.code_digest == digest,
        recovery_code.c.used_at.is_(None),
    )
    used = recovery_code.update().where(*unused).values(used_at=now).returning(recovery_code.c.staff_id)
    return (await connection.execute(used)).one_or_none() is not None


async def count_recovery_codes(connection: AsyncConnection, staff_id: UUID) -> int:
    """How many are left."""
    left = (recovery_code.c.staff_id == staff_id, recovery_code.c.used_at.is_(None))
    question = sql.select(sql.func.count()).select_from(recovery_code).where(*left)
    return (await connection.execute(question)).scalar_one()


async def add_challenge(connection: AsyncConnection, challenge: Challenge) -> None:
    """Stores a sign-in that waits; an earlier one of the same account is over."""
    await forget_challenges(connection, challenge.staff_id)
    columns = {name: getattr(challenge, name) for name in Challenge.__dataclass_fields__}
    await connection.execute(sign_in_challenge.insert().values(columns))


async def lock_challenge(connection: AsyncConnection, token_digest: bytes, now: datetime) -> Challenge | None:
    """The sign-in that waits under a token, locked until the transaction ends; None when it is unknown or over."""
    table = sign_in_challenge
    question = sql.select(*table.c).where(table.c.token_digest == token_digest, table.c.expires_at > now)
    row = (await connection.execute(question.with_for_update())).mappings().one_or_none()
    return Challenge(**row) if row else None


async def forget_challenges(connection: AsyncConnection, staff_id: UUID) -> None:
    """Ends every sign-in of an account that waits."""
    await connection.execute(sign_in_challenge.delete().where(sign_in_challenge.c.staff_id == staff_id))
