"""What comparisons with Stripe found, for staff."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import sqlalchemy as sql
from chassis.cursors import page_size_of
from totetaxi.payments.v1 import reconciliation_service_pb2 as rpc
from totetaxi.payments.v1 import reconciliation_service_pb2_grpc

from payments.actions.list_for_staff import list_page
from payments.actions.resolve_difference import resolve_difference
from payments.desk import Desk
from payments.messages import word_of
from payments.store.lists import DIFFERENCES, RECONCILIATIONS
from payments.store.reconciliation_tables import DIFFERING, differences

PAGE_SIZE = 50


class ReconciliationApi(reconciliation_service_pb2_grpc.ReconciliationServiceServicer):
    """Differences and comparisons."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def ListDifferences(  # noqa: N802
        self, request: rpc.ListDifferencesRequest, context: Any
    ) -> rpc.ListDifferencesResponse:
        """Newest first."""
        size, now = page_size_of(request.page_size, PAGE_SIZE), self._desk.clock.now()
        conditions = conditions_of(request)
        page = await list_page(self._desk.database, DIFFERENCES, conditions, size, request.page_token, now)
        return rpc.ListDifferencesResponse(
            differences=[difference_message(row) for row in page.rows],
            next_page_token=page.next_page_token,
            total_count=page.total_count,
        )

    async def ResolveDifference(  # noqa: N802
        self, request: rpc.ResolveDifferenceRequest, context: Any
    ) -> rpc.ResolveDifferenceResponse:
        """Staff say what became of it."""
        desk, difference_id = self._desk, UUID(request.difference_id)
        resolved = await resolve_difference(desk.database, difference_id, request.resolution, desk.clock.now())
        return rpc.ResolveDifferenceResponse(difference=difference_message(resolved))

    async def ListReconciliations(  # noqa: N802
        self, request: rpc.ListReconciliationsRequest, context: Any
    ) -> rpc.ListReconciliationsResponse:
        """Newest first."""
        size, now = page_size_of(request.page_size), self._desk.clock.now()
        conditions = [sql.text(DIFFERING)] if request.only_differing else []
        page = await list_page(self._desk.database, RECONCILIATIONS, conditions, size, request.page_token, now)
        return rpc.ListReconciliationsResponse(
            reconciliations=[reconciliation_message(row) for row in page.rows],
            next_page_token=page.next_page_token,
            total_count=page.total_count,
        )


def conditions_of(request: rpc.ListDifferencesRequest) -> list[Any]:
    """The rows that are asked for."""
    wanted: list[Any] = [] if request.include_resolved else [differences.c.resolved_at.is_(None)]
    if request.kind:
        wanted.append(differences.c.kind == word_of(rpc.DifferenceKind, request.kind))
    return wanted


def difference_message(row: Any) -> rpc.Difference:
    """A difference as staff see it."""
    message = rpc.Difference(
        id=str(row.id),
        kind=f"DIFFERENCE_KIND_{row.kind.upper()}",
        subject=row.subject,
        payment_id=str(row.payment_id or ""),
        detail=row.detail,
        amount_cents=row.amount_cents,
        resolved_by=row.resolved_by,
        resolution=row.resolution,
    )
    message.first_seen_at.FromDatetime(row.first_seen_at)
    message.last_seen_at.FromDatetime(row.last_seen_at)
    if row.resolved_at:
        message.resolved_at.FromDatetime(row.resolved_at)
    return message


def reconciliation_message(row: Any) -> rpc.Reconciliation:
    """A comparison as staff see it."""
    message = rpc.Reconciliation(
        id=str(row.id), compared=row.compared, lost_webhooks=row.lost, repaired=row.repaired, raised=row.raised
    )
    message.compared_from.FromDatetime(row.compared_from)
    message.compared_until.FromDatetime(row.compared_until)
    message.finished_at.FromDatetime(row.finished_at)
    return message
