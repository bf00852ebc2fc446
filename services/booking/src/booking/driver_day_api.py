"""The door of drivers who come by a link, and of staff who make it: messages in, actions, messages out."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import grpc
from chassis.clock import Clock
from chassis.database import Database
from totetaxi.booking.v1 import driver_day_service_pb2 as messages
from totetaxi.booking.v1.driver_day_service_pb2_grpc import DriverDayServiceServicer

from booking.actions import logistics as actions
from booking.domain.pickup import parsed_date
from booking.driver_day_messages import day_message
from booking.logistics_messages import STATUS_OF
from booking.messages import timestamp

Context = grpc.aio.ServicerContext[Any, Any]


class DriverDayApi(DriverDayServiceServicer):
    """booking.v1.DriverDayService."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def CreateDriverLink(  # noqa: N802 - named by the contract
        self, request: messages.CreateDriverLinkRequest, context: Context
    ) -> messages.CreateDriverLinkResponse:
        """For a driver and a day."""
        driver_id, day = UUID(request.driver_id), parsed_date(request.day, "day")
        made = await actions.create_driver_link(self._database, driver_id, day, self._clock.now())
        return messages.CreateDriverLinkResponse(token=made.token, good_until=timestamp(made.good_until))

    async def RevokeDriverLink(  # noqa: N802 - named by the contract
        self, request: messages.RevokeDriverLinkRequest, context: Context
    ) -> messages.RevokeDriverLinkResponse:
        """Ends it."""
        driver_id, day = UUID(request.driver_id), parsed_date(request.day, "day")
        await actions.revoke_driver_link(self._database, driver_id, day, self._clock.now())
        return messages.RevokeDriverLinkResponse()

    async def GetDriverDay(  # noqa: N802 - named by the contract
        self, request: messages.GetDriverDayRequest, context: Context
    ) -> messages.GetDriverDayResponse:
        """Their own stops."""
        shown = await actions.find_driver_day(self._database, request.token, self._clock.now())
        return messages.GetDriverDayResponse(day=day_message(shown))

    async def ReportDriverTask(  # noqa: N802 - named by the contract
        self, request: messages.ReportDriverTaskRequest, context: Context
    ) -> messages.ReportDriverTaskResponse:
        """How far one of them is."""
        report = actions.Report(
            task_id=UUID(request.task_id),
            status=STATUS_OF[request.status],
            reason=request.reason.strip(),
            expected_version=request.expected_version,
            actor="",
        )
        shown = await actions.report_by_link(self._database, request.token, report, self._clock.now())
        return messages.ReportDriverTaskResponse(day=day_message(shown))
