"""The door to claims, for customers and staff: messages in, actions, messages out; no rule lives here."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import grpc
from chassis.clock import Clock
from chassis.cursors import page_size_of
from chassis.database import Database
from totetaxi.booking.v1 import claim_service_pb2 as messages
from totetaxi.booking.v1.claim_pb2 import Claim as ClaimMessage
from totetaxi.booking.v1.claim_service_pb2_grpc import ClaimServiceServicer

from booking.actions import open_claim as opening
from booking.actions import settle_claim as settling
from booking.claim_messages import STATUS_OF, claim_message, items_of
from booking.document_api import handler
from booking.domain.claims import Claim

Context = grpc.aio.ServicerContext[Any, Any]


class ClaimApi(ClaimServiceServicer):
    """booking.v1.ClaimService."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def OpenClaim(  # noqa: N802 - named by the contract
        self, request: messages.OpenClaimRequest, context: Context
    ) -> messages.OpenClaimResponse:
        """Claims."""
        opened = await opening.open_claim(
            self._database, UUID(request.booking_id), items_of(request.items), handler(), self._clock.now()
        )
        return messages.OpenClaimResponse(claim=shown(opened))

    async def ListClaims(  # noqa: N802 - named by the contract
        self, request: messages.ListClaimsRequest, context: Context
    ) -> messages.ListClaimsResponse:
        """Of one booking."""
        found = await opening.show_claims(self._database, UUID(request.booking_id), handler(), self._clock.now())
        return messages.ListClaimsResponse(claims=[shown(claim) for claim in found])

    async def SearchClaims(  # noqa: N802 - named by the contract
        self, request: messages.SearchClaimsRequest, context: Context
    ) -> messages.SearchClaimsResponse:
        """Of all."""
        status = STATUS_OF.get(request.status)
        size = page_size_of(request.page_size)
        found, following = await opening.search_claims(
            self._database, status, size, request.page_token, self._clock.now()
        )
        return messages.SearchClaimsResponse(
            claims=[claim_message(claim) for claim in found], next_page_token=following
        )

    async def AcceptClaim(  # noqa: N802 - named by the contract
        self, request: messages.AcceptClaimRequest, context: Context
    ) -> messages.AcceptClaimResponse:
        """Gives something back."""
        settled = await settling.accept_claim(
            self._database,
            UUID(request.claim_id),
            request.amount_cents,
            request.reason,
            handler().actor,
            self._clock.now(),
        )
        return messages.AcceptClaimResponse(claim=claim_message(settled))

    async def RejectClaim(  # noqa: N802 - named by the contract
        self, request: messages.RejectClaimRequest, context: Context
    ) -> messages.RejectClaimResponse:
        """Gives nothing back."""
        settled = await settling.reject_claim(
            self._database, UUID(request.claim_id), request.reason, handler().actor, self._clock.now()
        )
        return messages.RejectClaimResponse(claim=claim_message(settled))


def shown(claim: Claim) -> ClaimMessage:
    """A claim for whoever asks: what payments refused is for staff alone."""
    message = claim_message(claim)
    if handler().customer_id is not None:
        message.refund_refusal = ""
    return message
