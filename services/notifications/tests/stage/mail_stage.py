"""What answers like SES, what the others publish, and the loops of one replica."""

from __future__ import annotations

import asyncio
import email
import email.policy
from collections.abc import Callable, Coroutine
from datetime import timedelta
from email.message import EmailMessage
from typing import Any, cast

import boto3
import httpx2
from chassis.broker import Broker, jetstream_of
from chassis.clock import Clock
from chassis.database import Database
from chassis.events import MESSAGE_ID, Fact, context_of, headers_of
from chassis.identifiers import new_id
from chassis.listening import listen
from chassis.loops import run_loop
from chassis.streams import ensure_stream
from hearing import OFFICE
from moto.core import DEFAULT_ACCOUNT_ID
from moto.server import ThreadedMotoServer
from moto.ses.models import ses_backends
from notifications.channels.ses import open_ses
from notifications.clock import Sender, loops
from notifications.events import listeners

REGION = "us-east-1"

Run = Callable[[asyncio.Event], Coroutine[Any, Any, None]]


class Post:
    """Moto's SES behind a port that can be closed and opened again."""

    def __init__(self) -> None:
        self._server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
        self._server.start()
        self.port = self._server.get_host_and_port()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._is_open = True
        self._client = boto3.client("sesv2", region_name=REGION, endpoint_url=self.url)
        self.send_mail = open_ses(self.url, REGION, 1.0)
        """As notifications sends. Clients are made once: reading Amazon's descriptions takes as long as many tests."""

    def begin_afresh(self) -> None:
        """Open, with nothing sent, and knowing our sender alone."""
        if not self._is_open:
            self.open()
        httpx2.post(f"{self.url}/moto-api/reset").raise_for_status()
        self._client.create_email_identity(EmailIdentity="totetaxi.example")

    def close(self) -> None:
        """Refuses connections from now on."""
        self._server.stop()
        self._is_open = False

    def open(self) -> None:
        """Answers again, on the same port."""
        self._server = ThreadedMotoServer(ip_address="127.0.0.1", port=self.port, verbose=False)
        self._server.start()
        self._is_open = True

    def mails(self, recipient: str) -> list[EmailMessage]:
        """What was sent to `recipient`."""
        sent = ses_backends[DEFAULT_ACCOUNT_ID][REGION].sent_messages
        theirs = [mail.raw_data for mail in sent if recipient in mail.destinations]
        return [cast("EmailMessage", email.message_from_string(raw, policy=email.policy.default)) for raw in theirs]


def sending(sender: Sender, poll_seconds: float = 0.1) -> list[Run]:
    """The loops of one replica."""
    return [lambda stopping, loop=loop: run_loop(loop, stopping) for loop in loops(sender, poll_seconds)]  # type: ignore[misc]


def listening(database: Database, broker: Broker, grace: timedelta = timedelta(0)) -> list[Run]:
    """The listeners of one replica."""
    return [
        lambda stopping, listener=listener: listen(listener, "notifications", database, broker, stopping)  # type: ignore[misc]
        for listener in listeners(Clock(), grace, OFFICE)
    ]


async def publish(broker: Broker, fact: Fact, times: int = 1) -> None:
    """Publishes `fact` as its owner does, `times` times, past JetStream's own deduplication."""
    client = await broker.connected()
    await ensure_stream(client, context_of(fact.subject), 1)
    for _ in range(times):
        headers = {**headers_of(fact), MESSAGE_ID: str(new_id())}
        await jetstream_of(client).publish(fact.subject, fact.payload, headers=headers)
