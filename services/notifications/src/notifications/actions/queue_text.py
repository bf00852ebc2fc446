"""Queueing a text beside a mail, for customers who want texts."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from chassis.identifiers import new_id
from sqlalchemy.ext.asyncio import AsyncConnection

from notifications.actions.queue_message import queue_message
from notifications.domain.message import Channel, Draft
from notifications.store import wishes


async def queue_text(connection: AsyncConnection, mail: Draft | None, now: datetime) -> bool:
    """Queues what `mail` says as a text; False for guests, and for who has no number or wants no texts."""
    if mail is None or mail.subject.booking_id is None:
        return False
    wanted = await wishes.find_wishes(connection, mail.subject.booking_id)
    if wanted is None or not wanted.wants_texts or not wanted.phone:
        return False
    text = replace(mail, id=new_id(), channel=Channel.SMS, recipient=wanted.phone)
    return await queue_message(connection, text, now)
