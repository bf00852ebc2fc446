"""The door to handovers, for customers and the crew: messages in, actions, messages out; no rule lives here."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import UUID

import grpc
from chassis.clock import Clock
from chassis.database import Database
from totetaxi.booking.v1 import handover_service_pb2 as messages
from totetaxi.booking.v1.booking_paper_service_pb2 import Paper
from totetaxi.booking.v1.handover_service_pb2_grpc import HandoverServiceServicer

from booking.actions import find_proof as proofs
from booking.actions import hand_over as actions
from booking.document_api import handler
from booking.domain.handovers import Handover, HandoverProof, Stage, new_code
from booking.files import Files
from booking.messages import timestamp
from booking.papers import proof_pack_file

Context = grpc.aio.ServicerContext[Any, Any]

STAGES = {Stage.PICKUP: messages.HANDOVER_STAGE_PICKUP, Stage.DELIVERY: messages.HANDOVER_STAGE_DELIVERY}
STAGE_OF = {message: stage for stage, message in STAGES.items()}
PROOFS = {
    None: messages.HANDOVER_PROOF_UNSPECIFIED,
    HandoverProof.CODE: messages.HANDOVER_PROOF_CODE,
    HandoverProof.SIGNATURE: messages.HANDOVER_PROOF_SIGNATURE,
}


class HandoverApi(HandoverServiceServicer):
    """booking.v1.HandoverService."""

    def __init__(self, database: Database, files: Files, contact_email: str, clock: Clock) -> None:
        self._database = database
        self._files = files
        self._contact_email = contact_email
        self._clock = clock

    async def RecordHandover(  # noqa: N802 - named by the contract
        self, request: messages.RecordHandoverRequest, context: Context
    ) -> messages.RecordHandoverResponse:
        """Notes it."""
        noted = await actions.record_handover(
            self._database,
            UUID(request.booking_id),
            STAGE_OF[request.stage],
            request.condition_notes,
            request.signed_by,
            handler().actor,
            self._clock.now(),
        )
        return messages.RecordHandoverResponse(handover=handover_message(noted))

    async def IssueHandoverCode(  # noqa: N802 - named by the contract
        self, request: messages.IssueHandoverCodeRequest, context: Context
    ) -> messages.IssueHandoverCodeResponse:
        """A code for the customer's eyes."""
        code, now = new_code(), self._clock.now()
        waiting = await actions.issue_code(
            self._database, UUID(request.booking_id), STAGE_OF[request.stage], handler(), code, now
        )
        return messages.IssueHandoverCodeResponse(code=code, expires_at=timestamp(waiting.code_expires_at or now))

    async def ConfirmHandover(  # noqa: N802 - named by the contract
        self, request: messages.ConfirmHandoverRequest, context: Context
    ) -> messages.ConfirmHandoverResponse:
        """Fixes it."""
        booking_id, stage = UUID(request.booking_id), STAGE_OF[request.stage]
        actor, now = handler().actor, self._clock.now()
        if request.code:
            fixed = await actions.confirm_by_code(self._database, booking_id, stage, request.code, actor, now)
        else:
            fixed = await actions.confirm_by_signature(self._database, booking_id, stage, actor, now)
        return messages.ConfirmHandoverResponse(handover=handover_message(fixed))

    async def ListHandovers(  # noqa: N802 - named by the contract
        self, request: messages.ListHandoversRequest, context: Context
    ) -> messages.ListHandoversResponse:
        """Both ends."""
        shown = await actions.show_handovers(self._database, UUID(request.booking_id), handler(), self._clock.now())
        return messages.ListHandoversResponse(handovers=[handover_message(each) for each in shown])

    async def GetProofPack(  # noqa: N802 - named by the contract
        self, request: messages.GetProofPackRequest, context: Context
    ) -> messages.GetProofPackResponse:
        """All of it as one PDF, made in a thread."""
        pack = await proofs.find_proof(
            self._database, self._files, UUID(request.booking_id), handler(), self._clock.now()
        )
        content = await asyncio.to_thread(proof_pack_file, pack, self._contact_email)
        name = f"ToteTaxi-proof-{pack.visit.number}.pdf"
        return messages.GetProofPackResponse(
            paper=Paper(content=content, content_type="application/pdf", file_name=name)
        )


def handover_message(handover: Handover) -> messages.Handover:
    """One end, without its code."""
    return messages.Handover(
        booking_id=str(handover.booking_id),
        stage=STAGES[handover.stage],
        condition_notes=handover.condition_notes,
        signed_by=handover.signed_by,
        proof=PROOFS[handover.proof],
        confirmed_at=timestamp(handover.confirmed_at) if handover.confirmed_at else None,
        recorded_at=timestamp(handover.recorded_at),
    )
