"""Logistics, one transaction each: lock, decide, save, say."""

from booking.actions.logistics.assign import Assignment, assign_task
from booking.actions.logistics.crews import list_drivers, list_vans, save_driver, save_van
from booking.actions.logistics.look import day_tasks, urgent_tasks
from booking.actions.logistics.report import Report, report_task
from booking.actions.logistics.tasks_of_booking import drop_tasks, make_tasks, move_tasks

__all__ = [
    "Assignment",
    "Report",
    "assign_task",
    "day_tasks",
    "drop_tasks",
    "list_drivers",
    "list_vans",
    "make_tasks",
    "move_tasks",
    "report_task",
    "save_driver",
    "save_van",
    "urgent_tasks",
]
