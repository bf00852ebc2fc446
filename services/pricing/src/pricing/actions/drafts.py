"""Drafts: made from a published version, changed entry by entry, discarded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from chassis.audit import record_act
from chassis.database import Database
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.pricing.v1.events_pb2 import AuditRecorded

from pricing.actions.look_up import version_or_in_force
from pricing.domain.catalog import Catalog
from pricing.domain.difference import member_differences
from pricing.domain.document import catalog_of, document_of, entry_document
from pricing.domain.draft import refuse_changed, refuse_closed
from pricing.domain.entry import Entry, Kind, find_entry, key_of, put_entry, remove_entry
from pricing.store import changes, drafts
from pricing.store.tables import Row

SUBJECT = "catalog_draft"


@dataclass(frozen=True)
class Editor:
    """Who changes a draft and why, and which revision they saw (0: any)."""

    principal_id: str
    reason: str
    revision: int


async def create_draft(
    database: Database, draft_id: UUID, base_number: int, title: str, principal_id: str, now: datetime
) -> Row:
    """Copies a version (0: the one in force) into a new draft. Raises NotFound."""
    async with database.transaction() as connection:
        base = await version_or_in_force(connection, base_number, now, "base_number")
        values = {"title": title, "base_number": base.number, "created_by": principal_id}
        draft = await drafts.add_draft(
            connection, id=draft_id, content=base.content, created_at=now, updated_at=now, **values
        )
        await record_act(connection, AuditRecorded, "draft.created", (SUBJECT, draft_id), now, after=values)
        return draft


async def put_draft_entry(
    database: Database, draft_id: UUID, kind: Kind, entry: Entry, editor: Editor, now: datetime
) -> Row:
    """Puts an entry into an open draft; what is there already changes nothing. Raises NotFound or Conflict."""
    async with database.transaction() as connection:
        draft = await lock_open_draft(connection, draft_id, editor.revision)
        catalog = catalog_of(draft.content)
        before = find_entry(catalog, kind, key_of(entry))
        if before == entry:
            return draft
        changed = put_entry(catalog, kind, entry)
        return await keep(connection, draft, changed, Step(kind, before, entry, editor), now)


async def remove_draft_entry(
    database: Database, draft_id: UUID, kind: Kind, key: str, editor: Editor, now: datetime
) -> Row:
    """Takes an entry out of an open draft. Raises Invalid, NotFound or Conflict."""
    async with database.transaction() as connection:
        draft = await lock_open_draft(connection, draft_id, editor.revision)
        catalog = catalog_of(draft.content)
        changed = remove_entry(catalog, kind, key)
        return await keep(connection, draft, changed, Step(kind, find_entry(catalog, kind, key), None, editor), now)


async def discard_draft(database: Database, draft_id: UUID, now: datetime) -> Row:
    """Throws an open draft away. Raises NotFound or Conflict."""
    async with database.transaction() as connection:
        draft = await lock_open_draft(connection, draft_id, 0)
        await record_act(connection, AuditRecorded, "draft.discarded", (SUBJECT, draft_id), now)
        return await drafts.save_draft(connection, draft, now, status="discarded")


async def lock_open_draft(connection: AsyncConnection, draft_id: UUID, seen: int) -> Row:
    """A draft that may be changed by who saw it at revision `seen`. Raises NotFound or Conflict."""
    draft = await drafts.lock_draft(connection, draft_id)
    refuse_closed(draft.status, draft.published_number)
    refuse_changed(draft.revision, seen)
    return draft


@dataclass(frozen=True)
class Step:
    """One change: an entry as it was and as it is, None where it is not."""

    kind: Kind
    before: Entry | None
    after: Entry | None
    editor: Editor

    @property
    def key(self) -> str:
        """Of the entry."""
        entry = self.after or self.before
        return key_of(entry) if entry else ""


async def keep(connection: AsyncConnection, draft: Row, changed: Catalog, step: Step, now: datetime) -> Row:
    """Stores the draft, and for ever who changed what and why."""
    saved = await drafts.save_draft(connection, draft, now, content=document_of(changed))
    before, after = (entry_document(entry) if entry else None for entry in (step.before, step.after))
    await changes.add_change(
        connection,
        draft_id=draft.id,
        revision=saved.revision,
        changed_at=now,
        changed_by=step.editor.principal_id,
        reason=step.editor.reason,
        kind=step.kind,
        key=step.key,
        before=before,
        after=after,
    )
    subject = (SUBJECT, draft.id)
    before, after = told_of(step)
    await record_act(
        connection,
        AuditRecorded,
        "draft.changed",
        subject,
        now,
        before=before,
        after=after,
        reason=step.editor.reason,
    )
    return saved


Told = Mapping[str, Any] | None


def told_of(step: Step) -> tuple[Told, Told]:
    """What the audit log is told, before and after: which entry, and of a changed one only the members that differ."""
    which: dict[str, Any] = {"kind": step.kind, "key": step.key}
    if step.before and step.after:
        members = member_differences(step.before, step.after)
        return (
            which | {one.member: one.before for one in members},
            which | {one.member: one.after for one in members},
        )
    before, after = ({**which, **entry_document(one)} if one else None for one in (step.before, step.after))
    return before, after
