"""Dead letters: events that no try could handle, kept in the service's own stream until somebody decides."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from google.protobuf import text_format
from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.js.api import RawStreamMsg
from nats.js.errors import NotFoundError as NoSuchMessage

from chassis.broker import jetstream_of
from chassis.database import Database
from chassis.events import MESSAGE_ID, event_of, fact_of
from chassis.inbox import hear_once
from chassis.messaging_metrics import DEAD_LETTERED
from chassis.refusal import NotFound, Unavailable
from chassis.streams import dead_letter_stream, dead_letter_subject, ensure_dead_letters

if TYPE_CHECKING:
    from chassis.listening import Listener
    from chassis.runtime import Runtime

REASON = "dead-letter-reason"
SUBJECT = "dead-letter-subject"
TIME = "dead-letter-time"
ATTEMPTS = "dead-letter-attempts"
LONGEST_REASON = 300
CONNECT_SECONDS = 10


@dataclass(frozen=True)
class DeadLetter:
    """One event that was given up on."""

    sequence: int
    durable: str
    reason: str
    subject: str
    time: str
    headers: Mapping[str, str]
    payload: bytes

    def __str__(self) -> str:
        return f"{self.sequence}  {self.time}  {self.durable}  {self.headers.get('ce-id', '-')}  {self.reason}"


def reason_of(error: Exception) -> str:
    """Why, in one line: the database's first line names the rule that was broken, the later ones the data."""
    first_line = (str(error).splitlines() or [""])[0]
    return f"{type(error).__name__}: {first_line}"[:LONGEST_REASON]


async def bury(client: Client, service: str, durable: str, message: Msg, error: Exception) -> None:
    """Copies `message` to the dead letters, with the reason; the caller then terminates it."""
    metadata = message.metadata
    headers = {
        **(message.headers or {}),
        MESSAGE_ID: f"{durable}:{metadata.stream}:{metadata.sequence.stream}",
        REASON: reason_of(error),
        SUBJECT: message.subject,
        TIME: datetime.now(UTC).isoformat(timespec="seconds"),
        ATTEMPTS: str(metadata.num_delivered),
    }
    headers.pop("Nats-Expected-Stream", None)
    subject = dead_letter_subject(service, durable)
    await jetstream_of(client).publish(subject, message.data, headers=headers, stream=dead_letter_stream(service))
    DEAD_LETTERED.labels(durable).inc()


def letter_of(raw: RawStreamMsg) -> DeadLetter:
    """A stored message as a dead letter."""
    headers = raw.headers or {}
    return DeadLetter(
        sequence=raw.seq or 0,
        durable=(raw.subject or "").rpartition(".")[2],
        reason=headers.get(REASON, ""),
        subject=headers.get(SUBJECT, ""),
        time=headers.get(TIME, ""),
        headers=headers,
        payload=raw.data or b"",
    )


async def list_letters(client: Client, service: str) -> list[DeadLetter]:
    """All dead letters of `service`, oldest first."""
    jetstream = jetstream_of(client)
    letters: list[DeadLetter] = []
    while True:
        after = letters[-1].sequence + 1 if letters else 1
        try:
            raw = await jetstream.get_msg(dead_letter_stream(service), seq=after, subject=">", next=True)
        except NoSuchMessage:
            return letters
        letters.append(letter_of(raw))


async def find_letter(client: Client, service: str, sequence: int) -> DeadLetter:
    """One dead letter. Raises NotFound."""
    try:
        return letter_of(await jetstream_of(client).get_msg(dead_letter_stream(service), seq=sequence))
    except NoSuchMessage as error:
        raise NotFound("dead_letter_not_found", f"There is no dead letter {sequence}.") from error


async def drop(client: Client, service: str, sequence: int) -> None:
    """Forgets a dead letter. Raises NotFound."""
    await find_letter(client, service, sequence)
    await jetstream_of(client).delete_msg(dead_letter_stream(service), sequence)


async def retry(client: Client, service: str, database: Database, listeners: Sequence[Listener], sequence: int) -> bool:
    """Handles a dead letter here and now, then forgets it; False when its effect was there already.

    Raises NotFound, or what the handler raises: the letter then stays. It is not published again, since a service may
    publish no subject of another's.
    """
    letter = await find_letter(client, service, sequence)
    listener = listener_of(letter, service, listeners)
    fact = fact_of(letter.subject, letter.headers, letter.payload)
    fresh = await hear_once(database, listener, letter.durable, fact, attempt=1)
    await jetstream_of(client).delete_msg(dead_letter_stream(service), sequence)
    return fresh


def listener_of(letter: DeadLetter, service: str, listeners: Sequence[Listener]) -> Listener:
    """The listener a letter was meant for. Raises NotFound when this version of the service has it no more."""
    for listener in listeners:
        if listener.durable(service) == letter.durable:
            return listener
    raise NotFound("listener_not_found", f"This service has no listener {letter.durable} any more.")


def describe(letter: DeadLetter, service: str, listeners: Sequence[Listener]) -> str:
    """A dead letter in full, for the operator's terminal only: it may hold personal data."""
    listener = listener_of(letter, service, listeners)
    headers = "\n".join(f"{name}: {value}" for name, value in sorted(letter.headers.items()))
    event = event_of(fact_of(letter.subject, letter.headers, letter.payload), listener.event)
    return f"{letter}\n{headers}\n\n{text_format.MessageToString(event)}"


async def run(runtime: Runtime, listeners: Sequence[Listener], options: argparse.Namespace) -> None:
    """`deadletters list|show|retry|drop [sequence]` on the terminal."""
    try:
        client = await asyncio.wait_for(runtime.broker.connected(), CONNECT_SECONDS)
    except TimeoutError as error:
        raise Unavailable("nats_away", f"NATS does not answer within {CONNECT_SECONDS} seconds.") from error
    await ensure_dead_letters(client, runtime.name, runtime.broker.replicas)
    sys.stdout.write(await answer(client, runtime, listeners, options) + "\n")


async def answer(client: Client, runtime: Runtime, listeners: Sequence[Listener], options: argparse.Namespace) -> str:
    """What the command says when it has done its work."""
    match options.action:
        case "list":
            return "\n".join(map(str, await list_letters(client, runtime.name))) or "no dead letters"
        case "show":
            return describe(await find_letter(client, runtime.name, options.sequence), runtime.name, listeners)
        case "retry":
            fresh = await retry(client, runtime.name, runtime.database, listeners, options.sequence)
            return "handled" if fresh else "its effect was there already"
        case _:
            await drop(client, runtime.name, options.sequence)
            return "dropped"
