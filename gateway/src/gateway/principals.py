"""The visitors' principal: one for everybody who has not signed in, renewed ahead of its end."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import structlog
from chassis.clock import Clock
from chassis.loops import pause
from chassis.refusal import Refusal
from chassis.remote import acting_for
from totetaxi.identity.v1.identity_service_pb2 import IssueAnonymousPrincipalRequest, SignedPrincipal

if TYPE_CHECKING:
    from totetaxi.identity.v1.identity_service_pb2_grpc import IdentityServiceAsyncStub

RENEW_BEFORE_SECONDS = 30.0
SPARE_SECONDS = 3.0
"""A principal this near its end might be over when it arrives."""
RETRY_SECONDS = 1.0

logger = structlog.get_logger()


class VisitorPrincipal:
    """Keeps the anonymous principal; goes on using it while identity does not answer, as long as it is good."""

    def __init__(self, identity: IdentityServiceAsyncStub, clock: Clock) -> None:
        self._identity = identity
        self._clock = clock
        self._principal = SignedPrincipal()
        self._asking: asyncio.Task[None] | None = None

    async def token(self) -> str:
        """The signed principal. Raises Unavailable when there is none and identity does not answer."""
        if self._seconds_left() <= SPARE_SECONDS:
            await self._renew()
        return self._principal.token

    async def keep_fresh(self, stopping: asyncio.Event) -> None:
        """Renews until `stopping`."""
        while not stopping.is_set():
            try:
                await self._renew()
            except Refusal as refusal:
                logger.warning("no new principal for visitors", slug=refusal.slug)
                await pause(RETRY_SECONDS, stopping)
                continue
            await pause(max(self._seconds_left() - RENEW_BEFORE_SECONDS, RETRY_SECONDS), stopping)

    async def _renew(self) -> None:
        """Asks identity; those who want it at the same moment share one question."""
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._ask())
        await asyncio.shield(self._asking)

    async def _ask(self) -> None:
        acting_for.set(None)  # the gateway asks for itself, whoever's request this is
        answer = await self._identity.IssueAnonymousPrincipal(IssueAnonymousPrincipalRequest())
        self._principal = answer.principal

    def _seconds_left(self) -> float:
        return self._principal.expires_at.seconds - self._clock.now().timestamp()
