"""The door of the waiting list: no rule lives here."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import grpc
from chassis.clock import Clock
from chassis.cursors import page_size_of
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.principal import current_principal
from totetaxi.booking.v1 import waiting_list_service_pb2 as messages
from totetaxi.booking.v1.waiting_list_service_pb2_grpc import WaitingListServiceServicer

from booking.actions import Terms
from booking.actions import waiting_list as actions
from booking.domain.pickup import parsed_date
from booking.domain.waiting import Waiting, WaitingState
from booking.messages import WINDOW_OF, WINDOWS, contact_message, contact_of, timestamp

Context = grpc.aio.ServicerContext[Any, Any]

STATES: dict[WaitingState, Any] = {
    state: messages.WaitingState.Value(f"WAITING_STATE_{state.upper()}") for state in WaitingState
}


class WaitingListApi(WaitingListServiceServicer):
    """booking.v1.WaitingListService."""

    def __init__(self, database: Database, terms: Terms, clock: Clock) -> None:
        self._database = database
        self._terms = terms
        self._clock = clock

    async def JoinWaitingList(  # noqa: N802 - named by the contract
        self, request: messages.JoinWaitingListRequest, context: Context
    ) -> messages.JoinWaitingListResponse:
        """Puts a name down."""
        now = self._clock.now()
        customer = current_principal().customer_id
        wanted = Waiting(
            id=new_id(),
            pickup_date=parsed_date(request.pickup_date, "pickup_date"),
            pickup_window=WINDOW_OF[request.pickup_window] if request.pickup_window else None,
            state=WaitingState.WAITING,
            contact=contact_of(request.contact),
            language=request.language,
            customer_id=UUID(customer) if customer else None,
            token_hash=b"",
            joined_at=now,
            updated_at=now,
        )
        joined = await actions.join_waiting_list(self._database, wanted, self._terms.usual, now)
        return messages.JoinWaitingListResponse(waiting=waiting_message(joined.entry), token=joined.token)

    async def GetWaiting(  # noqa: N802 - named by the contract
        self, request: messages.GetWaitingRequest, context: Context
    ) -> messages.GetWaitingResponse:
        """How it stands."""
        entry = await actions.look_at_waiting(self._database, request.token)
        return messages.GetWaitingResponse(waiting=waiting_message(entry))

    async def LeaveWaitingList(  # noqa: N802 - named by the contract
        self, request: messages.LeaveWaitingListRequest, context: Context
    ) -> messages.LeaveWaitingListResponse:
        """Takes a name off."""
        entry = await actions.leave_waiting_list(self._database, request.token, self._clock.now())
        return messages.LeaveWaitingListResponse(waiting=waiting_message(entry))

    async def ListWaiting(  # noqa: N802 - named by the contract
        self, request: messages.ListWaitingRequest, context: Context
    ) -> messages.ListWaitingResponse:
        """The line of a day."""
        day, size = parsed_date(request.pickup_date, "pickup_date"), page_size_of(request.page_size)
        entries, cursor = await actions.list_waiting(self._database, day, size, request.page_token, self._clock.now())
        return messages.ListWaitingResponse(entries=map(waiting_message, entries), next_page_token=cursor)


def waiting_message(entry: Waiting) -> messages.Waiting:
    """One entry."""
    message = messages.Waiting(
        id=str(entry.id),
        pickup_date=entry.pickup_date.isoformat(),
        state=STATES[entry.state],
        joined_at=timestamp(entry.joined_at),
        contact=contact_message(entry.contact),
    )
    if entry.pickup_window:
        message.pickup_window = WINDOWS[entry.pickup_window]
    if entry.offered_window:
        message.offered_window = WINDOWS[entry.offered_window]
    if entry.offer_ends_at:
        message.offer_ends_at.CopyFrom(timestamp(entry.offer_ends_at))
    return message
