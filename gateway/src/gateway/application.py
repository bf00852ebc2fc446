"""The application: routes, edge and the background work that keeps it able to serve."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from chassis.clock import Clock
from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware

from gateway.body_limit import BodyLimit
from gateway.dependencies import Surroundings
from gateway.edge import Edge
from gateway.error_handlers import add_error_handlers
from gateway.openapi import describe
from gateway.principals import VisitorPrincipal
from gateway.routes import availability, booking_page, bookings, catalogue, health, pages, payments, pricing, session
from gateway.settings import GatewaySettings
from gateway.upstreams import open_upstreams

ROUTERS = [
    catalogue.router,
    pricing.router,
    availability.router,
    bookings.router,
    payments.router,
    payments.webhook_router,
    session.router,
    health.router,
    pages.router,
    booking_page.router,
]

CORS_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]
CORS_HEADERS = ["content-type", "x-csrftoken", "idempotency-key", "authorization", "x-request-id"]
EXPOSED_HEADERS = ["ETag", "Idempotent-Replayed", "Retry-After", "X-Request-ID"]


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
    )
    for router in ROUTERS:
        application.include_router(router)
    pages.mount_assets(application)
    add_error_handlers(application)
    add_middleware(application, settings)
    describe(application)
    return application


def add_middleware(application: FastAPI, settings: GatewaySettings) -> None:
    """The edge is outermost, so that whatever is refused further in carries its headers too."""
    longer = {payments.WEBHOOK_PATH: payments.WEBHOOK_BODY_BYTES}
    application.add_middleware(BodyLimit, limit=settings.max_body_bytes, exceptions=longer)
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
    application.add_middleware(Edge, is_local=settings.is_local)


@asynccontextmanager
async def background(application: FastAPI, settings: GatewaySettings) -> AsyncIterator[None]:
    """Channels, and principals that are renewed ahead of their end."""
    clock = Clock()
    upstreams = open_upstreams(settings, clock)
    visitor = VisitorPrincipal(upstreams.identity, clock)
    application.state.surroundings = Surroundings(settings, upstreams, visitor)
    stopping = asyncio.Event()
    work = [
        asyncio.create_task(upstreams.caller.keep_fresh(stopping, asyncio.Event()), name="service-principal"),
        asyncio.create_task(visitor.keep_fresh(stopping), name="visitor-principal"),
    ]
    try:
        yield
    finally:
        stopping.set()
        for task in work:
            task.cancel()
        await asyncio.gather(*work, return_exceptions=True)
        await upstreams.close()
