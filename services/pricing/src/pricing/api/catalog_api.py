"""The gRPC doors of versions: looked at, compared, simulated, published. Those of drafts are beside."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from chassis.clock import Clock, new_york_date
from chassis.cursors import cursor_of, number_of, page_of, page_size_of
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.principal import current_principal
from chassis.refusal import Invalid
from google.protobuf.message import Message
from totetaxi.pricing.v1 import catalog_service_pb2 as messages

from pricing import actions
from pricing.api.draft_doors import DraftDoors
from pricing.catalog_messages import difference_message, simulation_message, version_message
from pricing.domain.document import catalog_of
from pricing.domain.draft import refuse_faulty
from pricing.domain.validation import faults_of
from pricing.messages import catalog_message
from pricing.snapshot import Snapshot
from pricing.store import versions

USUAL_MOVERS = 10
USUAL_SAMPLE = 500


class CatalogApi(DraftDoors):
    """Changing what we sell: drafts, publication and history of the catalogue."""

    def __init__(self, database: Database, snapshot: Snapshot, clock: Clock, *, by_second_person: bool) -> None:
        self._database = database
        self._snapshot = snapshot
        self._clock = clock
        self._by_second_person = by_second_person
        self._one_simulation = asyncio.Semaphore(1)

    async def ListCatalogVersions(  # noqa: N802
        self, request: messages.ListCatalogVersionsRequest, context: Any
    ) -> messages.ListCatalogVersionsResponse:
        """Versions, newest first."""
        size, below = page_size_of(request.page_size), number_of(request.page_token)
        async with self._database.reading() as connection:
            found = await versions.list_versions(connection, below, size + 1, self._clock.now())
        rows, has_more = page_of(found, size)
        token = cursor_of(rows[-1].number) if has_more else ""
        return messages.ListCatalogVersionsResponse(versions=map(version_message, rows), next_page_token=token)

    async def GetCatalogVersion(  # noqa: N802
        self, request: messages.GetCatalogVersionRequest, context: Any
    ) -> messages.GetCatalogVersionResponse:
        """One version in full."""
        summary, row = await actions.version_in_full(self._database, request.number, self._clock.now())
        catalog = catalog_message(catalog_of(row.content), row.number, row.effective_at)
        return messages.GetCatalogVersionResponse(version=version_message(summary), catalog=catalog)

    async def DiffVersions(  # noqa: N802
        self, request: messages.DiffVersionsRequest, context: Any
    ) -> messages.DiffVersionsResponse:
        """What differs."""
        older = source_of(getattr(request, "from")) if request.HasField("from") else None
        found = await actions.compare(self._database, older, source_of(request.to), self._clock.now())
        return messages.DiffVersionsResponse(differences=map(difference_message, found))

    async def SimulateDraft(  # noqa: N802
        self, request: messages.SimulateDraftRequest, context: Any
    ) -> messages.SimulateDraftResponse:
        """What a draft would do to prices."""
        now = self._clock.now()
        draft, _ = await actions.draft_content(self._database, UUID(request.draft_id))
        refuse_faulty(await asyncio.to_thread(faults_of, draft, new_york_date(now).year))
        version = await self._snapshot.current(now)
        requests = request.requests or await actions.past_requests(self._database, request.sample_size or USUAL_SAMPLE)
        async with self._one_simulation:
            outcomes = await actions.simulate(self._database, version.catalog, draft, requests)
        return simulation_message(outcomes, requests, request.mover_count or USUAL_MOVERS, version.number)

    async def PublishDraft(  # noqa: N802
        self, request: messages.PublishDraftRequest, context: Any
    ) -> messages.PublishDraftResponse:
        """A draft becomes a version."""
        wish = publication_of(request, is_immediate=request.is_immediate)
        version = await actions.publish_draft(
            self._database,
            UUID(request.draft_id),
            wish,
            request.revision,
            self._clock.now(),
            by_second_person=self._by_second_person,
        )
        return messages.PublishDraftResponse(version=version_message(version))

    async def Rollback(  # noqa: N802
        self, request: messages.RollbackRequest, context: Any
    ) -> messages.RollbackResponse:
        """An older version once more."""
        wish = publication_of(request, is_immediate=not request.HasField("effective_at"))
        version = await actions.roll_back(self._database, request.number, wish, self._clock.now())
        return messages.RollbackResponse(version=version_message(version))


def source_of(message: messages.VersionOrDraft) -> actions.Source:
    """A version or a draft."""
    if message.WhichOneof("source") == "draft_id":
        return actions.Source(draft_id=UUID(message.draft_id))
    return actions.Source(number=message.number)


def publication_of(
    request: messages.PublishDraftRequest | messages.RollbackRequest, *, is_immediate: bool
) -> actions.Publication:
    """Who publishes, why and from when."""
    effective_at = instant_of(request, "effective_at")
    return actions.Publication(new_id(), current_principal().id, request.reason, effective_at, is_immediate)


def instant_of(message: Message, name: str) -> datetime | None:
    """An instant that may be absent, UTC. Raises Invalid."""
    if not message.HasField(name):
        return None
    try:
        instant: datetime = getattr(message, name).ToDatetime(tzinfo=UTC)
    except (ValueError, OverflowError) as error:
        raise Invalid("no_such_instant", f"{name} must be an instant of the years 1 to 9999.", name) from error
    return instant
