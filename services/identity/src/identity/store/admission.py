"""What decides whether somebody comes in: their wrong tries and their credential, locked by one question."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from identity.domain.access_terms import ACCOUNT_KINDS, AccountKind
from identity.domain.sign_in import Failures, name_digest
from identity.store.credentials import BY_ID, TABLES, Credential
from identity.store.sign_in_failures import LOCKED, NONE_YET


def lock_both(kind: AccountKind) -> sql.Select[Any]:
    """The row of wrong tries first, then the account's; either may be missing."""
    failures = LOCKED.cte("wrong_tries")
    credential = BY_ID[kind].with_for_update(key_share=True, of=TABLES[kind]).cte("credential")
    always = sql.select(sql.literal(1).label("one")).cte("always")
    both = always.outerjoin(failures, sql.true()).outerjoin(credential, sql.true())
    return sql.select(*failures.c, *credential.c).select_from(both)


BOTH = {kind: lock_both(kind) for kind in ACCOUNT_KINDS}


async def lock_admission(
    connection: AsyncConnection, kind: AccountKind, name: str, account_id: UUID
) -> tuple[Failures, Credential | None]:
    """The wrong tries under a name and the credential of an account, as they are once no other try holds them."""
    asked = {"kind": kind, "digest": name_digest(name), "account_id": account_id}
    row = (await connection.execute(BOTH[kind], asked)).mappings().one()
    failures = Failures(row["failures"], row["locked_until"]) if row["failures"] is not None else NONE_YET
    if row["account_id"] is None:
        return failures, None
    return failures, Credential(row["account_id"], row["name"], row["password_hash"], row["is_open"])
