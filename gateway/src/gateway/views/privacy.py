"""Erasures on their way out."""

from __future__ import annotations

from datetime import date

from totetaxi.identity.v1 import privacy_service_pb2 as message

from gateway.schemas import privacy as schema
from gateway.views.words import instant, instant_or_none


def deletion(erasure: message.Erasure) -> schema.Deletion:
    """How far it has come."""
    is_completed = erasure.state == message.ERASURE_STATE_COMPLETED
    return schema.Deletion(
        id=erasure.id,
        state="completed" if is_completed else "in_progress",
        requested_at=instant(erasure.requested_at),
        completed_at=instant_or_none(erasure, "completed_at"),
        reports=[report(each) for each in erasure.reports],
    )


def report(each: message.ErasureReport) -> schema.DeletionReport:
    """One service's part."""
    return schema.DeletionReport(
        service=each.service,
        completed_at=instant_or_none(each, "completed_at"),
        waits_until=date.fromisoformat(each.waits_until) if each.waits_until else None,
        kept=each.kept,
    )
