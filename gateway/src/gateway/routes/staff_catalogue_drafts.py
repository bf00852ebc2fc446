"""Drafts of the catalogue: what staff prepare, check and publish."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from totetaxi.pricing.v1 import catalog_service_pb2 as message

from gateway.acting import act_as_staff
from gateway.dependencies import Around
from gateway.paging import DEFAULT_PAGE_SIZE, Cursor, PageSize
from gateway.refusal_docs import staff_refusals
from gateway.routes.staff_catalogue_versions import address_of
from gateway.schemas import catalogue_drafts as schema
from gateway.schemas.catalogue_versions import Differences, VersionPublished
from gateway.schemas.simulations import Simulation, SimulationRequest
from gateway.versions import ExpectedVersion, show_version
from gateway.views import catalogue_versions as view
from gateway.views.simulations import simulate_request, simulation
from gateway.views.words import numbers_of

SIMULATION_DEADLINE_SECONDS = 20.0
"""Two thousand requests are priced twice."""

router = APIRouter(prefix="/api/staff/catalog/drafts", tags=["staff: catalogue"], dependencies=[Depends(act_as_staff)])


@router.get("/", summary="Drafts", responses=staff_refusals())
async def list_drafts(
    around: Around,
    status: Annotated[schema.DraftStatusWord | None, Query(description="Only these; left out: all")] = None,
    cursor: Cursor = "",
    page_size: PageSize = DEFAULT_PAGE_SIZE,
) -> schema.DraftPage:
    """The latest changed first."""
    wanted = numbers_of(message.DraftStatus.DESCRIPTOR)[status or "unspecified"]
    asked = message.ListDraftsRequest(status=wanted, page_size=page_size, page_token=cursor)  # type: ignore[arg-type]
    answer = await around.upstreams.catalogue.ListDrafts(asked)
    return schema.DraftPage(
        drafts=[view.draft_status(each) for each in answer.drafts], next_cursor=answer.next_page_token
    )


@router.post(
    "/",
    status_code=HTTPStatus.CREATED,
    summary="Begin a draft",
    responses=staff_refusals(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
)
async def create_draft(sent: schema.NewDraft, response: Response, around: Around) -> schema.DraftAnswer:
    """A copy of the version in force, or of the one named; nothing changes for customers before it is published."""
    asked = message.CreateDraftRequest(base_number=sent.base_number or 0, title=sent.title)
    answer = await around.upstreams.catalogue.CreateDraft(asked)
    show_version(response, answer.draft.revision)
    response.headers["Location"] = f"{router.prefix}/{answer.draft.id}/"
    return schema.DraftAnswer(draft=view.draft_status(answer.draft))


@router.get("/{draft_id}/", summary="A draft in full", responses=staff_refusals(HTTPStatus.NOT_FOUND))
async def get_draft(draft_id: UUID, response: Response, around: Around) -> schema.DraftInFull:
    """What it would publish, and who changed what and why. Its ETag is what `If-Match` takes."""
    answer = await around.upstreams.catalogue.GetDraft(message.GetDraftRequest(draft_id=str(draft_id)))
    show_version(response, answer.draft.revision)
    return view.draft_in_full(answer)


@router.delete(
    "/{draft_id}/",
    summary="Throw a draft away",
    responses=staff_refusals(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
)
async def discard_draft(draft_id: UUID, response: Response, around: Around) -> schema.DraftAnswer:
    """It stays readable, and can't be changed or published any more."""
    answer = await around.upstreams.catalogue.DiscardDraft(message.DiscardDraftRequest(draft_id=str(draft_id)))
    show_version(response, answer.draft.revision)
    return schema.DraftAnswer(draft=view.draft_status(answer.draft))


@router.get("/{draft_id}/validate/", summary="Check a draft", responses=staff_refusals(HTTPStatus.NOT_FOUND))
async def validate_draft(draft_id: UUID, around: Around) -> schema.DraftVerdict:
    """Everything that keeps it from being published, at once."""
    answer = await around.upstreams.catalogue.ValidateDraft(message.ValidateDraftRequest(draft_id=str(draft_id)))
    return view.verdict(answer)


@router.get("/{draft_id}/diff/", summary="What a draft changes", responses=staff_refusals(HTTPStatus.NOT_FOUND))
async def compare_draft(
    draft_id: UUID,
    around: Around,
    version: Annotated[
        int | None, Query(ge=1, le=10**15, description="Compare with this version; left out: the one it was made from")
    ] = None,
) -> Differences:
    """Entry by entry and member by member."""
    asked = message.DiffVersionsRequest(to=message.VersionOrDraft(draft_id=str(draft_id)))
    if version is not None:
        getattr(asked, "from").number = version
    answer = await around.upstreams.catalogue.DiffVersions(asked)
    return view.differences(answer.differences)


@router.post(
    "/{draft_id}/simulate/",
    summary="What a draft would do to prices",
    response_model_exclude_none=True,
    responses=staff_refusals(HTTPStatus.NOT_FOUND),
)
async def simulate_draft(draft_id: UUID, sent: SimulationRequest, around: Around) -> Simulation:
    """Prices past bookings, or requests of your own, under the draft and under the catalogue in force."""
    asked = simulate_request(str(draft_id), sent)
    stub = around.upstreams.catalogue
    return simulation(await stub.SimulateDraft(asked, deadline_seconds=SIMULATION_DEADLINE_SECONDS))


@router.post(
    "/{draft_id}/publish/",
    status_code=HTTPStatus.CREATED,
    summary="Publish a draft",
    responses=staff_refusals(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.PRECONDITION_FAILED),
)
async def publish_draft(
    draft_id: UUID, sent: schema.Publication, revision: ExpectedVersion, response: Response, around: Around
) -> VersionPublished:
    """Makes it a version, in force from the next midnight in New York unless said otherwise.

    Somebody else than those who made it must do this.
    """
    asked = message.PublishDraftRequest(
        draft_id=str(draft_id),
        effective_at=sent.effective_at,
        is_immediate=sent.is_immediate,
        reason=sent.reason,
        revision=revision,
    )
    answer = await around.upstreams.catalogue.PublishDraft(asked)
    response.headers["Location"] = address_of(answer.version)
    return VersionPublished(version=view.version(answer.version))
