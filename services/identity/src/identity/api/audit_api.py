"""identity.v1.AuditService: who did what, for those who may know."""

from __future__ import annotations

from typing import Any

import grpc
from chassis.clock import Clock
from chassis.database import Database
from totetaxi.identity.v1 import audit_service_pb2 as messages
from totetaxi.identity.v1.audit_service_pb2_grpc import AuditServiceServicer

from identity.actions.search_audit_log import export_audit_log, search_audit_log
from identity.actions.verify_audit_chain import verify_audit_chain
from identity.messages.audit import entry_message, filter_of

Context = grpc.aio.ServicerContext[Any, Any]

PAGE = 50
EXPORT_PAGE = 1000
STRETCH = 10_000


class AuditApi(AuditServiceServicer):
    """The audit log."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def SearchAuditLog(  # noqa: N802 - named by the contract
        self, request: messages.SearchAuditLogRequest, context: Context
    ) -> messages.SearchAuditLogResponse:
        """A page, newest first."""
        entries, next_cursor = await search_audit_log(
            self._database,
            filter_of(request.filter),
            request.cursor,
            request.page_size or PAGE,
            self._clock.now(),
        )
        return messages.SearchAuditLogResponse(entries=map(entry_message, entries), next_cursor=next_cursor)

    async def ExportAuditLog(  # noqa: N802 - named by the contract
        self, request: messages.ExportAuditLogRequest, context: Context
    ) -> messages.ExportAuditLogResponse:
        """A page, oldest first."""
        entries, next_cursor = await export_audit_log(
            self._database,
            filter_of(request.filter),
            request.cursor,
            request.page_size or EXPORT_PAGE,
            self._clock.now(),
        )
        return messages.ExportAuditLogResponse(entries=map(entry_message, entries), next_cursor=next_cursor)

    async def VerifyAuditChain(  # noqa: N802 - named by the contract
        self, request: messages.VerifyAuditChainRequest, context: Context
    ) -> messages.VerifyAuditChainResponse:
        """A stretch of the chain."""
        stretch = await verify_audit_chain(self._database, request.from_position, request.limit or STRETCH)
        broken = stretch.broken
        return messages.VerifyAuditChainResponse(
            is_intact=broken is None,
            verified=stretch.verified,
            broken_position=broken.position if broken else 0,
            finding=broken.finding if broken else "",
            next_position=stretch.next_position,
        )
