"""`python -m booking serve | migrate | seed | rebuild-figures | deadletters … | outbox …`."""

from __future__ import annotations

import argparse

from chassis.commands import Extra, Service, main
from chassis.database import Database
from chassis.remote import open_channel, remote_stub
from chassis.runtime import Parts, Runtime
from totetaxi.booking.v1.booking_event_service_pb2_grpc import add_BookingEventServiceServicer_to_server
from totetaxi.booking.v1.booking_paper_service_pb2_grpc import add_BookingPaperServiceServicer_to_server
from totetaxi.booking.v1.booking_service_pb2_grpc import add_BookingServiceServicer_to_server
from totetaxi.booking.v1.claim_service_pb2_grpc import add_ClaimServiceServicer_to_server
from totetaxi.booking.v1.customer_booking_service_pb2_grpc import add_CustomerBookingServiceServicer_to_server
from totetaxi.booking.v1.customer_company_service_pb2_grpc import add_CustomerCompanyServiceServicer_to_server
from totetaxi.booking.v1.customer_storage_service_pb2_grpc import add_CustomerStorageServiceServicer_to_server
from totetaxi.booking.v1.document_service_pb2_grpc import add_DocumentServiceServicer_to_server
from totetaxi.booking.v1.driver_day_service_pb2_grpc import add_DriverDayServiceServicer_to_server
from totetaxi.booking.v1.handover_service_pb2_grpc import add_HandoverServiceServicer_to_server
from totetaxi.booking.v1.logistics_service_pb2_grpc import add_LogisticsServiceServicer_to_server
from totetaxi.booking.v1.quote_service_pb2_grpc import add_QuoteServiceServicer_to_server
from totetaxi.booking.v1.report_service_pb2_grpc import add_ReportServiceServicer_to_server
from totetaxi.booking.v1.route_plan_service_pb2_grpc import add_RoutePlanServiceServicer_to_server
from totetaxi.booking.v1.staff_booking_service_pb2_grpc import add_StaffBookingServiceServicer_to_server
from totetaxi.booking.v1.staff_company_service_pb2_grpc import add_StaffCompanyServiceServicer_to_server
from totetaxi.booking.v1.staff_quote_service_pb2_grpc import add_StaffQuoteServiceServicer_to_server
from totetaxi.booking.v1.staff_storage_service_pb2_grpc import add_StaffStorageServiceServicer_to_server
from totetaxi.booking.v1.tracking_service_pb2_grpc import add_TrackingServiceServicer_to_server
from totetaxi.booking.v1.waiting_list_service_pb2_grpc import add_WaitingListServiceServicer_to_server
from totetaxi.payments.v1.payment_link_service_pb2 import DESCRIPTOR as PAYMENT_LINKS
from totetaxi.payments.v1.payment_link_service_pb2_grpc import PaymentLinkServiceStub
from totetaxi.payments.v1.payments_service_pb2_grpc import PaymentsServiceStub
from totetaxi.payments.v1.refund_service_pb2_grpc import RefundServiceStub
from totetaxi.pricing.v1.pricing_service_pb2 import DESCRIPTOR as PRICING
from totetaxi.pricing.v1.pricing_service_pb2_grpc import PricingServiceStub

from booking.actions import Terms
from booking.actions.report import rebuild_figures
from booking.api import BookingApi
from booking.booking_event_api import BookingEventApi
from booking.claim_api import ClaimApi
from booking.claim_clock import claim_loop
from booking.clock import loops
from booking.customer_api import CustomerBookingApi
from booking.customer_company_api import CustomerCompanyApi
from booking.customer_storage_api import CustomerStorageApi
from booking.document_api import DocumentApi
from booking.document_clock import document_loops
from booking.domain.availability import Usual
from booking.driver_day_api import DriverDayApi
from booking.events import listeners
from booking.files import Files
from booking.handover_api import HandoverApi
from booking.logistics_api import LogisticsApi
from booking.paper_api import BookingPaperApi
from booking.policy import POLICY
from booking.quote_api import QuoteApi
from booking.report_api import ReportApi
from booking.route_plan_api import RoutePlanApi
from booking.route_solver import RouteSolver
from booking.settings import BookingSettings
from booking.staff_api import StaffBookingApi
from booking.staff_company_api import StaffCompanyApi
from booking.staff_quote_api import StaffQuoteApi
from booking.staff_storage_api import StaffStorageApi
from booking.tracking_api import TrackingApi
from booking.waiting_api import WaitingListApi


async def assemble(runtime: Runtime) -> Parts:
    """Booking: the whole life of a move, and the places there are."""
    settings: BookingSettings = runtime.settings
    channel = open_channel(settings.pricing_target, PRICING.services_by_name["PricingService"])
    pricing = remote_stub(PricingServiceStub, channel, runtime.caller)
    to_payments = open_channel(settings.payments_target, PAYMENT_LINKS.services_by_name["PaymentLinkService"])
    payments = remote_stub(PaymentsServiceStub, to_payments, runtime.caller)
    refunds = remote_stub(RefundServiceStub, to_payments, runtime.caller)
    links = remote_stub(PaymentLinkServiceStub, to_payments, runtime.caller)
    usual = Usual(settings.window_capacity, settings.organizer_capacity)
    terms = Terms(settings.payment_minutes, usual)
    api = BookingApi(runtime.database, pricing, terms, runtime.clock)
    customers = CustomerBookingApi(runtime.database, pricing, terms, runtime.clock)
    staff = StaffBookingApi(runtime.database, pricing, terms, runtime.clock)
    papers = BookingPaperApi(runtime.database, settings.contact_email, settings.public_url, runtime.clock)
    files = Files(settings)
    reports = ReportApi(runtime.database, usual, runtime.clock)
    return Parts(
        servicers=[
            (add_BookingServiceServicer_to_server, api),
            (add_CustomerBookingServiceServicer_to_server, customers),
            (add_StaffBookingServiceServicer_to_server, staff),
            (add_BookingPaperServiceServicer_to_server, papers),
            (add_CustomerStorageServiceServicer_to_server, CustomerStorageApi(runtime.database, runtime.clock)),
            (add_StaffStorageServiceServicer_to_server, StaffStorageApi(runtime.database, pricing, runtime.clock)),
            (add_WaitingListServiceServicer_to_server, WaitingListApi(runtime.database, terms, runtime.clock)),
            (
                add_QuoteServiceServicer_to_server,
                QuoteApi(runtime.database, pricing, terms, settings.contact_email, runtime.clock),
            ),
            (
                add_StaffQuoteServiceServicer_to_server,
                StaffQuoteApi(runtime.database, pricing, settings.contact_email, runtime.clock),
            ),
            (add_CustomerCompanyServiceServicer_to_server, CustomerCompanyApi(runtime.database)),
            (add_StaffCompanyServiceServicer_to_server, StaffCompanyApi(runtime.database, runtime.clock)),
            (add_ClaimServiceServicer_to_server, ClaimApi(runtime.database, runtime.clock)),
            (
                add_HandoverServiceServicer_to_server,
                HandoverApi(runtime.database, files, settings.contact_email, runtime.clock),
            ),
            (add_DocumentServiceServicer_to_server, DocumentApi(runtime.database, files, runtime.clock)),
            (add_LogisticsServiceServicer_to_server, LogisticsApi(runtime.database, runtime.clock)),
            (add_DriverDayServiceServicer_to_server, DriverDayApi(runtime.database, runtime.clock)),
            (add_ReportServiceServicer_to_server, reports),
            (
                add_RoutePlanServiceServicer_to_server,
                RoutePlanApi(runtime.database, RouteSolver(), settings, runtime.clock),
            ),
            (add_TrackingServiceServicer_to_server, TrackingApi(runtime.database, runtime.clock)),
            (add_BookingEventServiceServicer_to_server, BookingEventApi(runtime.database, runtime.clock)),
        ],
        policy=POLICY,
        listeners=listeners(runtime.clock),
        loops=[
            *loops(runtime.database, links, settings, runtime.clock),
            *document_loops(runtime.database, files, runtime.clock),
            claim_loop(runtime.database, payments, refunds, runtime.clock),
        ],
        closers=[channel.close, to_payments.close],
    )


async def seed(_database: Database, _settings: BookingSettings) -> None:
    """Nothing must be there: a window that nobody has booked has BOOKING_WINDOW_CAPACITY places."""


async def count_anew(runtime: Runtime, _options: argparse.Namespace) -> None:
    """Makes the figures of the reports anew from the bookings; safe at any time."""
    await rebuild_figures(runtime.database)


SERVICE = Service(
    name="booking",
    settings=BookingSettings,
    assemble=assemble,
    seed=seed,
    commands={"rebuild-figures": Extra("count the figures of the reports anew from the bookings", count_anew)},
)

if __name__ == "__main__":
    main(SERVICE)
