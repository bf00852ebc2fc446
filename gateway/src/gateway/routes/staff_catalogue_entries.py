"""Entries of a draft: one typed route for each kind of item, rule and rate."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Annotated, Any, Literal
from uuid import UUID

from chassis.refusal import Invalid
from fastapi import APIRouter, Depends, Path, Query, Response
from totetaxi.pricing.v1 import catalog_service_pb2 as message

from gateway.acting import act_as_staff
from gateway.dependencies import Around
from gateway.refusal_docs import staff_refusals
from gateway.schemas.catalogue_drafts import DraftAnswer, EntryStored
from gateway.schemas.catalogue_entries import EntryChange
from gateway.schemas.members import Reason
from gateway.versions import ExpectedVersion, show_version
from gateway.views.catalogue_entries import BODIES, KINDS, Kind, entry_message, entry_of
from gateway.views.catalogue_versions import draft_status
from gateway.views.words import numbers_of

router = APIRouter(
    prefix="/api/staff/catalog/drafts/{draft_id}/entries",
    tags=["staff: catalogue entries"],
    dependencies=[Depends(act_as_staff)],
)

KeyedWord = Literal[
    "mini_move_package", "organizing_service", "specialty_item", "surcharge_rule", "demand_rule", "service_area"
]
Key = Annotated[str, Path(min_length=1, max_length=64, description="Its id; a service area's is its zone")]
Route = Callable[..., Awaitable[EntryStored]]

REFUSED = staff_refusals(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.PRECONDITION_FAILED)


async def store(
    kind: Kind, draft_id: UUID, key: str, sent: EntryChange, revision: int, response: Response, around: Around
) -> EntryStored:
    """Puts one entry into a draft."""
    asked = message.PutDraftEntryRequest(
        draft_id=str(draft_id), entry=entry_message(kind, sent.entry, key), reason=sent.reason, revision=revision
    )
    answer = await around.upstreams.catalogue.PutDraftEntry(asked)
    show_version(response, answer.draft.revision)
    values: dict[str, Any] = {"draft": draft_status(answer.draft), "kind": kind.word, "entry": entry_of(answer.entry)}
    return EntryStored.model_validate(values)


def putting(kind: Kind) -> Route:
    """Puts an entry of `kind` in its place: under the key in the path, if it has one."""

    async def put(
        draft_id: UUID, key: Key, sent: EntryChange, revision: ExpectedVersion, response: Response, around: Around
    ) -> EntryStored:
        """New, or in the place of the one with the same key."""
        must_be_the_same_key(kind, sent, key)
        return await store(kind, draft_id, key, sent, revision, response, around)

    async def put_only(
        draft_id: UUID, sent: EntryChange, revision: ExpectedVersion, response: Response, around: Around
    ) -> EntryStored:
        """In the place of the rates as they were."""
        return await store(kind, draft_id, "", sent, revision, response, around)

    return typed(put if kind.key_member else put_only, kind)


def adding(kind: Kind) -> Route:
    """Adds an entry of `kind`."""

    async def add(
        draft_id: UUID, sent: EntryChange, revision: ExpectedVersion, response: Response, around: Around
    ) -> EntryStored:
        """It gets an id of its own, which the answer shows."""
        must_be_the_same_key(kind, sent, "")
        return await store(kind, draft_id, "", sent, revision, response, around)

    return typed(add, kind)


def typed(route: Route, kind: Kind) -> Route:
    """`route` with the body of its kind, so that its members are checked and documented."""
    route.__annotations__["sent"] = BODIES[kind.word]
    return route


def must_be_the_same_key(kind: Kind, sent: EntryChange, key: str) -> None:
    """Raises Invalid for a key in the body that isn't the path's."""
    beside = getattr(sent.entry, kind.key_member)
    if beside is not None and beside != key:
        field = f"entry.{kind.key_member}"
        right = f"must be {key}, as in the path" if key else "must be left out: a new entry gets an id of its own"
        raise Invalid("entry_key_differs", f"{field} {right}.", field)


for each in KINDS:
    place = f"/{each.word}/{{key}}/" if each.key_member else f"/{each.word}/"
    router.add_api_route(
        place, putting(each), methods=["PUT"], summary=f"Put: {each.title}", name=f"put_{each.word}", responses=REFUSED
    )
    if each.key_member == "id":
        router.add_api_route(
            f"/{each.word}/",
            adding(each),
            methods=["POST"],
            status_code=HTTPStatus.CREATED,
            summary=f"Add: {each.title}",
            name=f"add_{each.word}",
            responses=REFUSED,
        )


@router.delete("/{kind}/{key}/", summary="Take an entry out", responses=REFUSED)
async def remove_entry(
    draft_id: UUID,
    kind: KeyedWord,
    key: Key,
    reason: Annotated[Reason, Query()],
    revision: ExpectedVersion,
    response: Response,
    around: Around,
) -> DraftAnswer:
    """Rates that exist once can't be taken out."""
    asked = message.RemoveDraftEntryRequest(
        draft_id=str(draft_id),
        kind=numbers_of(message.EntryKind.DESCRIPTOR)[kind],  # type: ignore[arg-type]
        key=key,
        reason=reason,
        revision=revision,
    )
    answer = await around.upstreams.catalogue.RemoveDraftEntry(asked)
    show_version(response, answer.draft.revision)
    return DraftAnswer(draft=draft_status(answer.draft))
