"""What time triggers for partners: several senders, what wakes them, and forgetting what is old."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import timedelta

import structlog
from chassis.clock import Clock
from chassis.database import Database
from chassis.loops import Loop
from chassis.sealing import WrongEncryptionKeyError
from chassis.wake import listen_for_events

from notifications.actions import webhook_deliveries as actions
from notifications.channels.webhook import Post
from notifications.domain.webhook import Answer, ClaimedDelivery
from notifications.domain.webhook_secret import signed_headers, unseal
from notifications.store import webhook_deliveries

PRUNE_SECONDS = 600.0

logger = structlog.get_logger()


@dataclass(frozen=True)
class WebhookSender:
    """What it takes to send a webhook."""

    database: Database
    clock: Clock
    post: Post
    encryption_key: bytes
    lease: timedelta
    """Longer than a partner may take, or a slow answer is taken for a dead sender."""
    patience: timedelta
    """How long an endpoint may fail before it is disabled."""


def loops(sender: WebhookSender, count: int, poll_seconds: float) -> list[Loop]:
    """`count` senders, so that slow partners do not hold up the others; one wake for them all."""
    wake = asyncio.Event()
    names = [f"webhook-sender-{number}" for number in range(1, count + 1)]
    senders = [Loop(name, poll_seconds, lambda: send_next(sender), wake) for name in names]
    channel = webhook_deliveries.WEBHOOKS_CHANNEL
    return [
        *senders,
        Loop("webhook-wake", 0.0, lambda: listen_for_events(sender.database, wake, channel=channel)),
        Loop("webhook-prune", PRUNE_SECONDS, lambda: prune(sender)),
    ]


async def send_next(sender: WebhookSender) -> int:
    """Sends the one delivery that has been due longest; returns how many there were, 0 or 1."""
    held = await actions.claim_delivery(sender.database, sender.clock.now(), sender.lease)
    if held is None:
        return 0
    answer = await send(sender, held)
    if answer.error:
        logger.info("webhook not taken", delivery_id=str(held.id), attempts=held.attempts, status=answer.status_code)
    await actions.settle_delivery(sender.database, held, answer, sender.patience, sender.clock.now())
    return 1


async def send(sender: WebhookSender, held: ClaimedDelivery) -> Answer:
    """Signs it anew, with the time of this try, and sends it."""
    try:
        secrets = [unseal(sender.encryption_key, held.endpoint_id, sealed) for sealed in held.sealed_secrets]
    except WrongEncryptionKeyError:
        logger.error("webhook secret sealed with another key", endpoint_id=str(held.endpoint_id))
        return Answer(0, "The secret can't be read; please rotate it.")
    headers = signed_headers(secrets, held.webhook_id, sender.clock.now(), held.body)
    return await sender.post(held.url, held.body, headers)


async def prune(sender: WebhookSender) -> int:
    """Forgets what is older than 30 days."""
    async with sender.database.transaction() as connection:
        return await webhook_deliveries.prune(connection, sender.clock.now())
