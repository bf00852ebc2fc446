"""The application: routes, edge and the background work that keeps it able to serve."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from chassis.broker import Broker
from chassis.clock import Clock
from chassis.loops import Loop, run_loop
from fastapi import FastAPI
from google.protobuf.message import Message
from starlette.middleware.cors import CORSMiddleware
from totetaxi.identity.v1.events_pb2 import ApiKeyRevoked, SessionRevoked, SigningKeyRotated
from totetaxi.pricing.v1.events_pb2 import CatalogPublished

from gateway.announcements import ASK_EVERY_SECONDS, Announcements
from gateway.body_limit import BodyLimit
from gateway.caller_memory import CallerMemory
from gateway.dependencies import Surroundings
from gateway.edge import Edge
from gateway.error_handlers import add_error_handlers
from gateway.fresh_pages import FreshPages
from gateway.live_bookings import said_of_bookings
from gateway.openapi import describe
from gateway.principals import VisitorPrincipal
from gateway.routers import ROUTERS
from gateway.routes import mail_feedback, pages, payments
from gateway.settings import GatewaySettings
from gateway.signed_in import Credentials
from gateway.upstreams import open_upstreams

CORS_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]
CORS_HEADERS = [
    "content-type",
    "x-csrftoken",
    "idempotency-key",
    "authorization",
    "if-match",
    "x-request-id",
    "booking-email",
    "last-event-id",
]
EXPOSED_HEADERS = ["ETag", "Idempotent-Replayed", "RateLimit", "RateLimit-Policy", "Retry-After", "X-Request-ID"]


def create_application(settings: GatewaySettings) -> FastAPI:
    """The gateway; it opens its channels when it starts and closes them when it stops."""

    @asynccontextmanager
    async def lifespan(application: FastAPI) -> AsyncIterator[None]:
        async with background(application, settings):
            yield

    application = FastAPI(
        title="ToteTaxi",
        version="1",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
        telemetry={"tracing": False, "metrics": False, "logs": False},
    )
    for router in ROUTERS:
        application.router.routes.extend(router.routes)  # included routers would each be searched twice
    pages.mount_assets(application)
    add_error_handlers(application)
    add_middleware(application, settings)
    describe(application)
    return application


def add_middleware(application: FastAPI, settings: GatewaySettings) -> None:
    """The edge is outermost, so that whatever is refused further in carries its headers too."""
    longer = {
        payments.WEBHOOK_PATH: payments.WEBHOOK_BODY_BYTES,
        mail_feedback.FEEDBACK_PATH: mail_feedback.FEEDBACK_BODY_BYTES,
        mail_feedback.TEXTS_PATH: mail_feedback.FEEDBACK_BODY_BYTES,
    }
    application.add_middleware(BodyLimit, limit=settings.max_body_bytes, exceptions=longer)
    application.add_middleware(FreshPages)
    if settings.origins():
        application.add_middleware(
            CORSMiddleware,
            allow_origins=settings.origins(),
            allow_credentials=True,
            allow_methods=CORS_METHODS,
            allow_headers=CORS_HEADERS,
            expose_headers=EXPOSED_HEADERS,
            max_age=600,
        )
    application.add_middleware(Edge, is_local=settings.is_local, proxies=settings.proxies())


@asynccontextmanager
async def background(application: FastAPI, settings: GatewaySettings) -> AsyncIterator[None]:
    """Channels, principals that are renewed ahead of their end, and an ear for what ends others."""
    clock = Clock()
    broker = Broker(settings.nats_url.get_secret_value(), "gateway")
    upstreams = open_upstreams(settings, clock)
    visitor = VisitorPrincipal(upstreams.identity, clock)
    memory = CallerMemory(lambda: announcements.is_live(), clock)
    surroundings = Surroundings(settings, upstreams, visitor, Credentials(upstreams, memory, clock))
    announcements = announcements_for(surroundings, memory, broker)
    application.state.surroundings = surroundings
    stopping = asyncio.Event()
    hearing = Loop("announcements", ASK_EVERY_SECONDS, announcements.step)
    work = [
        asyncio.create_task(upstreams.caller.keep_fresh(stopping, asyncio.Event()), name="service-principal"),
        asyncio.create_task(visitor.keep_fresh(stopping), name="visitor-principal"),
        asyncio.create_task(run_loop(hearing, stopping), name="announcements"),
    ]
    try:
        yield
    finally:
        stopping.set()
        for task in work:
            task.cancel()
        await asyncio.gather(*work, return_exceptions=True)
        await broker.close()
        await upstreams.close()


def announcements_for(surroundings: Surroundings, memory: CallerMemory, broker: Broker) -> Announcements:
    """What this process forgets on hearing what, and whom it wakes."""
    catalogue, live = surroundings.catalogue, surroundings.live
    handlers: dict[type[Message], Callable[[Any], None]] = {
        SessionRevoked: one_after_another(memory.on_session_revoked, live.on_session_revoked),
        ApiKeyRevoked: one_after_another(memory.on_api_key_revoked, live.on_api_key_revoked),
        SigningKeyRotated: memory.on_signing_key_rotated,
        CatalogPublished: lambda _: catalogue.outdate(),
        **dict.fromkeys(said_of_bookings(), live.on_said),
    }
    on_gap = one_after_another(lambda _: memory.forget_all(), lambda _: catalogue.outdate(), lambda _: live.wake_all())
    return Announcements(broker, handlers, on_gap=lambda: on_gap(None))


def one_after_another(*hearers: Callable[[Any], None]) -> Callable[[Any], None]:
    """Who is woken finds forgotten what had to be: the order counts."""

    def hear(event: Any) -> None:
        for hearer in hearers:
            hearer(event)

    return hear
