"""Logistics, on its way in and out."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from totetaxi.booking.v1 import logistics_pb2 as contract
from totetaxi.booking.v1 import logistics_service_pb2 as service

from gateway.schemas import logistics as schema
from gateway.views.messages import plain


def driver(each: contract.Driver) -> schema.Driver:
    """Somebody who drives."""
    return schema.Driver.model_validate(plain(each))


def van(each: contract.Van) -> schema.Van:
    """Something that is driven."""
    return schema.Van.model_validate(plain(each))


def task(each: contract.DeliveryTask) -> schema.Task:
    """One thing to be done."""
    return schema.Task.model_validate(plain(each))


def tasks(found: Iterable[contract.DeliveryTask]) -> schema.Tasks:
    """Tasks, in their order."""
    return schema.Tasks(tasks=[task(each) for each in found])


def assign_request(task_id: UUID, sent: schema.Assignment) -> service.AssignTaskRequest:
    """What booking is asked to give to whom."""
    asked = service.AssignTaskRequest(
        task_id=str(task_id),
        driver_id=str(sent.driver_id),
        van_id=str(sent.van_id),
        expected_version=sent.expected_version,
    )
    if sent.planned_from:
        asked.planned_from.FromDatetime(sent.planned_from)
    if sent.planned_until:
        asked.planned_until.FromDatetime(sent.planned_until)
    return asked
