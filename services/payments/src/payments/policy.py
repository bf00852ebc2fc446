"""Who may call what; what isn't named is refused."""

from __future__ import annotations

from chassis.policy import Policy, any_of, anybody, customers, services, staff, staff_with

POLICY: Policy = {
    "totetaxi.payments.v1.PaymentsService": {
        "CreatePaymentIntent": anybody,
        "PayWithSavedCard": customers,
        "GetBookingPayment": anybody,
        "ReceiveWebhook": services("gateway"),
        "ConfirmSandboxPayment": anybody,
        "ExportCustomerData": customers,
    },
    "totetaxi.payments.v1.FinanceService": {
        "ListPayments": staff,
        "GetPayment": staff,
        "ListBookingPayments": staff,
        "ListDisputes": staff,
        "GetPaymentStatistics": staff,
        "GetRevenueReport": staff_with("can_view_financial_reports"),
        "GetBalances": staff_with("can_view_financial_reports"),
        "ListLedger": staff_with("can_view_financial_reports"),
        "InspectBookingPayments": staff,
    },
    "totetaxi.payments.v1.PaymentLinkService": {
        "CreatePaymentLink": any_of(staff_with("can_manage_bookings"), services("booking")),
        "GetPaymentLink": anybody,
        "PayByLink": anybody,
        "RevokePaymentLink": staff_with("can_manage_bookings"),
        "ListPaymentLinks": staff,
    },
    "totetaxi.payments.v1.PaymentMethodService": {
        "CreateSetupIntent": customers,
        "ListPaymentMethods": customers,
        "SetDefaultPaymentMethod": customers,
        "RemovePaymentMethod": customers,
    },
    "totetaxi.payments.v1.InvoiceService": {
        "ListInvoices": staff,
        "ListOwnInvoices": customers,
    },
    "totetaxi.payments.v1.ReconciliationService": {
        "ListDifferences": staff_with("can_view_financial_reports"),
        "ResolveDifference": staff_with("can_view_financial_reports"),
        "ListReconciliations": staff_with("can_view_financial_reports"),
    },
    "totetaxi.payments.v1.RefundService": {
        "RequestRefund": any_of(staff_with("can_manage_bookings"), services("booking")),
        "ApproveRefund": staff_with("can_approve_refunds"),
        "RejectRefund": staff_with("can_approve_refunds"),
        "GetRefund": staff,
        "ListRefunds": staff,
    },
}
