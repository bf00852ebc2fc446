"""Storage, as staff look after it."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from totetaxi.booking.v1 import staff_storage_service_pb2 as service

from gateway.acting import act_as_staff
from gateway.dependencies import Around, IdempotencyKey
from gateway.paging import Cursor, PageSize
from gateway.refusal_docs import staff_refusals
from gateway.routes.bookings import REPLAYED
from gateway.schemas import storage as schema
from gateway.views import storage as view
from gateway.views.messages import message_of

router = APIRouter(prefix="/api/staff/storage", tags=["staff: storage"], dependencies=[Depends(act_as_staff)])

ONE = staff_refusals(HTTPStatus.NOT_FOUND)
CHANGE = staff_refusals(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT)


@router.get("/", summary="Storages", responses=staff_refusals())
async def search_storages(
    around: Around,
    status: schema.StorageStatusWord | None = None,
    standing: schema.StandingWord | None = None,
    customer_id: UUID | None = None,
    only_wanted_back: Annotated[bool, Query(description="Only where something is wanted back")] = False,
    page_size: PageSize = 50,
    cursor: Cursor = "",
) -> schema.StaffStorages:
    """Newest first."""
    filters = {"statuses": [status] if status else [], "standing": standing}
    asked = message_of(service.SearchStoragesRequest, filters)
    asked.customer_id = str(customer_id or "")
    asked.only_wanted_back = only_wanted_back
    asked.page_size, asked.page_token = page_size, cursor
    return view.staff_storages(await around.upstreams.staff_storages.SearchStorages(asked))


@router.post(
    "/",
    status_code=HTTPStatus.CREATED,
    summary="Start a storage",
    responses=staff_refusals(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.UNPROCESSABLE_ENTITY),
)
async def start_storage(
    sent: schema.NewStorage, response: Response, around: Around, key: IdempotencyKey
) -> schema.StaffStorage:
    """At the catalogue's monthly price; billed from its first day."""
    made = await around.upstreams.staff_storages.StartStorage(view.start_request(sent, key))
    if made.is_replayed:
        response.headers[REPLAYED] = "true"
    return view.staff_storage(made.storage)


@router.get("/{storage_id}/", summary="One storage", responses=ONE)
async def inspect_storage(storage_id: UUID, around: Around) -> schema.StaffStoragePage:
    """With its history."""
    asked = service.InspectStorageRequest(storage_id=str(storage_id))
    return view.storage_page(await around.upstreams.staff_storages.InspectStorage(asked))


@router.post("/{storage_id}/items/", summary="Take things in", responses=CHANGE)
async def add_items(storage_id: UUID, sent: schema.TakenIn, around: Around) -> schema.StaffStorage:
    """The same ids again change nothing."""
    asked = service.AddStorageItemsRequest(
        storage_id=str(storage_id),
        items=view.new_items(sent.items),
        taken_in_on=sent.taken_in_on.isoformat() if sent.taken_in_on else "",
    )
    return view.staff_storage((await around.upstreams.staff_storages.AddStorageItems(asked)).storage)


@router.post("/{storage_id}/items/return/", summary="Note that things left", responses=CHANGE)
async def return_items(storage_id: UUID, sent: schema.Returned, around: Around) -> schema.StaffStorage:
    """Nothing leaves while a bill is unpaid for good."""
    asked = service.ReturnStorageItemsRequest(
        storage_id=str(storage_id),
        item_ids=map(str, sent.item_ids),
        returned_on=sent.returned_on.isoformat() if sent.returned_on else "",
    )
    return view.staff_storage((await around.upstreams.staff_storages.ReturnStorageItems(asked)).storage)


@router.post("/{storage_id}/legs/", summary="Link a booking that brings or fetches", responses=CHANGE)
async def link_leg(storage_id: UUID, sent: schema.Leg, around: Around) -> schema.StaffStorage:
    """An ordinary booking of the same customer."""
    asked = message_of(service.LinkStorageLegRequest, sent.model_dump(mode="json"))
    asked.storage_id = str(storage_id)
    return view.staff_storage((await around.upstreams.staff_storages.LinkStorageLeg(asked)).storage)


@router.post("/{storage_id}/price/", summary="Give a storage today's price", responses=CHANGE)
async def refresh_price(storage_id: UUID, sent: schema.NewPrice, around: Around) -> schema.StaffStorage:
    """The catalogue's, as it was shown; the month that is running is prorated."""
    asked = service.RefreshStoragePriceRequest(
        storage_id=str(storage_id), expected_monthly_cents=sent.expected_monthly_cents, reason=sent.reason
    )
    return view.staff_storage((await around.upstreams.staff_storages.RefreshStoragePrice(asked)).storage)


@router.post("/{storage_id}/end/", summary="End a storage", responses=CHANGE)
async def end_storage(storage_id: UUID, sent: schema.EndingFor, around: Around) -> schema.StaffStorage:
    """With the month that is running."""
    asked = service.EndStorageForRequest(storage_id=str(storage_id), reason=sent.reason)
    return view.staff_storage((await around.upstreams.staff_storages.EndStorageFor(asked)).storage)
