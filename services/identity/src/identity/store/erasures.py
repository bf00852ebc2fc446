"""Erasures and their reports, as rows and as records; and what goes of a customer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from identity.domain.erasure import SERVICES, Erasure, Report, in_order, no_such_erasure
from identity.store.access_tables import api_key, mailed_link, reset_request, session
from identity.store.customer_tables import address_use, customer, customer_note, saved_address
from identity.store.erasure_tables import erasure, erasure_report
from identity.store.rows import columns_of

REPORT = columns_of(erasure_report, Report)


async def add_erasure(
    connection: AsyncConnection, erasure_id: UUID, customer_id: UUID, recipient: Mapping[str, str], now: datetime
) -> None:
    """Begins an erasure; every service's report is still to come."""
    row = {"id": erasure_id, "customer_id": customer_id, "recipient": recipient, "requested_at": now}
    await connection.execute(erasure.insert().values(row))
    reports = [{"erasure_id": erasure_id, "service": service, "kept": ""} for service in SERVICES]
    await connection.execute(erasure_report.insert(), reports)


async def find_erasure(connection: AsyncConnection, condition: sql.ColumnElement[bool]) -> Erasure | None:
    """The one erasure that meets `condition`, with its reports."""
    question = sql.select(erasure, *(column.label(f"report_{column.name}") for column in REPORT))
    rows = (await connection.execute(question.join(erasure_report).where(condition))).mappings().all()
    if not rows:
        return None
    reports = [Report(**{column.name: row[f"report_{column.name}"] for column in REPORT}) for row in rows]
    members = {name: rows[0][name] for name in ("id", "customer_id", "requested_at", "completed_at")}
    return Erasure(**members, reports=in_order(reports))


def with_id(erasure_id: UUID) -> sql.ColumnElement[bool]:
    """A condition: this erasure."""
    return erasure.c.id == erasure_id


def of_customer(customer_id: UUID) -> sql.ColumnElement[bool]:
    """A condition: this customer's erasure."""
    return erasure.c.customer_id == customer_id


async def lock_recipient(connection: AsyncConnection, erasure_id: UUID) -> Mapping[str, str] | None:
    """Locks an erasure; whom to tell when it is done, None once they were. Raises NotFound."""
    question = sql.select(erasure.c.recipient).where(erasure.c.id == erasure_id).with_for_update()
    row = (await connection.execute(question)).one_or_none()
    if row is None:
        raise no_such_erasure()
    recipient: Mapping[str, str] | None = row.recipient
    return recipient


async def save_report(
    connection: AsyncConnection, erasure_id: UUID, service: str, completed_at: datetime, kept: str
) -> None:
    """A service has done its part; the first report stands."""
    row = erasure_report.update().where(*is_open(erasure_id, service))
    await connection.execute(row.values(completed_at=completed_at, kept=kept, waits_until=None))


async def save_waiting(connection: AsyncConnection, erasure_id: UUID, service: str, until: date) -> None:
    """A service must wait; nothing that comes after its report."""
    await connection.execute(erasure_report.update().where(*is_open(erasure_id, service)).values(waits_until=until))


def is_open(erasure_id: UUID, service: str) -> tuple[sql.ColumnElement[bool], ...]:
    """The report of a service that has not reported."""
    report = (erasure_report.c.erasure_id == erasure_id, erasure_report.c.service == service)
    return (*report, erasure_report.c.completed_at.is_(None))


async def count_open_reports(connection: AsyncConnection, erasure_id: UUID) -> int:
    """How many services have not reported."""
    is_missing = (erasure_report.c.erasure_id == erasure_id, erasure_report.c.completed_at.is_(None))
    question = sql.select(sql.func.count()).select_from(erasure_report).where(*is_missing)
    return int((await connection.execute(question)).scalar_one())


async def save_completed(connection: AsyncConnection, erasure_id: UUID, now: datetime) -> None:
    """All have; whom to tell is forgotten too."""
    done = {"completed_at": now, "recipient": sql.null()}
    await connection.execute(erasure.update().where(erasure.c.id == erasure_id).values(done))


async def measure_open(connection: AsyncConnection, now: datetime) -> tuple[int, float]:
    """How many erasures are under way, and the age in seconds of the oldest that waits for no day."""
    waits = sql.select(erasure_report.c.erasure_id).where(erasure_report.c.waits_until.is_not(None))
    oldest = sql.func.min(erasure.c.requested_at).filter(erasure.c.id.not_in(waits))
    question = sql.select(sql.func.count(), oldest).select_from(erasure).where(erasure.c.completed_at.is_(None))
    count, since = (await connection.execute(question)).one()
    return int(count), (now - since).total_seconds() if since else 0.0


async def erase_customer(
    connection: AsyncConnection, customer_id: UUID, email_key: str, blank: Mapping[str, Any]
) -> None:
    """Deletes what hangs on a locked customer, whose sessions and devices have ended; saves what is left of them."""
    theirs = sql.select(saved_address.c.id).where(saved_address.c.customer_id == customer_id)
    for statement in (
        address_use.delete().where(address_use.c.address_id.in_(theirs)),
        saved_address.delete().where(saved_address.c.customer_id == customer_id),
        customer_note.delete().where(customer_note.c.customer_id == customer_id),
        api_key.delete().where(api_key.c.customer_id == customer_id),
        session.delete().where(session.c.account_kind == "customer", session.c.account_id == customer_id),
        mailed_link.delete().where(mailed_link.c.account_kind == "customer", mailed_link.c.account_id == customer_id),
        reset_request.delete().where(reset_request.c.email_key == email_key),
        customer.update().where(customer.c.id == customer_id).values(**blank),
    ):
        await connection.execute(statement)
