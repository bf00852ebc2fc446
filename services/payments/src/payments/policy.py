"""Who may call what; what isn't named is refused."""

from __future__ import annotations

from chassis.policy import Policy, anybody, customers, services

POLICY: Policy = {
    "totetaxi.payments.v1.PaymentsService": {
        "CreatePaymentIntent": anybody,
        "GetBookingPayment": anybody,
        "ReceiveWebhook": services("gateway"),
        "ConfirmSandboxPayment": anybody,
        "ExportCustomerData": customers,
    },
}
