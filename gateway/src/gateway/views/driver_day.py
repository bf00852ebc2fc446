"""A driver's day, on its way in and out."""

from __future__ import annotations

from uuid import UUID

from totetaxi.booking.v1 import driver_day_service_pb2 as service

from gateway.schemas import driver_day as schema
from gateway.views.messages import message_of, plain


def link(made: service.CreateDriverLinkResponse) -> schema.DriverLink:
    """What staff send to the driver."""
    return schema.DriverLink.model_validate(plain(made) | {"path": f"/driver/#{made.token}"})


def day(shown: service.DriverDay) -> schema.DriverDay:
    """All that the link shows."""
    return schema.DriverDay.model_validate(plain(shown))


def report_request(task_id: UUID, sent: schema.DriverReport) -> service.ReportDriverTaskRequest:
    """How far it is, as booking is told."""
    return message_of(service.ReportDriverTaskRequest, sent.model_dump() | {"task_id": str(task_id)})
