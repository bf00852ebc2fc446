"""How far a booking is, for whoever may know: stages from what its crew reports, and nothing about the crew."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from booking.actions import Asker, cancel_for_customer, find_tracking
from booking.domain.logistics import TaskKind, TaskStatus
from booking.domain.tracking import Leg
from booking.domain.visibility import Proof
from booking_callers import act_as_staff
from booking_stage import NOW, payment_of
from booking_world import World, acting_as, request
from chassis.clock import Clock
from chassis.database import Database
from chassis.refusal import NotAllowed, NotFound
from chassis.remote import remote_stub
from logistics_stage import a_driver, a_van, assign, report, schedule, scheduled
from totetaxi.booking.v1 import logistics_pb2 as logistics
from totetaxi.booking.v1 import tracking_service_pb2 as messages
from totetaxi.booking.v1.tracking_service_pb2_grpc import TrackingServiceStub

from booking.actions import take_payment

NO_PROOF = Proof("", "")
