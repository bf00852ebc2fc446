"""Giving money back: staff ask, somebody else decides."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from chassis.cursors import page_size_of
from chassis.identifiers import new_id
from chassis.principal import current_principal
from chassis.refusal import NotAllowed, NotFound
from totetaxi.payments.v1 import refund_service_pb2 as rpc
from totetaxi.payments.v1 import refund_service_pb2_grpc

from payments.actions import list_for_staff
from payments.actions.decide_refund import approve_refund, reject_refund
from payments.actions.request_refund import Wish, request_refund
from payments.desk import Desk
from payments.refund_messages import refund_conditions, refund_message
from payments.store import refunds as store
from payments.store.lists import REFUNDS

PAGE_SIZE = 50


class RefundApi(refund_service_pb2_grpc.RefundServiceServicer):
    """Refunds, one approval each."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def RequestRefund(self, request: rpc.RequestRefundRequest, context: Any) -> rpc.RequestRefundResponse:  # noqa: N802
        """Staff ask for one, or booking for them."""
        if request.staff_id and current_principal().kind != "service":
            raise NotAllowed("not_for_others", "You can ask for a refund in your own name alone; leave staff_id out.")
        wish = Wish(
            UUID(request.payment_id),
            request.amount_cents,
            request.reason.strip(),
            request.idempotency_key,
            request.staff_id,
        )
        refund = await request_refund(self._desk.database, new_id(), wish, self._desk.clock.now())
        return rpc.RequestRefundResponse(refund=refund_message(refund))

    async def ApproveRefund(self, request: rpc.ApproveRefundRequest, context: Any) -> rpc.ApproveRefundResponse:  # noqa: N802
        """Somebody else approves it."""
        refund = await approve_refund(self._desk.database, UUID(request.refund_id), self._desk.clock.now())
        return rpc.ApproveRefundResponse(refund=refund_message(refund))

    async def RejectRefund(self, request: rpc.RejectRefundRequest, context: Any) -> rpc.RejectRefundResponse:  # noqa: N802
        """Somebody rejects it."""
        desk = self._desk
        refund = await reject_refund(desk.database, UUID(request.refund_id), request.reason.strip(), desk.clock.now())
        return rpc.RejectRefundResponse(refund=refund_message(refund))

    async def GetRefund(self, request: rpc.GetRefundRequest, context: Any) -> rpc.GetRefundResponse:  # noqa: N802
        """One refund."""
        async with self._desk.database.reading() as connection:
            refund = await store.find_refund(connection, UUID(request.refund_id))
        if refund is None:
            raise NotFound("refund_not_found", "There is no such refund.", "refund_id")
        return rpc.GetRefundResponse(refund=refund_message(refund))

    async def ListRefunds(self, request: rpc.ListRefundsRequest, context: Any) -> rpc.ListRefundsResponse:  # noqa: N802
        """Refunds, newest first."""
        page = await list_for_staff.list_page(
            self._desk.database,
            REFUNDS,
            refund_conditions(request.filter),
            page_size_of(request.page_size, PAGE_SIZE),
            request.page_token,
            self._desk.clock.now(),
        )
        refunds = [refund_message(row) for row in page.rows]
        return rpc.ListRefundsResponse(
            refunds=refunds, next_page_token=page.next_page_token, total_count=page.total_count
        )
