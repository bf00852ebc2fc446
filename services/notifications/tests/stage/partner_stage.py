"""A partner's own HTTP server, and the sender that delivers to it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, cast

from aiohttp import web
from chassis.clock import Clock
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.principal import Principal, serve_as
from google.protobuf.message import Message
from notifications.actions.webhook_endpoints import WebhookTerms
from notifications.channels.webhook import open_webhooks
from notifications.partner_webhook_api import PartnerWebhookServicer
from notifications.webhook_clock import WebhookSender
from standardwebhooks import Webhook
from totetaxi.notifications.v1 import partner_webhook_service_pb2 as pb

KEY = bytes(range(32))
OWNER = str(new_id())


@dataclass
class Partner:
    """What answers at the other end, and what it was sent."""

    status: int = 200
    is_slow: bool = False
    received: list[tuple[dict[str, str], str]] = field(default_factory=list)
    url: str = ""

    async def answer(self, request: web.Request) -> web.Response:
        body = await request.text()
        self.received.append((dict(request.headers), body))
        if self.is_slow:
            await asyncio.Event().wait()
        return web.Response(status=self.status, headers={"Location": f"{self.url}/elsewhere"})

    def verified(self, secret: str) -> list[Any]:
        """What came, checked as a partner checks it."""
        return [Webhook(secret).verify(body, headers) for headers, body in self.received]


@asynccontextmanager
async def open_partner() -> AsyncIterator[Partner]:
    """A server on a port of its own."""
    partner = Partner()
    application = web.Application()
    application.router.add_route("*", "/{path:.*}", partner.answer)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    partner.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield partner
    await runner.cleanup()


def sender_for(database: Database, clock: Clock, *, seconds: float = 2.0) -> WebhookSender:
    """One replica's sender, which may go to this machine."""
    post = open_webhooks(seconds, allow_private=True)
    return WebhookSender(database, clock, post, KEY, timedelta(seconds=30), timedelta(days=5))


async def ask(database: Database, clock: Clock, method: str, request: Message, owner: str = OWNER) -> Any:
    """As the partner's own system does, by its key."""
    serve_as(Principal("api_key", owner, "", frozenset({"webhooks:manage"}), 0.0))
    servicer = PartnerWebhookServicer(database, clock, WebhookTerms(KEY, allow_private=True))
    return await getattr(servicer, method)(request, cast("Any", None))


async def register(database: Database, clock: Clock, url: str, *names: str) -> Any:
    """An endpoint that hears of these events."""
    events = pb.WebhookEventTypeNames(names=names or ["booking.paid"])
    request = pb.CreateWebhookEndpointRequest(url=url, event_types=events)
    return await ask(database, clock, "CreateWebhookEndpoint", request)


async def deliveries(database: Database, clock: Clock, endpoint_id: str) -> list[Any]:
    """The endpoint's log, newest first."""
    request = pb.ListWebhookDeliveriesRequest(endpoint_id=endpoint_id)
    return list((await ask(database, clock, "ListWebhookDeliveries", request)).deliveries)
