"""The routes of what staff look back on: money, figures, and the story of one booking."""

from __future__ import annotations

from gateway.routes import booking_reports, staff_reports, staff_timeline

REPORT_ROUTERS = [staff_reports.router, booking_reports.router, staff_timeline.router]
