"""The door of customers who store: messages in, actions, messages out; no rule lives here."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import grpc
from chassis.clock import Clock, new_york_date
from chassis.cursors import page_size_of
from chassis.database import Database
from totetaxi.booking.v1 import customer_storage_service_pb2 as messages
from totetaxi.booking.v1.customer_storage_service_pb2_grpc import CustomerStorageServiceServicer
from totetaxi.booking.v1.storage_pb2 import Storage

from booking.actions import storage as actions
from booking.domain.pickup import parsed_date
from booking.list_messages import calling_customer, optional_day
from booking.storage_messages import ids_of, page_messages, storage_message
from booking.store.storage_lists import WantedStorages

Context = grpc.aio.ServicerContext[Any, Any]


class CustomerStorageApi(CustomerStorageServiceServicer):
    """booking.v1.CustomerStorageService."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def _message(self, view: actions.StorageView) -> Storage:
        return storage_message(view, new_york_date(self._clock.now()))

    async def ListStorages(  # noqa: N802 - named by the contract
        self, request: messages.ListStoragesRequest, context: Context
    ) -> messages.ListStoragesResponse:
        """The caller's storages, newest first."""
        wanted = WantedStorages(customer_id=calling_customer())
        size = page_size_of(request.page_size)
        page = await actions.list_storages(self._database, wanted, size, request.page_token)
        shown = page_messages(page, new_york_date(self._clock.now()))
        return messages.ListStoragesResponse(storages=shown, next_page_token=page.next_cursor)

    async def GetStorage(  # noqa: N802 - named by the contract
        self, request: messages.GetStorageRequest, context: Context
    ) -> messages.GetStorageResponse:
        """One in full."""
        found = await actions.storage_of_customer(self._database, UUID(request.storage_id), calling_customer())
        return messages.GetStorageResponse(storage=self._message(found))

    async def RequestReturn(  # noqa: N802 - named by the contract
        self, request: messages.RequestReturnRequest, context: Context
    ) -> messages.RequestReturnResponse:
        """Asks for things."""
        view = await actions.request_return(
            self._database,
            UUID(request.storage_id),
            ids_of(request.item_ids),
            optional_day(request.wanted_back_on, "wanted_back_on"),
            calling_customer(),
            self._clock.now(),
        )
        return messages.RequestReturnResponse(storage=self._message(view))

    async def EndStorage(  # noqa: N802 - named by the contract
        self, request: messages.EndStorageRequest, context: Context
    ) -> messages.EndStorageResponse:
        """Ends it with its month."""
        shown = parsed_date(request.expected_end_date, "expected_end_date")
        view = await actions.end_own_storage(
            self._database, UUID(request.storage_id), calling_customer(), shown, self._clock.now()
        )
        return messages.EndStorageResponse(storage=self._message(view))
