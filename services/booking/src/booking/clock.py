"""What time triggers: the end of unpaid bookings, of remembered answers and plans, erasures, storage, quotes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from chassis.clock import Clock
from chassis.database import Database
from chassis.loops import Loop

from booking.actions import erase_when_due, expire_unpaid, forget_answers
from booking.actions.custom_quote import expire_quotes, send_payment_link
from booking.actions.logistics import forget_driver_links, forget_plans
from booking.actions.report import add_up_figures
from booking.actions.storage import begin_due, close_over
from booking.actions.waiting_list import call_waiting, forget_past_days, offer_places, pass_offers_on
from booking.settings import BookingSettings

if TYPE_CHECKING:
    from totetaxi.payments.v1.payment_link_service_pb2_grpc import PaymentLinkServiceAsyncStub as PaymentLinks

BATCH = 50
ANSWERS_BATCH = 1000
FORGET_EVERY_SECONDS = 600.0
ERASE_EVERY_SECONDS = 600.0
STORAGE_EVERY_SECONDS = 60.0
QUOTES_EVERY_SECONDS = 30.0
PAYMENT_LINKS_EVERY_SECONDS = 2.0
WAITING_EVERY_SECONDS = 2.0
FIGURES_EVERY_SECONDS = 60.0


def loops(database: Database, links: PaymentLinks, settings: BookingSettings, clock: Clock) -> list[Loop]:
    """All of booking's loops; each replica runs them, and rows are claimed so that none is done twice."""

    async def expire() -> int:
        return await expire_unpaid(database, clock.now(), BATCH)

    async def forget() -> int:
        before = clock.now() - timedelta(hours=settings.idempotency_hours)
        return await forget_answers(database, before, ANSWERS_BATCH)

    async def forget_routes() -> int:
        return await forget_plans(database, settings.route_plan_days, clock.now(), BATCH)

    async def forget_links() -> int:
        return await forget_driver_links(database, clock.now(), ANSWERS_BATCH)

    return [
        Loop("expire-unpaid-bookings", settings.expiry_every_seconds, expire),
        Loop("forget-idempotency-keys", FORGET_EVERY_SECONDS, forget),
        Loop("forget-route-plans", FORGET_EVERY_SECONDS, forget_routes),
        Loop("forget-driver-links", FORGET_EVERY_SECONDS, forget_links),
        Loop("erase-when-due", ERASE_EVERY_SECONDS, lambda: erase_when_due(database, clock.now())),
        Loop("begin-storage", STORAGE_EVERY_SECONDS, lambda: begin_due(database, clock.now())),
        Loop("close-storage", STORAGE_EVERY_SECONDS, lambda: close_over(database, clock.now())),
        *waiting_list_loops(database, settings, clock),
        Loop("add-up-figures", FIGURES_EVERY_SECONDS, lambda: add_up_figures(database)),
        Loop("expire-quotes", QUOTES_EVERY_SECONDS, lambda: expire_quotes(database, clock.now())),
        Loop(
            "send-payment-links", PAYMENT_LINKS_EVERY_SECONDS, lambda: send_payment_link(database, links, clock.now())
        ),
    ]


def waiting_list_loops(database: Database, settings: BookingSettings, clock: Clock) -> list[Loop]:
    """Those of the waiting list."""

    async def offer() -> int:
        return await offer_places(database, settings.offer_minutes, clock.now(), BATCH)

    return [
        Loop("call-waiting", WAITING_EVERY_SECONDS, lambda: call_waiting(database, clock.now(), BATCH)),
        Loop("offer-places", WAITING_EVERY_SECONDS, offer),
        Loop("pass-offers-on", WAITING_EVERY_SECONDS, lambda: pass_offers_on(database, clock.now(), BATCH)),
        Loop("forget-waiting", FORGET_EVERY_SECONDS, lambda: forget_past_days(database, clock.now(), ANSWERS_BATCH)),
    ]
