"""Publishing: a draft becomes a version, or an older version's content does once more."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from chassis.audit import record_act
from chassis.clock import new_york_date
from chassis.database import Database
from chassis.outbox import say
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.pricing.v1.events_pb2 import AuditRecorded, CatalogPublished

from pricing.actions.drafts import lock_open_draft
from pricing.actions.look_up import version_or_in_force
from pricing.domain.catalog import Catalog
from pricing.domain.document import catalog_of
from pricing.domain.draft import refuse_author, refuse_faulty, refuse_outdated, refuse_undone
from pricing.domain.effective import effective_from
from pricing.domain.validation import faults_of
from pricing.store import changes, drafts, versions
from pricing.store.tables import Row


@dataclass(frozen=True)
class Publication:
    """Who wants a version published, why, and from when it shall hold."""

    version_id: UUID
    principal_id: str
    reason: str
    effective_at: datetime | None
    is_immediate: bool


async def publish_draft(
    database: Database, draft_id: UUID, wish: Publication, seen: int, now: datetime, *, by_second_person: bool
) -> Row:
    """Publishes an open draft, seen at revision `seen` (0: any), as the next version. Raises NotFound and refusals.

    `by_second_person`: whoever worked on it can't publish it.
    """
    async with database.transaction() as connection:
        draft = await lock_open_draft(connection, draft_id, seen)
        if by_second_person:
            refuse_author(wish.principal_id, {draft.created_by, *await changes.list_authors(connection, draft_id)})
        catalog = catalog_of(draft.content)
        refuse_faulty(await asyncio.to_thread(faults_of, catalog, new_york_date(now).year))
        place = await next_place(connection, wish, now)
        await refuse_misplaced(connection, draft, catalog, place["effective_at"])
        content = {"content": draft.content, "base_number": draft.base_number}
        await drafts.save_draft(
            connection,
            draft,
            now,
            status="published",
            published_number=await add_version(connection, wish, **place, **content),
        )
        after = {"draft_id": draft_id, "base_number": draft.base_number, **place}
        await record_publication(connection, "draft.published", wish, after, now)
        return await versions.find_summary(connection, place["number"], now)


async def roll_back(database: Database, number: int, wish: Publication, now: datetime) -> Row:
    """Publishes the content of an older version as the next one. Raises NotFound or Invalid.

    It was checked when it was published, and says itself what shall hold: it is never outdated.
    """
    async with database.transaction() as connection:
        restored = await versions.find_version(connection, number)
        place = await next_place(connection, wish, now)
        origin = {"base_number": number, "restored_number": number}
        await add_version(connection, wish, content=restored.content, **place, **origin)
        await record_publication(connection, "catalog_version.restored", wish, {**origin, **place}, now)
        return await versions.find_summary(connection, place["number"], now)


async def next_place(connection: AsyncConnection, wish: Publication, now: datetime) -> dict[str, Any]:
    """Number and instants of the next version; nobody else publishes until the transaction ends. Raises Invalid.

    A version never holds from before the one before it was published, however the replicas' clocks differ.
    """
    newest = await versions.lock_newest(connection)
    effective_at = effective_from(wish.effective_at, now, is_immediate=wish.is_immediate)
    return {
        "number": newest.number + 1,
        "effective_at": max(effective_at, newest.published_at),
        "published_at": max(now, newest.published_at),
    }


async def refuse_misplaced(connection: AsyncConnection, draft: Row, catalog: Catalog, effective_at: datetime) -> None:
    """Raises Conflict where the draft would undo another version's change, or the next version would undo its own."""
    replaced = await version_or_in_force(connection, 0, effective_at, "effective_at")
    refuse_outdated(draft.base_number, replaced.number)
    following = await versions.find_next(connection, effective_at)
    if following is not None:
        base, later = catalog_of(replaced.content), catalog_of(following.content)
        refuse_undone(base, catalog, later, following.number, following.effective_at)


async def add_version(connection: AsyncConnection, wish: Publication, **values: Any) -> int:
    """Stores the version, tells the replicas and says the event; its number."""
    who = {"id": wish.version_id, "published_by": wish.principal_id, "reason": wish.reason}
    await versions.add_version(connection, **who, **values)
    event = CatalogPublished(catalog_version_id=str(wish.version_id), version=values["number"], reason=wish.reason)
    event.effective_at.FromDatetime(values["effective_at"])
    await say(connection, event, about=wish.version_id, version=values["number"])
    return int(values["number"])


async def record_publication(
    connection: AsyncConnection, action: str, wish: Publication, after: dict[str, Any], now: datetime
) -> None:
    """Tells the audit log."""
    subject = ("catalog_version", wish.version_id)
    await record_act(connection, AuditRecorded, action, subject, now, after=after, reason=wish.reason)
