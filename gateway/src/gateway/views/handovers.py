"""Handovers on their way out, and what is sent on its way in."""

from __future__ import annotations

from typing import Literal, cast
from uuid import UUID

from totetaxi.booking.v1 import handover_service_pb2 as service

from gateway.schemas import handovers as schema
from gateway.views.words import instant, instant_or_none, numbers_of, words_of

STAGE_WORDS = words_of(service.HandoverStage.DESCRIPTOR)
STAGES = numbers_of(service.HandoverStage.DESCRIPTOR)
PROOF_WORDS = words_of(service.HandoverProof.DESCRIPTOR)


def handover(sent: service.Handover) -> schema.Handover:
    """One end."""
    proof = PROOF_WORDS[sent.proof] if sent.proof else None
    return schema.Handover(
        stage=cast("schema.StageWord", STAGE_WORDS[sent.stage]),
        condition_notes=sent.condition_notes,
        signed_by=sent.signed_by,
        confirmed_by=cast("Literal['code', 'signature'] | None", proof),
        confirmed_at=instant_or_none(sent, "confirmed_at"),
        recorded_at=instant(sent.recorded_at),
    )


def handovers(answer: service.ListHandoversResponse) -> schema.Handovers:
    """Both ends."""
    return schema.Handovers(handovers=[handover(each) for each in answer.handovers])


def stage_of(word: schema.StageWord) -> service.HandoverStage:
    """The stage by its word."""
    return cast("service.HandoverStage", STAGES[word])


def confirmation(
    booking_id: UUID, stage: schema.StageWord, sent: schema.HandoverConfirmation
) -> service.ConfirmHandoverRequest:
    """By code or by signature."""
    asked = service.ConfirmHandoverRequest(booking_id=str(booking_id), stage=stage_of(stage))
    if sent.code:
        asked.code = sent.code
    else:
        asked.is_signed = True
    return asked
