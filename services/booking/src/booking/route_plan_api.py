"""The door of staff who have a day's routes planned: messages in, actions, messages out; no rule lives here."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import UUID

import grpc
from chassis.clock import Clock
from chassis.database import Database
from chassis.principal import current_principal
from totetaxi.booking.v1 import route_plan_service_pb2 as messages
from totetaxi.booking.v1.booking_paper_service_pb2 import Paper
from totetaxi.booking.v1.route_plan_service_pb2_grpc import RoutePlanServiceServicer

from booking.actions import logistics as actions
from booking.domain.pickup import parsed_date
from booking.papers import driver_sheet_file
from booking.route_plan_messages import plan_message, summary_message
from booking.route_solver import RouteSolver
from booking.settings import BookingSettings
from booking.staff_api import acting_staff

Context = grpc.aio.ServicerContext[Any, Any]


class RoutePlanApi(RoutePlanServiceServicer):
    """booking.v1.RoutePlanService."""

    def __init__(self, database: Database, solver: RouteSolver, settings: BookingSettings, clock: Clock) -> None:
        self._database = database
        self._solver = solver
        self._settings = settings
        self._clock = clock

    async def PlanRoutes(  # noqa: N802 - named by the contract
        self, request: messages.PlanRoutesRequest, context: Context
    ) -> messages.PlanRoutesResponse:
        """Proposes a day."""
        wish = actions.PlanWish(
            day=parsed_date(request.day, "day"),
            is_anew=request.is_anew,
            crews=[(UUID(crew.van_id), UUID(crew.driver_id)) for crew in request.crews],
            depot=self._settings.depot_zip_code,
            actor=acting_staff(),
        )
        made = await actions.plan_routes(self._database, self._solver, wish, self._clock.now())
        return messages.PlanRoutesResponse(plan=plan_message(made))

    async def GetRoutePlan(  # noqa: N802 - named by the contract
        self, request: messages.GetRoutePlanRequest, context: Context
    ) -> messages.GetRoutePlanResponse:
        """One plan."""
        found = await actions.find_plan(self._database, UUID(request.plan_id), self._clock.now())
        return messages.GetRoutePlanResponse(plan=plan_message(found))

    async def ListRoutePlans(  # noqa: N802 - named by the contract
        self, request: messages.ListRoutePlansRequest, context: Context
    ) -> messages.ListRoutePlansResponse:
        """Those of a day."""
        day = parsed_date(request.day, "day")
        found, token = await actions.list_plans(self._database, day, request.page_size, request.page_token)
        return messages.ListRoutePlansResponse(
            plans=[summary_message(record) for record in found], next_page_token=token
        )

    async def AcceptRoutePlan(  # noqa: N802 - named by the contract
        self, request: messages.AcceptRoutePlanRequest, context: Context
    ) -> messages.AcceptRoutePlanResponse:
        """Gives every task of it to its crew."""
        plan_id = UUID(request.plan_id)
        accepted = await actions.accept_plan(self._database, plan_id, acting_staff(), self._clock.now())
        return messages.AcceptRoutePlanResponse(plan=plan_message(accepted))

    async def GetDriverSheet(  # noqa: N802 - named by the contract
        self, request: messages.GetDriverSheetRequest, context: Context
    ) -> messages.GetDriverSheetResponse:
        """For the van's driver, a PDF."""
        day = parsed_date(request.day, "day")
        found = await actions.find_driver_sheet(
            self._database, UUID(request.van_id), day, own_driver(), self._clock.now()
        )
        content = await asyncio.to_thread(driver_sheet_file, found, self._settings.contact_email)
        name = f"ToteTaxi-driver-{day.isoformat()}.pdf"
        return messages.GetDriverSheetResponse(
            paper=Paper(content=content, content_type="application/pdf", file_name=name)
        )


def own_driver() -> UUID | None:
    """Whose stops the caller may see alone; None for who manages bookings. A driver's id is that of their account."""
    principal = current_principal()
    return None if "can_manage_bookings" in principal.scopes else UUID(principal.id)
