"""`python -m payments serve | migrate | seed | reconcile | webhooks replay … | deadletters … | outbox …`."""

from __future__ import annotations

import argparse
import sys

from chassis.clock import instant_of
from chassis.commands import Extra, Service, main
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.refusal import Invalid
from chassis.remote import open_channel, remote_stub
from chassis.runtime import Parts, Runtime
from totetaxi.booking.v1.booking_service_pb2 import DESCRIPTOR as BOOKING
from totetaxi.booking.v1.booking_service_pb2_grpc import BookingServiceStub
from totetaxi.payments.v1.finance_service_pb2_grpc import add_FinanceServiceServicer_to_server
from totetaxi.payments.v1.invoice_service_pb2_grpc import add_InvoiceServiceServicer_to_server
from totetaxi.payments.v1.payment_link_service_pb2_grpc import add_PaymentLinkServiceServicer_to_server
from totetaxi.payments.v1.payment_method_service_pb2_grpc import add_PaymentMethodServiceServicer_to_server
from totetaxi.payments.v1.payments_service_pb2_grpc import add_PaymentsServiceServicer_to_server
from totetaxi.payments.v1.reconciliation_service_pb2_grpc import add_ReconciliationServiceServicer_to_server
from totetaxi.payments.v1.refund_service_pb2_grpc import add_RefundServiceServicer_to_server

from payments.api.finance_api import FinanceApi
from payments.api.invoice_api import InvoiceApi
from payments.api.payment_link_api import PaymentLinkApi
from payments.api.payment_method_api import PaymentMethodApi
from payments.api.payments_api import PaymentsApi
from payments.api.reconciliation_api import ReconciliationApi
from payments.api.refund_api import RefundApi
from payments.audit import record
from payments.clock import loops, reconcile_now
from payments.desk import Desk
from payments.events import listeners
from payments.policy import POLICY
from payments.settings import PaymentsSettings
from payments.store import webhooks
from payments.stripe_account import open_stripe


async def assemble(runtime: Runtime) -> Parts:
    """Payments: money in and money back, once."""
    settings: PaymentsSettings = runtime.settings
    channel = open_channel(settings.booking_target, BOOKING.services_by_name["BookingService"])
    booking = remote_stub(BookingServiceStub, channel, runtime.caller)
    desk = Desk(runtime.database, booking, open_stripe(settings), settings, runtime.clock)
    return Parts(
        servicers=[
            (add_PaymentsServiceServicer_to_server, PaymentsApi(desk)),
            (add_FinanceServiceServicer_to_server, FinanceApi(desk)),
            (add_InvoiceServiceServicer_to_server, InvoiceApi(desk)),
            (add_PaymentLinkServiceServicer_to_server, PaymentLinkApi(desk)),
            (add_PaymentMethodServiceServicer_to_server, PaymentMethodApi(desk)),
            (add_ReconciliationServiceServicer_to_server, ReconciliationApi(desk)),
            (add_RefundServiceServicer_to_server, RefundApi(desk)),
        ],
        policy=POLICY,
        listeners=listeners(runtime.clock),
        loops=loops(desk),
        closers=[channel.close],
    )


async def seed(_database: Database, _settings: PaymentsSettings) -> None:
    """Payments needs nothing in its tables to begin with."""


async def run_reconcile(runtime: Runtime, _options: argparse.Namespace) -> None:
    """Compares with Stripe, now."""
    settings: PaymentsSettings = runtime.settings
    channel = open_channel(settings.booking_target)
    booking = remote_stub(BookingServiceStub, channel, runtime.caller)
    report = await reconcile_now(Desk(runtime.database, booking, open_stripe(settings), settings, runtime.clock))
    await channel.close()
    counts = f"{report.compared} compared, {report.lost} lost webhooks applied, {report.repaired} repaired"
    sys.stdout.write(f"{counts}, {report.raised} new differences for staff\n")


async def replay_webhooks(runtime: Runtime, options: argparse.Namespace) -> None:
    """Lets stored webhooks be processed once more. Raises Invalid when it isn't said which."""
    if not options.id and not options.since:
        raise Invalid("which_webhooks", "Say which: --since INSTANT or --id evt_…")
    async with runtime.database.transaction() as connection:
        count = await webhooks.process_again(connection, options.since, options.id, runtime.clock.now())
        after = {"webhooks": count, "since": options.since, "id": options.id}
        await record(connection, "webhooks.replayed", ("webhooks", new_id()), runtime.clock.now(), after=after)
    sys.stdout.write(f"{count} webhooks will be processed again\n")


def webhook_arguments(parser: argparse.ArgumentParser) -> None:
    """`webhooks replay --since … | --id …`."""
    replay = parser.add_subparsers(dest="action", required=True).add_parser(
        "replay", help="process stored webhooks again"
    )
    replay.add_argument("--since", type=instant_of, help="ISO 8601 with offset")
    replay.add_argument("--id", default="", help="one event, evt_…")


SERVICE = Service(
    name="payments",
    settings=PaymentsSettings,
    assemble=assemble,
    seed=seed,
    commands={
        "reconcile": Extra("compare with Stripe, both ways", run_reconcile),
        "webhooks": Extra("stored webhooks", replay_webhooks, webhook_arguments),
    },
)

if __name__ == "__main__":
    main(SERVICE)
