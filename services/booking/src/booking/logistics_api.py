"""The door of staff who get things from door to door: messages in, actions, messages out; no rule lives here."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import grpc
from chassis.clock import Clock
from chassis.database import Database
from google.protobuf.timestamp_pb2 import Timestamp
from totetaxi.booking.v1 import logistics_service_pb2 as messages
from totetaxi.booking.v1.logistics_service_pb2_grpc import LogisticsServiceServicer

from booking.actions import logistics as actions
from booking.domain.pickup import parsed_date
from booking.logistics_messages import STATUS_OF, driver_message, task_message, task_messages, van_message
from booking.staff_api import acting_staff
from booking.store.crews import DriverRecord, VanRecord

Context = grpc.aio.ServicerContext[Any, Any]

URGENT_HOURS = 24


class LogisticsApi(LogisticsServiceServicer):
    """booking.v1.LogisticsService."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def ListDrivers(  # noqa: N802 - named by the contract
        self, request: messages.ListDriversRequest, context: Context
    ) -> messages.ListDriversResponse:
        """All of them, by name."""
        found = await actions.list_drivers(self._database)
        return messages.ListDriversResponse(drivers=[driver_message(record) for record in found])

    async def SaveDriver(  # noqa: N802 - named by the contract
        self, request: messages.SaveDriverRequest, context: Context
    ) -> messages.SaveDriverResponse:
        """Enters or changes one."""
        wanted = DriverRecord(UUID(request.driver_id), request.name, request.phone, request.is_active, 0)
        saved = await actions.save_driver(self._database, wanted, request.expected_version, self._clock.now())
        return messages.SaveDriverResponse(driver=driver_message(saved))

    async def ListVans(  # noqa: N802 - named by the contract
        self, request: messages.ListVansRequest, context: Context
    ) -> messages.ListVansResponse:
        """All of them, by name."""
        found = await actions.list_vans(self._database)
        return messages.ListVansResponse(vans=[van_message(record) for record in found])

    async def SaveVan(  # noqa: N802 - named by the contract
        self, request: messages.SaveVanRequest, context: Context
    ) -> messages.SaveVanResponse:
        """Enters or changes one."""
        wanted = VanRecord(UUID(request.van_id), request.name, request.capacity, request.is_active, 0)
        saved = await actions.save_van(self._database, wanted, request.expected_version, self._clock.now())
        return messages.SaveVanResponse(van=van_message(saved))

    async def ListDayTasks(  # noqa: N802 - named by the contract
        self, request: messages.ListDayTasksRequest, context: Context
    ) -> messages.ListDayTasksResponse:
        """What is to be done on a day."""
        found = await actions.day_tasks(self._database, parsed_date(request.day, "day"), self._clock.now())
        return messages.ListDayTasksResponse(tasks=task_messages(found))

    async def ListUrgentTasks(  # noqa: N802 - named by the contract
        self, request: messages.ListUrgentTasksRequest, context: Context
    ) -> messages.ListUrgentTasksResponse:
        """What nobody does yet."""
        within = timedelta(hours=request.within_hours or URGENT_HOURS)
        found = await actions.urgent_tasks(self._database, within, self._clock.now())
        return messages.ListUrgentTasksResponse(tasks=task_messages(found))

    async def AssignTask(  # noqa: N802 - named by the contract
        self, request: messages.AssignTaskRequest, context: Context
    ) -> messages.AssignTaskResponse:
        """To a driver and a van."""
        wanted = actions.Assignment(
            task_id=UUID(request.task_id),
            driver_id=UUID(request.driver_id),
            van_id=UUID(request.van_id),
            planned_from=instant_of(request.planned_from) if request.HasField("planned_from") else None,
            planned_until=instant_of(request.planned_until) if request.HasField("planned_until") else None,
            expected_version=request.expected_version,
        )
        assigned = await actions.assign_task(self._database, wanted, self._clock.now())
        return messages.AssignTaskResponse(task=task_message(assigned))

    async def ReportTask(  # noqa: N802 - named by the contract
        self, request: messages.ReportTaskRequest, context: Context
    ) -> messages.ReportTaskResponse:
        """How far it is."""
        report = actions.Report(
            task_id=UUID(request.task_id),
            status=STATUS_OF[request.status],
            reason=request.reason.strip(),
            expected_version=request.expected_version,
            actor=acting_staff(),
        )
        reported = await actions.report_task(self._database, report, self._clock.now())
        return messages.ReportTaskResponse(task=task_message(reported))


def instant_of(moment: Timestamp) -> datetime:
    """An instant of ours, UTC."""
    return moment.ToDatetime(UTC)
