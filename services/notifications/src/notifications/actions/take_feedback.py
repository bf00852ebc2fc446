"""Taking in that a mail came back or was unwanted: its address is noted, the others and the office are told."""

from __future__ import annotations

from datetime import datetime

import structlog
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.outbox import say
from sqlalchemy.engine import RowMapping
from totetaxi.notifications.v1.events_pb2 import MessageBounced

from notifications.actions.queue_message import queue_message
from notifications.domain.feedback import Feedback, Trouble
from notifications.domain.staff_words import StaffTask, Task
from notifications.listeners import staff_drafts
from notifications.measures import MESSAGES
from notifications.store import troubles

logger = structlog.get_logger()

TASKS = {Trouble.BOUNCED: Task.RETURNED_MAIL, Trouble.COMPLAINED: Task.UNWANTED_MAIL}


async def take_feedback(database: Database, feedback: Feedback, staff_email: str, now: datetime) -> None:
    """Once for each mail; of a mail that is not ours nothing is kept."""
    if feedback.trouble is None:
        async with database.transaction() as connection:
            await troubles.note_opened(connection, feedback.provider_message_id, now)
        return
    await take_trouble(database, feedback, feedback.trouble, staff_email, now)


async def take_trouble(
    database: Database, feedback: Feedback, trouble: Trouble, staff_email: str, now: datetime
) -> None:
    """A mail that nobody got, or wanted."""
    async with database.transaction() as connection:
        row = await troubles.note_bounce(connection, feedback.provider_message_id, trouble, now)
        if row is None:
            logger.info("nothing new of a mail", trouble=trouble)
            return
        await troubles.note_address(connection, row["recipient"], trouble, now)
        await say(connection, bounced(row, trouble, now), about=row["id"])
        number = row["context"].get("booking_number", "")
        task = StaffTask(task=TASKS[trouble], booking_number=number, reason=row["template"])
        await queue_message(connection, staff_drafts.draft_of(task, row["id"], staff_email, new_id()), now)
    MESSAGES.labels(row["template"], row["channel"], trouble).inc()
    logger.warning("a mail was not taken", message_id=str(row["id"]), trouble=trouble)


def bounced(row: RowMapping, trouble: Trouble, now: datetime) -> MessageBounced:
    """What the others hear."""
    event = MessageBounced(
        message_id=str(row["id"]),
        booking_id=str(row["booking_id"] or ""),
        template=row["template"],
        is_complaint=trouble is Trouble.COMPLAINED,
    )
    event.bounced_at.FromDatetime(now)
    return event
