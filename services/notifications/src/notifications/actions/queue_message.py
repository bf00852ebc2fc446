"""Queueing a message, in the transaction of the listener that heard of something."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import datetime

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection

from notifications.domain.message import Channel, Draft, Template
from notifications.domain.still_true import COURTESIES
from notifications.store import messages, privacy

logger = structlog.get_logger()


async def queue_message(connection: AsyncConnection, draft: Draft, now: datetime) -> bool:
    """Queues `draft`; False, and nothing happens, when it need not or must not be said."""
    reason = await reason_not_to(connection, draft, now)
    if reason:
        logger.info("not said", reason=reason, event_id=str(draft.event_id), occasion=draft.occasion)
    return not reason


async def queue_if_any(connection: AsyncConnection, draft: Draft | None, now: datetime) -> bool:
    """Queues `draft` where there is something to say."""
    return draft is not None and await queue_message(connection, draft, now)


async def reason_not_to(connection: AsyncConnection, draft: Draft, now: datetime) -> str:
    """Why it is not queued; empty when it is."""
    if not draft.recipient:
        return "there is no address"
    if draft.good_until is not None and draft.good_until <= now:
        return "it comes too late"
    await privacy.wait_for_erasure(connection, draft.subject)
    # An event that comes late must not bring a forgotten customer back; only the farewell is said to one.
    if draft.template is not Template.ACCOUNT_ERASED and await privacy.is_erased(connection, draft.subject):
        return "its customer is forgotten"
    added = await messages.add_draft(connection, with_a_way_out(draft), now)
    return "" if added else "it was said already"


def with_a_way_out(draft: Draft) -> Draft:
    """The draft with what its reader needs to want no more of the kind, where they may."""
    is_courtesy = draft.template in COURTESIES and draft.channel is Channel.EMAIL
    return replace(draft, opt_out_token=secrets.token_urlsafe(24)) if is_courtesy else draft
