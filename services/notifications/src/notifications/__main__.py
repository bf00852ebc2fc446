"""`python -m notifications serve | migrate | seed | deadletters | outbox | failed`."""

from __future__ import annotations

from datetime import timedelta
from email.utils import parseaddr

from chassis.commands import Service, main
from chassis.database import Database
from chassis.loops import Loop
from chassis.remote import open_channel, remote_stub
from chassis.runtime import Parts, Runtime
from chassis.sealing import encryption_key_of
from totetaxi.booking.v1.booking_paper_service_pb2 import DESCRIPTOR as PAPERS
from totetaxi.booking.v1.booking_paper_service_pb2_grpc import BookingPaperServiceStub
from totetaxi.notifications.v1.mail_feedback_service_pb2_grpc import add_MailFeedbackServiceServicer_to_server
from totetaxi.notifications.v1.notifications_service_pb2_grpc import add_NotificationsServiceServicer_to_server
from totetaxi.notifications.v1.partner_webhook_service_pb2_grpc import add_PartnerWebhookServiceServicer_to_server
from totetaxi.notifications.v1.staff_message_service_pb2_grpc import add_StaffMessageServiceServicer_to_server

from notifications import webhook_clock
from notifications.actions.webhook_endpoints import WebhookTerms
from notifications.api import NotificationsServicer
from notifications.channels.mail import SendMail
from notifications.channels.ses import open_ses
from notifications.channels.smtp import open_smtp
from notifications.channels.texts import SendText, open_texts
from notifications.channels.webhook import open_webhooks
from notifications.clock import Sender, loops
from notifications.dead_letter_watch import watch_dead_letters
from notifications.events import listeners
from notifications.feedback_api import MailFeedbackServicer
from notifications.papers import open_papers
from notifications.partner_webhook_api import PartnerWebhookServicer
from notifications.policy import POLICY
from notifications.rendering import House
from notifications.settings import NotificationsSettings
from notifications.sns_envelope import SnsDesk
from notifications.staff_message_api import Desk, StaffMessageServicer

WEBHOOK_LEASE_MARGIN = 10.0
"""Seconds beyond twice what a partner may take, after which its sender counts as dead."""


async def assemble(runtime: Runtime) -> Parts:
    """Tells customers and staff, once, what happened to their bookings and accounts."""
    settings: NotificationsSettings = runtime.settings
    channel = open_channel(settings.booking_target, PAPERS.services_by_name["BookingPaperService"])
    papers = remote_stub(BookingPaperServiceStub, channel, runtime.caller)
    sender = Sender(
        database=runtime.database,
        clock=runtime.clock,
        send_mail=transport_of(settings),
        send_text=texts_of(settings),
        mail_from=settings.mail_from,
        house=house_of(settings),
        fetch_papers=open_papers(papers, settings.booking_seconds),
        lease=timedelta(seconds=settings.lease_seconds),
        keeps_quiet_hours=settings.text_quiet_hours,
    )
    desk = Desk(sender.database, sender.clock, sender.send_mail, sender.mail_from, sender.house)
    return Parts(
        servicers=[
            (add_NotificationsServiceServicer_to_server, NotificationsServicer(runtime.database, runtime.clock)),
            (add_MailFeedbackServiceServicer_to_server, feedback_of(runtime)),
            (add_StaffMessageServiceServicer_to_server, StaffMessageServicer(desk)),
            (add_PartnerWebhookServiceServicer_to_server, webhooks_of(runtime)),
        ],
        policy=POLICY,
        listeners=listeners(
            runtime.clock,
            timedelta(seconds=settings.payment_grace_seconds),
            settings.staff_email,
            texts=settings.text_transport != "off",
            review_days=settings.review_days,
        ),
        loops=[
            *loops(sender, settings.poll_seconds),
            watch_of(runtime),
            *webhook_clock.loops(webhook_sender_of(runtime), settings.webhook_senders, settings.poll_seconds),
        ],
        closers=[channel.close],
    )


def feedback_of(runtime: Runtime) -> MailFeedbackServicer:
    """What hears of bounces and complaints."""
    settings: NotificationsSettings = runtime.settings
    desk = SnsDesk(settings.sns_topic_arn, settings.sns_stand_in_url)
    text_desk = SnsDesk(settings.text_topic_arn, settings.sns_stand_in_url)
    return MailFeedbackServicer(runtime.database, runtime.clock, desk, settings.staff_email, text_desk)


def watch_of(runtime: Runtime) -> Loop:
    """What tells the office of dead letters."""
    settings: NotificationsSettings = runtime.settings
    return watch_dead_letters(
        runtime.database, runtime.broker, runtime.clock, settings.staff_email, settings.dead_letter_seconds
    )


def transport_of(settings: NotificationsSettings) -> SendMail:
    """How mail leaves: SES or SMTP."""
    if settings.mail_transport == "smtp":
        return open_smtp(settings.smtp_url.get_secret_value(), settings.provider_seconds)
    return open_ses(settings.aws_endpoint_url, settings.aws_region, settings.provider_seconds)


def texts_of(settings: NotificationsSettings) -> SendText | None:
    """How texts leave; None where they are off."""
    if settings.text_transport == "off":
        return None
    return open_texts(
        settings.aws_endpoint_url,
        settings.aws_region,
        settings.provider_seconds / 2,
        settings.text_origination,
        is_sns_first=settings.text_transport == "sns",
    )


def webhook_terms_of(settings: NotificationsSettings) -> WebhookTerms:
    """How partners' secrets are kept, and where webhooks may go."""
    key = encryption_key_of(settings.webhook_encryption_key.get_secret_value())
    return WebhookTerms(encryption_key=key, allow_private=settings.webhook_private_targets)


def webhook_sender_of(runtime: Runtime) -> webhook_clock.WebhookSender:
    """What sends to partners."""
    settings: NotificationsSettings = runtime.settings
    terms = webhook_terms_of(settings)
    return webhook_clock.WebhookSender(
        database=runtime.database,
        clock=runtime.clock,
        post=open_webhooks(settings.webhook_seconds, allow_private=terms.allow_private),
        encryption_key=terms.encryption_key,
        lease=timedelta(seconds=2 * settings.webhook_seconds + WEBHOOK_LEASE_MARGIN),
        patience=timedelta(days=settings.webhook_patience_days),
    )


def webhooks_of(runtime: Runtime) -> PartnerWebhookServicer:
    """What partners' endpoints are managed by."""
    return PartnerWebhookServicer(runtime.database, runtime.clock, webhook_terms_of(runtime.settings))


def house_of(settings: NotificationsSettings) -> House:
    """What mails say of us."""
    return House(
        public_url=settings.public_url,
        support_email=settings.support_email or parseaddr(settings.mail_from)[1],
        support_phone=settings.support_phone,
        review_url=settings.review_url,
    )


async def seed(_database: Database, _settings: NotificationsSettings) -> None:
    """Notifications needs nothing in its tables to begin with."""


SERVICE = Service(name="notifications", settings=NotificationsSettings, assemble=assemble, seed=seed)

if __name__ == "__main__":
    main(SERVICE)
