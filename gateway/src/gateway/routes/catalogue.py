"""What we sell; asked again within a second, these pages are answered by `fresh_pages.py`."""

from __future__ import annotations

from http import HTTPStatus

from chassis.refusal import NotFound
from fastapi import APIRouter, Depends, Request, Response

from gateway.catalogue_cache import conditional
from gateway.dependencies import Around, act_as_visitor
from gateway.refusal_docs import refusals
from gateway.schemas.catalogue import OrganizingByTier, OrganizingService, PackagesWithOrganizing, Services
from gateway.views import catalogue as view

router = APIRouter(prefix="/api/public/services", tags=["catalogue"], dependencies=[Depends(act_as_visitor)])


@router.get("/", summary="Everything we sell", response_model=Services, responses=refusals())
async def list_services(request: Request, around: Around) -> Response:
    """Packages by price, organizing, specialty items, rates, rules of date and demand, service areas and options.

    Has a strong ETag.
    """
    snapshot = await around.catalogue.snapshot()
    return conditional(request, snapshot.page(request.url.path, view.services))


@router.get(
    "/mini-moves-with-organizing/",
    summary="Mini moves, each with its organizing",
    response_model=PackagesWithOrganizing,
    responses=refusals(),
)
async def list_packages_with_organizing(request: Request, around: Around) -> Response:
    """Every package with the packing and unpacking of its tier. Has a strong ETag."""
    snapshot = await around.catalogue.snapshot()
    return conditional(request, snapshot.page(request.url.path, view.packages_with_organizing))


@router.get("/organizing-by-tier/", summary="Organizing by tier", response_model=OrganizingByTier, responses=refusals())
async def list_organizing_by_tier(request: Request, around: Around) -> Response:
    """Packing and unpacking of petite, standard and full. Has a strong ETag."""
    snapshot = await around.catalogue.snapshot()
    return conditional(request, snapshot.page(request.url.path, view.organizing_by_tier))


@router.get("/organizing/{service_id}/", summary="One organizing service", responses=refusals(HTTPStatus.NOT_FOUND))
async def get_organizing(service_id: str, around: Around) -> OrganizingService:
    """By its id."""
    snapshot = await around.catalogue.snapshot()
    for service in snapshot.catalogue.organizing_services:
        if service.id == service_id.lower():
            return view.organizing(service)
    raise NotFound("organizing_service_unknown", "There is no organizing service with this id.")
