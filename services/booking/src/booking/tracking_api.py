"""The door of whoever waits for their things: how far they are; no rule lives here."""

from __future__ import annotations

from typing import Any

import grpc
from chassis.clock import Clock
from chassis.database import Database
from totetaxi.booking.v1 import tracking_service_pb2 as messages
from totetaxi.booking.v1.tracking_service_pb2_grpc import TrackingServiceServicer

from booking import actions
from booking.domain.tracking import Leg, ReachedStage, TrackingStage
from booking.logistics_messages import KINDS
from booking.messages import STATUSES, timestamp
from booking.paper_api import asker_of

Context = grpc.aio.ServicerContext[Any, Any]

STAGES = {stage: f"TRACKING_STAGE_{stage.name}" for stage in TrackingStage}


class TrackingApi(TrackingServiceServicer):
    """booking.v1.TrackingService."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def GetTracking(  # noqa: N802 - named by the contract
        self, request: messages.GetTrackingRequest, context: Context
    ) -> messages.GetTrackingResponse:
        """How far it is."""
        found = await actions.find_tracking(self._database, asker_of(request), self._clock.now())
        return messages.GetTrackingResponse(
            booking_number=found.number, status=STATUSES[found.status], legs=[leg_message(leg) for leg in found.legs]
        )


def leg_message(leg: Leg) -> messages.TrackedLeg:
    """What is to be done at one door."""
    return messages.TrackedLeg(
        kind=KINDS[leg.kind],
        stage=STAGES[leg.stage],
        arrives_from=timestamp(leg.arrives.begins) if leg.arrives else None,
        arrives_until=timestamp(leg.arrives.ends) if leg.arrives else None,
        stages=[stage_message(each) for each in leg.stages],
    )


def stage_message(reached: ReachedStage) -> messages.TrackedStage:
    """One of its stages."""
    return messages.TrackedStage(
        stage=STAGES[reached.stage],
        is_reached=reached.is_reached,
        reached_at=timestamp(reached.at) if reached.at else None,
    )
