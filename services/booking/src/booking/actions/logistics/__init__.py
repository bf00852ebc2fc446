"""Logistics, one transaction each: lock, decide, save, say."""

from booking.actions.logistics.accept_plan import accept_plan
from booking.actions.logistics.assign import Assignment, assign_task
from booking.actions.logistics.crews import list_drivers, list_vans, save_driver, save_van
from booking.actions.logistics.driver_day import DriverDay, DriverStop, find_driver_day, report_by_link
from booking.actions.logistics.driver_links import create_driver_link, forget_driver_links, revoke_driver_link
from booking.actions.logistics.driver_sheet import find_driver_sheet
from booking.actions.logistics.find_plan import PlanView, find_plan, list_plans
from booking.actions.logistics.forget_plans import forget_plans
from booking.actions.logistics.look import day_tasks, urgent_tasks
from booking.actions.logistics.plan_routes import PlanWish, plan_routes
from booking.actions.logistics.report import Report, report_task
from booking.actions.logistics.tasks_of_booking import drop_tasks, make_tasks, move_tasks

__all__ = [
    "Assignment",
    "DriverDay",
    "DriverStop",
    "PlanView",
    "PlanWish",
    "Report",
    "accept_plan",
    "assign_task",
    "create_driver_link",
    "day_tasks",
    "drop_tasks",
    "find_driver_day",
    "find_driver_sheet",
    "find_plan",
    "forget_driver_links",
    "forget_plans",
    "list_drivers",
    "list_plans",
    "list_vans",
    "make_tasks",
    "move_tasks",
    "plan_routes",
    "report_by_link",
    "report_task",
    "revoke_driver_link",
    "save_driver",
    "save_van",
    "urgent_tasks",
]
