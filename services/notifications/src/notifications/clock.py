"""What time triggers: the sender, woken by every message queued, and by a slow look for those that wait their turn."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

import structlog
from chassis.clock import Clock
from chassis.database import AWAY, Database
from chassis.loops import Loop
from chassis.wake import listen_for_events
from jinja2 import TemplateError
from pydantic import ValidationError

from notifications import actions
from notifications.channels.mail import Attachment, DeliveryError, Mail, SendMail, compose
from notifications.channels.texts import SendText, Text
from notifications.domain.message import Channel, ClaimedMessage
from notifications.domain.quiet_hours import allowed_from
from notifications.domain.still_true import outdated_because
from notifications.measures import MAYBE_TWICE, QUEUE_AGE, QUEUE_DEPTH, SEND_SECONDS
from notifications.papers import FetchPapers
from notifications.rendering import House, render, render_text
from notifications.store import messages

MEASURE_SECONDS = 10.0
RECORD_AGAIN_SECONDS = 0.5

logger = structlog.get_logger()


@dataclass(frozen=True)
class Sender:
    """What it takes to send a message."""

    database: Database
    clock: Clock
    send_mail: SendMail
    send_text: SendText | None
    """None where texts are off."""
    mail_from: str
    house: House
    fetch_papers: FetchPapers
    lease: timedelta
    """Longer than booking and a provider may take, or a slow answer is taken for a dead sender."""
    keeps_quiet_hours: bool = True
    """Whether nobody is texted at night."""


def loops(sender: Sender, poll_seconds: float) -> list[Loop]:
    """The sender, what wakes it, and what measures the queue."""
    wake = asyncio.Event()
    return [
        Loop("message-sender", poll_seconds, lambda: send_next(sender), wake),
        Loop("message-wake", 0.0, lambda: listen_for_events(sender.database, wake, channel=messages.QUEUED_CHANNEL)),
        Loop("message-measure", MEASURE_SECONDS, lambda: measure(sender)),
    ]


async def send_next(sender: Sender) -> int:
    """Sends the one message that has been due longest, if it is still true; returns how many there were, 0 or 1.

    One at a time, so that a crash between the provider's answer and our commit can double one message at most.
    """
    held = await actions.claim_next(sender.database, sender.clock.now(), sender.lease)
    if held is None:
        return 0
    reason = outdated_because(held, sender.clock.now())
    if reason:
        await actions.suppress(sender.database, held, reason)
        return 1
    morning = allowed_from(sender.clock.now())
    if held.channel is Channel.SMS and sender.keeps_quiet_hours and morning > sender.clock.now():
        await actions.put_off(sender.database, held, "It is night in New York.", morning)
        return 1
    if held.is_resumed:
        MAYBE_TWICE.inc()
        logger.warning("sent again: its sender died, the recipient may have two", message_id=str(held.id))
    try:
        provider_message_id = await hand_over(sender, held)
    except DeliveryError as error:
        await actions.postpone_or_give_up(sender.database, held, error.reason, error.is_permanent, sender.clock.now())
        return 1
    await confirm(sender, held, provider_message_id)
    return 1


async def confirm(sender: Sender, held: ClaimedMessage, provider_message_id: str) -> None:
    """Commits that it was sent. A database that is away is waited for: forgetting it now would send it twice."""
    while True:
        try:
            if not await actions.confirm(sender.database, held, provider_message_id, sender.clock.now()):
                logger.warning("claimed again or erased while sending", message_id=str(held.id))
            return
        except AWAY as error:
            logger.warning("sent, and not yet recorded", message_id=str(held.id), error=type(error).__name__)
            await asyncio.sleep(RECORD_AGAIN_SECONDS)


async def hand_over(sender: Sender, held: ClaimedMessage) -> str:
    """Renders the message and gives it to the provider; returns the provider's id. Raises DeliveryError."""
    if held.channel is Channel.SMS:
        return await hand_over_text(sender, held)
    mail = write(sender, held, await sender.fetch_papers(held))
    with SEND_SECONDS.labels(held.channel).time():
        return await sender.send_mail(mail)


async def hand_over_text(sender: Sender, held: ClaimedMessage) -> str:
    """The same of a text."""
    if sender.send_text is None:
        raise DeliveryError("Texts are off.", is_permanent=True)
    try:
        body = render_text(held.template, held.language, held.context, sender.house)
    except (TemplateError, ValidationError, ValueError) as error:
        raise DeliveryError(f"The text can't be rendered ({type(error).__name__}).") from error
    with SEND_SECONDS.labels(held.channel).time():
        return await sender.send_text(Text(held.id, held.recipient, body))


def write(sender: Sender, held: ClaimedMessage, papers: Sequence[Attachment]) -> Mail:
    """The mail of a message. Raises DeliveryError when it can't be written; a corrected release may write it later."""
    way_out = opt_out_url(sender.house, held)
    try:
        words = render(held.template, held.language, held.context, sender.house, way_out)
    except (TemplateError, ValidationError, ValueError) as error:
        raise DeliveryError(f"The template can't be rendered ({type(error).__name__}).") from error
    return compose(
        held.id,
        held.template,
        sender.mail_from,
        sender.house.support_email,
        held.recipient,
        words,
        held.created_at,
        papers,
        way_out,
    )


def opt_out_url(house: House, held: ClaimedMessage) -> str:
    """Where its reader says that they want no more of the kind; empty for what they must know."""
    return f"{house.public_url.rstrip('/')}/unsubscribe/?token={held.opt_out_token}" if held.opt_out_token else ""


async def measure(sender: Sender) -> None:
    """Exports how many messages wait, and how long the oldest has."""
    async with sender.database.reading() as connection:
        depth, age = await messages.measure_queue(connection, sender.clock.now())
    QUEUE_DEPTH.set(depth)
    QUEUE_AGE.set(age)
