"""identity.v1.AddressService: the addresses that customers keep."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import grpc
from chassis.cursors import page_size_of
from totetaxi.identity.v1 import address_service_pb2 as messages
from totetaxi.identity.v1.address_service_pb2_grpc import AddressServiceServicer

from identity.access import Access
from identity.actions import keep_addresses
from identity.api.callers import calling_customer, optional_id
from identity.domain.address import MEMBERS, Purpose
from identity.domain.cursor import moment_at
from identity.messages.changes import given, present
from identity.messages.pages import dated_page
from identity.messages.people import address_message
from identity.signatures import Signatures
from identity.store.addresses import Use

Context = grpc.aio.ServicerContext[Any, Any]

LONGEST_PAGE = 100
SUGGESTED = 5
PURPOSES: dict[messages.AddressPurpose, Purpose] = {
    messages.ADDRESS_PURPOSE_PICKUP: "pickup",
    messages.ADDRESS_PURPOSE_DELIVERY: "delivery",
}


class AddressApi(AddressServiceServicer):
    """Saved addresses."""

    def __init__(self, access: Access, signatures: Signatures) -> None:
        self._access = access
        self._database = access.database
        self._signatures = signatures

    async def ListAddresses(  # noqa: N802 - named by the contract
        self, request: messages.ListAddressesRequest, context: Context
    ) -> messages.ListAddressesResponse:
        """A page of the caller's."""
        limit = page_size_of(request.page_size, LONGEST_PAGE)
        found, total = await keep_addresses.list_addresses(
            self._database, calling_customer(), moment_at(request.cursor), limit + 1
        )
        page, cursor = dated_page(found, limit)
        return messages.ListAddressesResponse(
            addresses=[address_message(address) for address in page],
            next_cursor=cursor,
            total_count=total,
        )

    async def BatchGetAddresses(  # noqa: N802 - named by the contract
        self, request: messages.BatchGetAddressesRequest, context: Context
    ) -> messages.BatchGetAddressesResponse:
        """Some of the caller's, in the order asked."""
        ids = [UUID(address_id) for address_id in request.address_ids]
        found = await keep_addresses.addresses_by_id(self._database, calling_customer(), ids)
        return messages.BatchGetAddressesResponse(addresses=[address_message(address) for address in found])

    async def CreateAddress(  # noqa: N802 - named by the contract
        self, request: messages.CreateAddressRequest, context: Context
    ) -> messages.CreateAddressResponse:
        """Keeps one."""
        address = await keep_addresses.create_address(
            self._database,
            optional_id(request.address_id),
            calling_customer(),
            given(request, MEMBERS),
            self._access.terms.addresses_each,
            self._signatures.now(),
        )
        return messages.CreateAddressResponse(address=address_message(address))

    async def UpdateAddress(  # noqa: N802 - named by the contract
        self, request: messages.UpdateAddressRequest, context: Context
    ) -> messages.UpdateAddressResponse:
        """Changes what is present."""
        address = await keep_addresses.update_address(
            self._database,
            calling_customer(),
            UUID(request.address_id),
            present(request, *MEMBERS),
            request.expected_version,
        )
        return messages.UpdateAddressResponse(address=address_message(address))

    async def DeleteAddress(  # noqa: N802 - named by the contract
        self, request: messages.DeleteAddressRequest, context: Context
    ) -> messages.DeleteAddressResponse:
        """Forgets one."""
        address_id = UUID(request.address_id)
        await keep_addresses.delete_address(self._database, calling_customer(), address_id, self._signatures.now())
        return messages.DeleteAddressResponse()

    async def NoteAddressUse(  # noqa: N802 - named by the contract
        self, request: messages.NoteAddressUseRequest, context: Context
    ) -> messages.NoteAddressUseResponse:
        """Counts what a booking uses."""
        uses = [Use(UUID(use.address_id), PURPOSES[use.purpose]) for use in request.uses]
        await keep_addresses.note_address_use(
            self._database, calling_customer(), UUID(request.booking_id), uses, self._signatures.now()
        )
        return messages.NoteAddressUseResponse()

    async def SuggestAddresses(  # noqa: N802 - named by the contract
        self, request: messages.SuggestAddressesRequest, context: Context
    ) -> messages.SuggestAddressesResponse:
        """The most used first."""
        limit = page_size_of(request.limit, SUGGESTED)
        purpose = PURPOSES.get(request.purpose)
        found = await keep_addresses.suggest_addresses(self._database, calling_customer(), purpose, limit)
        return messages.SuggestAddressesResponse(addresses=[address_message(address) for address in found])
