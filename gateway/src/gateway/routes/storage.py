"""What a signed-in customer stores."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from fastapi import APIRouter, Depends
from totetaxi.booking.v1 import customer_storage_service_pb2 as service

from gateway.acting import act_as_customer
from gateway.dependencies import Around
from gateway.paging import DEFAULT_PAGE_SIZE, Cursor, PageSize
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.schemas import storage as schema
from gateway.views import storage as view

router = APIRouter(prefix="/api/customer/storage", tags=["my storage"], dependencies=[Depends(act_as_customer)])

LIST = refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN)
ONE = refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.NOT_FOUND)
CHANGE = refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT)


@router.get("/", summary="My storage", responses=LIST)
async def list_storages(
    around: Around, page_size: PageSize = DEFAULT_PAGE_SIZE, cursor: Cursor = ""
) -> schema.Storages:
    """Newest first."""
    asked = service.ListStoragesRequest(page_size=page_size, page_token=cursor)
    return view.storages(await around.upstreams.customer_storages.ListStorages(asked))


@router.get("/{storage_id}/", summary="One of my storages", responses=ONE)
async def get_storage(storage_id: UUID, around: Around) -> schema.Storage:
    """With all that is in it, how its bills stand, and when an end that is asked for today would be."""
    asked = service.GetStorageRequest(storage_id=str(storage_id))
    return view.storage((await around.upstreams.customer_storages.GetStorage(asked)).storage)


@router.post("/{storage_id}/return/", summary="Ask for things back", responses=CHANGE)
async def request_return(storage_id: UUID, sent: schema.WantedBack, around: Around) -> schema.Storage:
    """We call about the day; while a bill is unpaid for good nothing leaves, and 409 says so."""
    asked = service.RequestReturnRequest(
        storage_id=str(storage_id),
        item_ids=map(str, sent.item_ids),
        wanted_back_on=sent.wanted_back_on.isoformat() if sent.wanted_back_on else "",
    )
    return view.storage((await around.upstreams.customer_storages.RequestReturn(asked)).storage)


@router.post("/{storage_id}/end/", summary="End a storage", responses=CHANGE)
async def end_storage(storage_id: UUID, sent: schema.Ending, around: Around) -> schema.Storage:
    """With the month that is running; everything in it is asked for by then."""
    asked = service.EndStorageRequest(storage_id=str(storage_id), expected_end_date=sent.expected_end_date.isoformat())
    return view.storage((await around.upstreams.customer_storages.EndStorage(asked)).storage)
