"""Who may ask notifications what; what is not named here is refused."""

from __future__ import annotations

from chassis.policy import Policy, any_of, customers, services, staff

POLICY: Policy = {
    "totetaxi.notifications.v1.NotificationsService": {
        "ListBookingMessages": any_of(staff, services("gateway")),
        "ExportCustomerData": customers,
    },
    "totetaxi.notifications.v1.MailFeedbackService": {
        "ReceiveNotification": services("gateway"),
        "Unsubscribe": services("gateway"),
    },
}
