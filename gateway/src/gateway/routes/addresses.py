"""The addresses that a customer keeps."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated
from urllib.parse import urlencode
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from totetaxi.identity.v1.address_service_pb2 import (
    BatchGetAddressesRequest,
    DeleteAddressRequest,
    ListAddressesRequest,
    SuggestAddressesRequest,
)

from gateway.acting import act_as_customer
from gateway.dependencies import Around, Surroundings
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.schemas.members import Cursor
from gateway.schemas.profiles import AddressChange, AddressPage, NewAddress, SavedAddress, SuggestedAddresses
from gateway.versions import ExpectedVersion, show_version
from gateway.views import profiles as view
from gateway.views.words import AddressPurposeWord, address_purpose_of

PATH = "/api/customer/addresses"

router = APIRouter(prefix=PATH, tags=["addresses"], dependencies=[Depends(act_as_customer)])

ONE = refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.NOT_FOUND)
CHANGE = refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.NOT_FOUND, HTTPStatus.PRECONDITION_FAILED)


@router.get("/", summary="My addresses", responses=refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN))
async def list_addresses(
    around: Around,
    page_size: Annotated[int, Query(ge=1, le=100)] = 100,
    cursor: Cursor = "",
) -> AddressPage:
    """Newest first."""
    answer = await around.upstreams.addresses.ListAddresses(ListAddressesRequest(page_size=page_size, cursor=cursor))
    following = urlencode({"page_size": page_size, "cursor": answer.next_cursor})
    return view.address_page(answer, f"{PATH}/?{following}" if answer.next_cursor else None)


@router.get("/suggestions/", summary="What a booking form should propose", responses=refusals(*SIGNED_IN))
async def suggest_addresses(
    around: Around,
    purpose: AddressPurposeWord | None = None,
    limit: Annotated[int, Query(ge=1, le=10)] = 5,
) -> SuggestedAddresses:
    """The most used first, then the most recently used."""
    asked = SuggestAddressesRequest(purpose=address_purpose_of(purpose), limit=limit)
    answer = await around.upstreams.addresses.SuggestAddresses(asked)
    return SuggestedAddresses(addresses=[view.address(each) for each in answer.addresses])


@router.post(
    "/",
    status_code=HTTPStatus.CREATED,
    summary="Keep an address",
    responses=refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.CONFLICT),
)
async def create_address(sent: NewAddress, response: Response, around: Around) -> SavedAddress:
    """100 at most."""
    kept = (await around.upstreams.addresses.CreateAddress(view.new_address(sent))).address
    show_version(response, kept.version)
    return view.address(kept)


@router.get("/{address_id}/", summary="One of my addresses", responses=ONE)
async def get_address(address_id: UUID, response: Response, around: Around) -> SavedAddress:
    """With an ETag for If-Match."""
    answer = await around.upstreams.addresses.BatchGetAddresses(BatchGetAddressesRequest(address_ids=[str(address_id)]))
    show_version(response, answer.addresses[0].version)
    return view.address(answer.addresses[0])


@router.put("/{address_id}/", summary="Replace an address", responses=CHANGE)
async def replace_address(
    address_id: UUID, sent: NewAddress, response: Response, around: Around, version: ExpectedVersion
) -> SavedAddress:
    """All of it."""
    return await changed(address_id, sent, response, around, version)


@router.patch("/{address_id}/", summary="Change part of an address", responses=CHANGE)
async def change_address(
    address_id: UUID, sent: AddressChange, response: Response, around: Around, version: ExpectedVersion
) -> SavedAddress:
    """What is sent changes; the rest stays."""
    return await changed(address_id, sent, response, around, version)


@router.delete("/{address_id}/", status_code=HTTPStatus.NO_CONTENT, summary="Forget an address", responses=ONE)
async def delete_address(address_id: UUID, around: Around) -> None:
    """Bookings that used it keep theirs."""
    await around.upstreams.addresses.DeleteAddress(DeleteAddressRequest(address_id=str(address_id)))


async def changed(
    address_id: UUID, sent: NewAddress | AddressChange, response: Response, around: Surroundings, version: int
) -> SavedAddress:
    """The address as it is after the change."""
    asked = view.address_change(str(address_id), sent, version)
    kept = (await around.upstreams.addresses.UpdateAddress(asked)).address
    show_version(response, kept.version)
    return view.address(kept)
