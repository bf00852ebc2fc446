"""Report revenue: what the books say was sold and went back, by period and service, in New York's days."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from chassis.clock import NEW_YORK
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.refusal import Invalid

from payments.audit import record
from payments.domain.revenue import LONGEST, RevenueRow, Summed, report_of
from payments.store.reports import Period, revenue_rows


async def report_revenue(
    database: Database, start_date: str, end_date: str, period: Period, now: datetime
) -> list[RevenueRow]:
    """One row a period and service, both dates inclusive. Raises Invalid for dates that are none or too far apart."""
    first, last = date_of(start_date, "start_date"), date_of(end_date, "end_date")
    if last < first:
        raise Invalid("wrong_range", "end_date must not be before start_date.", "end_date")
    if last - first > LONGEST:
        raise Invalid("range_too_long", f"A report covers {LONGEST.days} days at most.", "end_date")
    async with database.transaction() as connection:
        rows = await revenue_rows(connection, begin_of(first), begin_of(last + timedelta(days=1)), period)
        asked = {"start_date": start_date, "end_date": end_date, "period": period}
        await record(connection, "revenue.reported", ("revenue_report", new_id()), now, after=asked)
    return report_of(Summed(*row) for row in rows)


def date_of(text: str, field: str) -> date:
    """A calendar date. Raises Invalid."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Invalid("wrong_date", f"{field} must be a date such as 2027-06-02.", field) from error


def begin_of(day: date) -> datetime:
    """When a day begins in New York."""
    return datetime(day.year, day.month, day.day, tzinfo=NEW_YORK)
