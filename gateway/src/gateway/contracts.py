"""The contracts of the services behind the gateway: what each of its stubs is called, and where it leads."""

from __future__ import annotations

from typing import Any, NamedTuple

from totetaxi.booking.v1 import (
    booking_event_service_pb2,
    booking_event_service_pb2_grpc,
    booking_paper_service_pb2,
    booking_paper_service_pb2_grpc,
    booking_service_pb2,
    booking_service_pb2_grpc,
    claim_service_pb2,
    claim_service_pb2_grpc,
    customer_booking_service_pb2,
    customer_booking_service_pb2_grpc,
    customer_company_service_pb2,
    customer_company_service_pb2_grpc,
    customer_storage_service_pb2,
    customer_storage_service_pb2_grpc,
    document_service_pb2,
    document_service_pb2_grpc,
    driver_day_service_pb2,
    driver_day_service_pb2_grpc,
    handover_service_pb2,
    handover_service_pb2_grpc,
    logistics_service_pb2,
    logistics_service_pb2_grpc,
    quote_service_pb2,
    quote_service_pb2_grpc,
    report_service_pb2,
    report_service_pb2_grpc,
    route_plan_service_pb2,
    route_plan_service_pb2_grpc,
    staff_booking_service_pb2,
    staff_booking_service_pb2_grpc,
    staff_company_service_pb2,
    staff_company_service_pb2_grpc,
    staff_quote_service_pb2,
    staff_quote_service_pb2_grpc,
    staff_storage_service_pb2,
    staff_storage_service_pb2_grpc,
    tracking_service_pb2,
    tracking_service_pb2_grpc,
    waiting_list_service_pb2,
    waiting_list_service_pb2_grpc,
)
from totetaxi.identity.v1 import (
    address_service_pb2,
    address_service_pb2_grpc,
    api_key_service_pb2,
    api_key_service_pb2_grpc,
    audit_service_pb2,
    audit_service_pb2_grpc,
    customer_service_pb2,
    customer_service_pb2_grpc,
    identity_service_pb2,
    identity_service_pb2_grpc,
    privacy_service_pb2,
    privacy_service_pb2_grpc,
    session_service_pb2,
    session_service_pb2_grpc,
    staff_service_pb2,
    staff_service_pb2_grpc,
)
from totetaxi.notifications.v1 import (
    mail_feedback_service_pb2,
    mail_feedback_service_pb2_grpc,
    notifications_service_pb2,
    notifications_service_pb2_grpc,
    partner_webhook_service_pb2,
    partner_webhook_service_pb2_grpc,
    staff_message_service_pb2,
    staff_message_service_pb2_grpc,
)
from totetaxi.payments.v1 import (
    finance_service_pb2,
    finance_service_pb2_grpc,
    invoice_service_pb2,
    invoice_service_pb2_grpc,
    payment_link_service_pb2,
    payment_link_service_pb2_grpc,
    payment_method_service_pb2,
    payment_method_service_pb2_grpc,
    payments_service_pb2,
    payments_service_pb2_grpc,
    reconciliation_service_pb2,
    reconciliation_service_pb2_grpc,
    refund_service_pb2,
    refund_service_pb2_grpc,
)
from totetaxi.pricing.v1 import (
    catalog_service_pb2,
    catalog_service_pb2_grpc,
    pricing_service_pb2,
    pricing_service_pb2_grpc,
    promotion_service_pb2,
    promotion_service_pb2_grpc,
)


class Contract(NamedTuple):
    """One gRPC service."""

    messages: Any
    """The generated module that describes it."""
    stub: Any


CONTRACTS: dict[str, dict[str, Contract]] = {
    "identity": {
        "identity": Contract(identity_service_pb2, identity_service_pb2_grpc.IdentityServiceStub),
        "sessions": Contract(session_service_pb2, session_service_pb2_grpc.SessionServiceStub),
        "customers": Contract(customer_service_pb2, customer_service_pb2_grpc.CustomerServiceStub),
        "addresses": Contract(address_service_pb2, address_service_pb2_grpc.AddressServiceStub),
        "staff": Contract(staff_service_pb2, staff_service_pb2_grpc.StaffServiceStub),
        "api_keys": Contract(api_key_service_pb2, api_key_service_pb2_grpc.ApiKeyServiceStub),
        "audit": Contract(audit_service_pb2, audit_service_pb2_grpc.AuditServiceStub),
        "privacy": Contract(privacy_service_pb2, privacy_service_pb2_grpc.PrivacyServiceStub),
    },
    "pricing": {
        "pricing": Contract(pricing_service_pb2, pricing_service_pb2_grpc.PricingServiceStub),
        "catalogue": Contract(catalog_service_pb2, catalog_service_pb2_grpc.CatalogServiceStub),
        "promotions": Contract(promotion_service_pb2, promotion_service_pb2_grpc.PromotionServiceStub),
    },
    "booking": {
        "booking": Contract(booking_service_pb2, booking_service_pb2_grpc.BookingServiceStub),
        "customer_bookings": Contract(
            customer_booking_service_pb2, customer_booking_service_pb2_grpc.CustomerBookingServiceStub
        ),
        "staff_bookings": Contract(staff_booking_service_pb2, staff_booking_service_pb2_grpc.StaffBookingServiceStub),
        "booking_papers": Contract(booking_paper_service_pb2, booking_paper_service_pb2_grpc.BookingPaperServiceStub),
        "booking_events": Contract(booking_event_service_pb2, booking_event_service_pb2_grpc.BookingEventServiceStub),
        "claims": Contract(claim_service_pb2, claim_service_pb2_grpc.ClaimServiceStub),
        "handovers": Contract(handover_service_pb2, handover_service_pb2_grpc.HandoverServiceStub),
        "documents": Contract(document_service_pb2, document_service_pb2_grpc.DocumentServiceStub),
        "customer_storages": Contract(
            customer_storage_service_pb2, customer_storage_service_pb2_grpc.CustomerStorageServiceStub
        ),
        "staff_storages": Contract(staff_storage_service_pb2, staff_storage_service_pb2_grpc.StaffStorageServiceStub),
        "waiting_list": Contract(waiting_list_service_pb2, waiting_list_service_pb2_grpc.WaitingListServiceStub),
        "reports": Contract(report_service_pb2, report_service_pb2_grpc.ReportServiceStub),
        "quotes": Contract(quote_service_pb2, quote_service_pb2_grpc.QuoteServiceStub),
        "staff_quotes": Contract(staff_quote_service_pb2, staff_quote_service_pb2_grpc.StaffQuoteServiceStub),
        "companies": Contract(
            customer_company_service_pb2, customer_company_service_pb2_grpc.CustomerCompanyServiceStub
        ),
        "staff_companies": Contract(staff_company_service_pb2, staff_company_service_pb2_grpc.StaffCompanyServiceStub),
        "tracking": Contract(tracking_service_pb2, tracking_service_pb2_grpc.TrackingServiceStub),
        "logistics": Contract(logistics_service_pb2, logistics_service_pb2_grpc.LogisticsServiceStub),
        "driver_days": Contract(driver_day_service_pb2, driver_day_service_pb2_grpc.DriverDayServiceStub),
        "route_plans": Contract(route_plan_service_pb2, route_plan_service_pb2_grpc.RoutePlanServiceStub),
    },
    "payments": {
        "payments": Contract(payments_service_pb2, payments_service_pb2_grpc.PaymentsServiceStub),
        "finance": Contract(finance_service_pb2, finance_service_pb2_grpc.FinanceServiceStub),
        "refunds": Contract(refund_service_pb2, refund_service_pb2_grpc.RefundServiceStub),
        "payment_methods": Contract(
            payment_method_service_pb2, payment_method_service_pb2_grpc.PaymentMethodServiceStub
        ),
        "invoices": Contract(invoice_service_pb2, invoice_service_pb2_grpc.InvoiceServiceStub),
        "payment_links": Contract(payment_link_service_pb2, payment_link_service_pb2_grpc.PaymentLinkServiceStub),
        "reconciliation": Contract(
            reconciliation_service_pb2, reconciliation_service_pb2_grpc.ReconciliationServiceStub
        ),
    },
    "notifications": {
        "notifications": Contract(notifications_service_pb2, notifications_service_pb2_grpc.NotificationsServiceStub),
        "mail_feedback": Contract(mail_feedback_service_pb2, mail_feedback_service_pb2_grpc.MailFeedbackServiceStub),
        "partner_webhooks": Contract(
            partner_webhook_service_pb2, partner_webhook_service_pb2_grpc.PartnerWebhookServiceStub
        ),
        "staff_messages": Contract(staff_message_service_pb2, staff_message_service_pb2_grpc.StaffMessageServiceStub),
    },
}
"""By service, and then by the name that its stub has in `Upstreams`."""
