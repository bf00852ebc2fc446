"""Published versions of the catalogue, for staff."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Response
from totetaxi.pricing.v1 import catalog_service_pb2 as message

from gateway.acting import act_as_staff
from gateway.dependencies import Around
from gateway.paging import DEFAULT_PAGE_SIZE, Cursor, PageSize
from gateway.refusal_docs import staff_refusals
from gateway.schemas import catalogue_versions as schema
from gateway.views import catalogue_versions as view

router = APIRouter(
    prefix="/api/staff/catalog/versions", tags=["staff: catalogue"], dependencies=[Depends(act_as_staff)]
)

Number = Annotated[int, Path(ge=1, le=10**15, description="A version's number")]


@router.get("/", summary="Published versions", responses=staff_refusals())
async def list_versions(
    around: Around, cursor: Cursor = "", page_size: PageSize = DEFAULT_PAGE_SIZE
) -> schema.VersionPage:
    """Newest first: who published them, when and why, and which one is in force."""
    asked = message.ListCatalogVersionsRequest(page_size=page_size, page_token=cursor)
    answer = await around.upstreams.catalogue.ListCatalogVersions(asked)
    versions = [view.version(each) for each in answer.versions]
    return schema.VersionPage(versions=versions, next_cursor=answer.next_page_token)


@router.get("/{number}/", summary="A version in full", responses=staff_refusals(HTTPStatus.NOT_FOUND))
async def get_version(number: Number, around: Around) -> schema.VersionInFull:
    """All of it, entry by entry, in cents and basis points."""
    asked = message.GetCatalogVersionRequest(number=number)
    return view.version_in_full(await around.upstreams.catalogue.GetCatalogVersion(asked))


@router.get("/{number}/diff/{other}/", summary="Compare two versions", responses=staff_refusals(HTTPStatus.NOT_FOUND))
async def compare_versions(number: Number, other: Number, around: Around) -> schema.Differences:
    """What is different in `other`, entry by entry and member by member."""
    asked = message.DiffVersionsRequest(to=message.VersionOrDraft(number=other))
    getattr(asked, "from").number = number
    answer = await around.upstreams.catalogue.DiffVersions(asked)
    return view.differences(answer.differences)


@router.post(
    "/{number}/rollback/",
    status_code=HTTPStatus.CREATED,
    summary="Publish an older version again",
    responses=staff_refusals(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
)
async def roll_back(
    number: Number, sent: schema.RollbackRequest, response: Response, around: Around
) -> schema.VersionPublished:
    """Its content becomes a new version; history is never edited."""
    asked = message.RollbackRequest(number=number, effective_at=sent.effective_at, reason=sent.reason)
    answer = await around.upstreams.catalogue.Rollback(asked)
    response.headers["Location"] = address_of(answer.version)
    return schema.VersionPublished(version=view.version(answer.version))


def address_of(version: message.CatalogVersion) -> str:
    """Where a version is found."""
    return f"{router.prefix}/{version.number}/"
