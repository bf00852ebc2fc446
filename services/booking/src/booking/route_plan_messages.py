"""Between the contract's messages and our own values: route plans."""

from __future__ import annotations

from datetime import UTC, datetime

from google.protobuf.timestamp_pb2 import Timestamp
from totetaxi.booking.v1 import route_plan_pb2 as contract

from booking.actions.logistics import PlanView
from booking.domain.routing import IdleVan, LeftOut, Route, Stop, Totals
from booking.logistics_messages import task_message
from booking.messages import timestamp
from booking.store.route_plans import PlanRecord


def plan_message(view: PlanView) -> contract.RoutePlan:
    """A plan, with its tasks as they are now; one that is gone is left out."""
    answer = view.record.answer
    return contract.RoutePlan(
        summary=summary_message(view.record),
        routes=[route_message(route, view) for route in answer.routes],
        left_out=[left_out_message(left, view) for left in answer.left_out if left.task_id in view.tasks],
        idle_vans=[idle_message(idle, view) for idle in answer.idle],
        before=totals_message(answer.before),
        after=totals_message(answer.after),
    )


def summary_message(record: PlanRecord) -> contract.RoutePlanSummary:
    """What lists show."""
    return contract.RoutePlanSummary(
        id=str(record.id),
        day=record.day.isoformat(),
        version=record.version,
        made_at=timestamp(record.made_at),
        is_anew=record.is_anew,
        accepted_at=timestamp(record.accepted_at) if record.accepted_at else None,
        stop_count=record.answer.after.stops,
        left_out_count=len(record.answer.left_out),
    )


def route_message(route: Route, view: PlanView) -> contract.VanRoute:
    """The day of a van."""
    return contract.VanRoute(
        van_id=route.van_id,
        van_name=view.van_names.get(route.van_id, ""),
        driver_id=route.driver_id,
        driver_name=view.driver_names.get(route.driver_id, ""),
        starts_at=moment(route.starts),
        ends_at=moment(route.ends),
        drive_seconds=route.drive_seconds,
        drive_meters=route.drive_meters,
        waiting_seconds=route.waiting_seconds,
        stops=[stop_message(stop, view) for stop in route.stops if stop.task_id in view.tasks],
    )


def stop_message(stop: Stop, view: PlanView) -> contract.RouteStop:
    """A van at a door."""
    return contract.RouteStop(
        task=task_message(view.tasks[stop.task_id]),
        arrives_at=moment(stop.arrives),
        begins_at=moment(stop.begins),
        departs_at=moment(stop.departs),
        drive_seconds=stop.drive_seconds,
        drive_meters=stop.drive_meters,
        is_fixed=stop.is_fixed,
    )


def left_out_message(left: LeftOut, view: PlanView) -> contract.LeftOutTask:
    """A task that no van can do."""
    return contract.LeftOutTask(task=task_message(view.tasks[left.task_id]), reason=left.reason)


def idle_message(idle: IdleVan, view: PlanView) -> contract.IdleVan:
    """A van that gets nothing."""
    name = view.van_names.get(idle.van_id, "")
    return contract.IdleVan(van_id=idle.van_id, van_name=name, reason=idle.reason)


def totals_message(totals: Totals) -> contract.RouteTotals:
    """What a day costs in driving."""
    return contract.RouteTotals(
        stop_count=totals.stops,
        van_count=totals.vans,
        drive_seconds=totals.drive_seconds,
        drive_meters=totals.drive_meters,
    )


def moment(seconds: int) -> Timestamp:
    """Seconds since 1970."""
    return timestamp(datetime.fromtimestamp(seconds, UTC))
