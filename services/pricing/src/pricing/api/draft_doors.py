"""The gRPC doors of drafts: made, changed, looked at, discarded."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from chassis.clock import Clock, new_york_date
from chassis.cursors import cursor_of, moment_of, page_of, page_size_of
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.principal import current_principal
from totetaxi.pricing.v1 import catalog_service_pb2 as messages
from totetaxi.pricing.v1.catalog_service_pb2_grpc import CatalogServiceServicer

from pricing import actions
from pricing.catalog_messages import change_message, draft_catalog, draft_message, fault_messages
from pricing.domain.entry import with_id
from pricing.domain.validation import faults_of
from pricing.entry_messages import entry_from, entry_message, kind_name
from pricing.store import drafts

CHANGES_BYTES = 2_000_000
"""A message has 4 MiB, and the catalogue goes with the changes."""


class DraftDoors(CatalogServiceServicer):
    """The part of CatalogService that deals with drafts."""

    _database: Database
    _clock: Clock

    async def CreateDraft(  # noqa: N802
        self, request: messages.CreateDraftRequest, context: Any
    ) -> messages.CreateDraftResponse:
        """A copy of a published version."""
        who, now = current_principal().id, self._clock.now()
        draft = await actions.create_draft(self._database, new_id(), request.base_number, request.title, who, now)
        return messages.CreateDraftResponse(draft=draft_message(draft))

    async def ListDrafts(  # noqa: N802
        self, request: messages.ListDraftsRequest, context: Any
    ) -> messages.ListDraftsResponse:
        """Drafts, the latest changed first."""
        size, after = page_size_of(request.page_size), moment_of(request.page_token)
        async with self._database.reading() as connection:
            found = await drafts.list_drafts(connection, status_of(request), after, size + 1)
        rows, has_more = page_of(found, size)
        token = cursor_of(rows[-1].updated_at.isoformat(), str(rows[-1].id)) if has_more else ""
        return messages.ListDraftsResponse(drafts=map(draft_message, rows), next_page_token=token)

    async def GetDraft(  # noqa: N802
        self, request: messages.GetDraftRequest, context: Any
    ) -> messages.GetDraftResponse:
        """A draft in full."""
        draft, changes = await actions.draft_in_full(self._database, UUID(request.draft_id))
        return messages.GetDraftResponse(
            draft=draft_message(draft),
            catalog=draft_catalog(draft),
            changes=latest_that_fit(map(change_message, changes)),
        )

    async def PutDraftEntry(  # noqa: N802
        self, request: messages.PutDraftEntryRequest, context: Any
    ) -> messages.PutDraftEntryResponse:
        """An entry, new or changed."""
        kind, found = entry_from(request.entry)
        entry = with_id(found, new_id())
        draft_id, now = UUID(request.draft_id), self._clock.now()
        draft = await actions.put_draft_entry(self._database, draft_id, kind, entry, editor_of(request), now)
        return messages.PutDraftEntryResponse(draft=draft_message(draft), entry=entry_message(kind, entry))

    async def RemoveDraftEntry(  # noqa: N802
        self, request: messages.RemoveDraftEntryRequest, context: Any
    ) -> messages.RemoveDraftEntryResponse:
        """An entry less."""
        kind, draft_id = kind_name(request.kind), UUID(request.draft_id)
        draft = await actions.remove_draft_entry(
            self._database, draft_id, kind, request.key, editor_of(request), self._clock.now()
        )
        return messages.RemoveDraftEntryResponse(draft=draft_message(draft))

    async def DiscardDraft(  # noqa: N802
        self, request: messages.DiscardDraftRequest, context: Any
    ) -> messages.DiscardDraftResponse:
        """A draft that nobody needs."""
        draft = await actions.discard_draft(self._database, UUID(request.draft_id), self._clock.now())
        return messages.DiscardDraftResponse(draft=draft_message(draft))

    async def ValidateDraft(  # noqa: N802
        self, request: messages.ValidateDraftRequest, context: Any
    ) -> messages.ValidateDraftResponse:
        """Everything that is wrong with a draft."""
        catalog, revision = await actions.draft_content(self._database, UUID(request.draft_id))
        faults = await asyncio.to_thread(faults_of, catalog, new_york_date(self._clock.now()).year)
        return messages.ValidateDraftResponse(faults=fault_messages(faults), revision=revision)


def latest_that_fit(changes: Iterable[messages.DraftChange]) -> list[messages.DraftChange]:
    """Of changes in order the latest, as many as one answer has room for."""
    room, fitting = CHANGES_BYTES, []
    for change in reversed(list(changes)):
        room -= change.ByteSize()
        if room < 0:
            break
        fitting.append(change)
    return fitting[::-1]


def editor_of(request: messages.PutDraftEntryRequest | messages.RemoveDraftEntryRequest) -> actions.Editor:
    """Who changes a draft and why."""
    return actions.Editor(current_principal().id, request.reason, request.revision)


def status_of(request: messages.ListDraftsRequest) -> str | None:
    """The one that is asked for; None for all."""
    if not request.status:
        return None
    return messages.DraftStatus.Name(request.status).removeprefix("DRAFT_STATUS_").lower()
