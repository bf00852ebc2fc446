"""The door of staff who look after storage: messages in, actions, messages out; no rule lives here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

import grpc
from chassis.clock import Clock, new_york_date
from chassis.cursors import page_size_of
from chassis.database import Database
from totetaxi.booking.v1 import staff_storage_service_pb2 as messages
from totetaxi.booking.v1.staff_storage_service_pb2_grpc import StaffStorageServiceServicer
from totetaxi.booking.v1.storage_pb2 import Storage

from booking.actions import storage as actions
from booking.list_messages import optional_day, optional_id
from booking.staff_api import acting_staff
from booking.storage_messages import (
    DIRECTION_OF,
    STANDING_OF,
    history_messages,
    ids_of,
    page_messages,
    statuses_of,
    storage_message,
)
from booking.storage_wishes import beginning_of, new_items
from booking.store.storage_lists import WantedStorages

if TYPE_CHECKING:
    from totetaxi.pricing.v1.pricing_service_pb2_grpc import PricingServiceAsyncStub as Pricing

Context = grpc.aio.ServicerContext[Any, Any]

PAGE_SIZE = 50


class StaffStorageApi(StaffStorageServiceServicer):
    """booking.v1.StaffStorageService."""

    def __init__(self, database: Database, pricing: Pricing, clock: Clock) -> None:
        self._database = database
        self._pricing = pricing
        self._clock = clock

    def _message(self, view: actions.StorageView) -> Storage:
        return storage_message(view, new_york_date(self._clock.now()))

    async def StartStorage(  # noqa: N802 - named by the contract
        self, request: messages.StartStorageRequest, context: Context
    ) -> messages.StartStorageResponse:
        """Starts or plans one."""
        beginning = beginning_of(request, acting_staff())
        made = await actions.start_storage(self._database, self._pricing, beginning, self._clock.now())
        return messages.StartStorageResponse(storage=made.storage, is_replayed=made.is_replayed)

    async def SearchStorages(  # noqa: N802 - named by the contract
        self, request: messages.SearchStoragesRequest, context: Context
    ) -> messages.SearchStoragesResponse:
        """Storages, newest first."""
        now = self._clock.now()
        wanted = WantedStorages(
            statuses=statuses_of(request.statuses),
            standing=STANDING_OF.get(request.standing),
            customer_id=optional_id(request.customer_id, "customer_id"),
            is_wanted_back=request.only_wanted_back,
        )
        size = page_size_of(request.page_size, PAGE_SIZE)
        page = await actions.search_storages(self._database, wanted, size, request.page_token, now)
        shown = page_messages(page, new_york_date(now))
        return messages.SearchStoragesResponse(storages=shown, next_page_token=page.next_cursor)

    async def InspectStorage(  # noqa: N802 - named by the contract
        self, request: messages.InspectStorageRequest, context: Context
    ) -> messages.InspectStorageResponse:
        """One in full."""
        view, history = await actions.inspect_storage(self._database, UUID(request.storage_id), self._clock.now())
        return messages.InspectStorageResponse(storage=self._message(view), history=history_messages(history))

    async def AddStorageItems(  # noqa: N802 - named by the contract
        self, request: messages.AddStorageItemsRequest, context: Context
    ) -> messages.AddStorageItemsResponse:
        """Takes things in."""
        view = await actions.add_items(
            self._database,
            UUID(request.storage_id),
            new_items(request.items),
            optional_day(request.taken_in_on, "taken_in_on"),
            acting_staff(),
            self._clock.now(),
        )
        return messages.AddStorageItemsResponse(storage=self._message(view))

    async def ReturnStorageItems(  # noqa: N802 - named by the contract
        self, request: messages.ReturnStorageItemsRequest, context: Context
    ) -> messages.ReturnStorageItemsResponse:
        """Notes that things left."""
        view = await actions.return_items(
            self._database,
            UUID(request.storage_id),
            ids_of(request.item_ids),
            optional_day(request.returned_on, "returned_on"),
            acting_staff(),
            self._clock.now(),
        )
        return messages.ReturnStorageItemsResponse(storage=self._message(view))

    async def LinkStorageLeg(  # noqa: N802 - named by the contract
        self, request: messages.LinkStorageLegRequest, context: Context
    ) -> messages.LinkStorageLegResponse:
        """Links a booking."""
        ids = UUID(request.storage_id), UUID(request.booking_id)
        direction = DIRECTION_OF[request.direction]
        view = await actions.link_leg(self._database, *ids, direction, acting_staff(), self._clock.now())
        return messages.LinkStorageLegResponse(storage=self._message(view))

    async def RefreshStoragePrice(  # noqa: N802 - named by the contract
        self, request: messages.RefreshStoragePriceRequest, context: Context
    ) -> messages.RefreshStoragePriceResponse:
        """Gives it today's price."""
        view = await actions.refresh_price(
            self._database,
            self._pricing,
            UUID(request.storage_id),
            request.expected_monthly_cents,
            request.reason,
            acting_staff(),
            self._clock.now(),
        )
        return messages.RefreshStoragePriceResponse(storage=self._message(view))

    async def EndStorageFor(  # noqa: N802 - named by the contract
        self, request: messages.EndStorageForRequest, context: Context
    ) -> messages.EndStorageForResponse:
        """Ends it with its month."""
        view = await actions.end_for_customer(
            self._database, UUID(request.storage_id), request.reason, acting_staff(), self._clock.now()
        )
        return messages.EndStorageForResponse(storage=self._message(view))
