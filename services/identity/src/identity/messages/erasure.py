"""Erasures as the contract says them."""

from __future__ import annotations

from totetaxi.identity.v1 import privacy_service_pb2 as messages

from identity.domain.erasure import Erasure, Report
from identity.messages.moments import optional_timestamp, timestamp


def erasure_message(erasure: Erasure) -> messages.Erasure:
    """An erasure and how far it has come."""
    is_done = erasure.completed_at is not None
    return messages.Erasure(
        id=str(erasure.id),
        state=messages.ERASURE_STATE_COMPLETED if is_done else messages.ERASURE_STATE_IN_PROGRESS,
        requested_at=timestamp(erasure.requested_at),
        completed_at=optional_timestamp(erasure.completed_at),
        reports=[report_message(report) for report in erasure.reports],
    )


def report_message(report: Report) -> messages.ErasureReport:
    """One service's part."""
    return messages.ErasureReport(
        service=report.service,
        completed_at=optional_timestamp(report.completed_at),
        kept=report.kept,
        waits_until=report.waits_until.isoformat() if report.waits_until else "",
    )
