"""Looks for events that no service could handle any more, and tells the office of them once."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from chassis.broker import Broker, jetstream_of
from chassis.clock import Clock
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.loops import Loop
from chassis.streams import dead_letter_stream
from nats.js.api import StreamState
from nats.js.client import JetStreamContext
from nats.js.errors import NotFoundError

from notifications import actions
from notifications.domain.message import Draft
from notifications.domain.staff_words import StaffTask, Task
from notifications.listeners import staff_drafts

SERVICES = ("pricing", "booking", "identity", "payments", "notifications")


def watch_dead_letters(
    database: Database, broker: Broker, clock: Clock, staff_email: str, every_seconds: float
) -> Loop:
    """The loop that looks; whoever of the replicas comes first tells."""

    async def look() -> None:
        jetstream = jetstream_of(await broker.connected())
        for service in SERVICES:
            state = await state_of(jetstream, dead_letter_stream(service))
            if state is not None and state.messages:
                draft = draft_of(service, state, staff_email)
                await actions.tell_of_dead_letters(database, service, state.last_seq, draft, clock.now())

    return Loop("dead-letter-watch", every_seconds, look)


async def state_of(jetstream: JetStreamContext, stream: str) -> StreamState | None:
    """How much a stream holds; None for a service that has not started yet."""
    try:
        return (await jetstream.stream_info(stream)).state
    except NotFoundError:
        return None


def draft_of(service: str, state: StreamState, staff_email: str) -> Draft:
    """The mail about a service's dead letters: how many there are and where."""
    stream = dead_letter_stream(service)
    task = StaffTask(task=Task.DEAD_LETTER, count=state.messages, place=stream)
    matter_id = uuid5(NAMESPACE_URL, f"{stream}/{state.last_seq}")
    return staff_drafts.draft_of(task, matter_id, staff_email, new_id())
