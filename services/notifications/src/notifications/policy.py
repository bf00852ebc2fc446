"""Who may ask notifications what; what is not named here is refused."""

from __future__ import annotations

from chassis.policy import Policy, any_of, customers, machines, services, staff, staff_with

booking_managers = staff_with("can_manage_bookings")
webhook_owners = any_of(machines("webhooks:manage"), staff_with("can_manage_api_keys"))

POLICY: Policy = {
    "totetaxi.notifications.v1.NotificationsService": {
        "ListBookingMessages": any_of(staff, services("gateway")),
        "ExportCustomerData": customers,
    },
    "totetaxi.notifications.v1.MailFeedbackService": {
        "ReceiveNotification": services("gateway"),
        "ReceiveText": services("gateway"),
        "Unsubscribe": services("gateway"),
    },
    "totetaxi.notifications.v1.StaffMessageService": {
        "SearchMessages": booking_managers,
        "GetMessage": booking_managers,
        "ResendMessage": booking_managers,
        "SendNote": booking_managers,
        "ListTemplates": booking_managers,
        "PreviewTemplate": booking_managers,
        "SendTest": booking_managers,
    },
    "totetaxi.notifications.v1.PartnerWebhookService": {
        "ListWebhookEventTypes": webhook_owners,
        "CreateWebhookEndpoint": webhook_owners,
        "ListWebhookEndpoints": webhook_owners,
        "GetWebhookEndpoint": webhook_owners,
        "UpdateWebhookEndpoint": webhook_owners,
        "DeleteWebhookEndpoint": webhook_owners,
        "RotateWebhookSecret": webhook_owners,
        "SendWebhookTest": webhook_owners,
        "ListWebhookDeliveries": webhook_owners,
        "ReplayWebhookDelivery": webhook_owners,
    },
}
