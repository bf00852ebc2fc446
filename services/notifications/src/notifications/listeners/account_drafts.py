"""The mails that identity's events ask for: to whom, what, and how long they are worth sending."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from chassis.clock import new_york_date
from chassis.identifiers import new_id
from chassis.listening import Delivery
from totetaxi.identity.v1 import events_pb2 as events
from totetaxi.identity.v1.account_pb2 import ACCOUNT_KIND_STAFF

from notifications.contexts import kept
from notifications.domain.account_words import Happening, Lock, MailedLink, NewDevice, StaffLink, WelcomeLink
from notifications.domain.device import device_name, shown_address
from notifications.domain.message import Channel, Draft, Subject, Template
from notifications.listeners.moments import instant

WARNED_WITHIN = timedelta(days=7)
"""Later than this nobody is warned any more of what happened to their account."""

Account = tuple[str, events.MailRecipient]
"""An account's id, and whom to mail."""


def welcome(event: events.CustomerVerificationRequested, delivery: Delivery) -> Draft:
    """Once for each account, with its first link."""
    name, until = event.recipient.first_name, instant(event.expires_at)
    words = WelcomeLink(first_name=name, token=event.token, expires_at=until)
    return draft_of(Template.WELCOME, (event.customer_id, event.recipient), words, delivery, good_until=until, turn="")


def verification(event: events.CustomerVerificationRequested, delivery: Delivery) -> Draft:
    """Another link, as often as it is asked for."""
    until = instant(event.expires_at)
    words = MailedLink(token=event.token, expires_at=until)
    account = (event.customer_id, event.recipient)
    return draft_of(Template.EMAIL_VERIFICATION, account, words, delivery, good_until=until)


def repeated_registration(event: events.CustomerRegistrationRepeated, delivery: Delivery) -> Draft:
    """Once a day (New York), for anybody can cause it."""
    words = Happening(happened_at=instant(event.attempted_at))
    account, turn = (event.customer_id, event.recipient), new_york_date(words.happened_at).isoformat()
    until = words.happened_at + WARNED_WITHIN
    return draft_of(Template.REGISTRATION_REPEATED, account, words, delivery, good_until=until, turn=turn)


def password_link(event: events.PasswordResetRequested, delivery: Delivery) -> Draft:
    """For as long as the link is good."""
    account, until = (event.account_id, event.recipient), instant(event.expires_at)
    if event.account_kind != ACCOUNT_KIND_STAFF:
        link = MailedLink(token=event.token, expires_at=until)
        return draft_of(Template.PASSWORD_RESET, account, link, delivery, good_until=until)
    template = Template.STAFF_INVITATION if event.is_invitation else Template.STAFF_PASSWORD_RESET
    words = StaffLink(username=event.username, token=event.token, expires_at=until)
    return draft_of(template, account, words, delivery, good_until=until)


def changed_password(event: events.PasswordChanged, delivery: Delivery) -> Draft:
    """A warning, if it was somebody else."""
    words = Happening(happened_at=instant(event.changed_at), is_staff=event.account_kind == ACCOUNT_KIND_STAFF)
    account, until = (event.account_id, event.recipient), words.happened_at + WARNED_WITHIN
    return draft_of(Template.PASSWORD_CHANGED, account, words, delivery, good_until=until)


def new_device(event: events.SessionStartedOnNewDevice, delivery: Delivery) -> Draft:
    """A warning, if it was somebody else."""
    words = NewDevice(
        happened_at=instant(event.started_at),
        is_staff=event.account_kind == ACCOUNT_KIND_STAFF,
        device=device_name(event.device),
        address=shown_address(event.client_address),
    )
    account, until = (event.account_id, event.recipient), words.happened_at + WARNED_WITHIN
    return draft_of(Template.NEW_DEVICE, account, words, delivery, good_until=until)


def lock(event: events.StaffAccountLocked, delivery: Delivery) -> Draft:
    """For as long as it lasts."""
    until = instant(event.locked_until)
    account, words = (event.staff_id, event.recipient), Lock(locked_until=until)
    return draft_of(Template.STAFF_LOCKED, account, words, delivery, good_until=until)


def farewell(event: events.CustomerErasureCompleted, delivery: Delivery) -> Draft:
    """Once, however late."""
    words = Happening(happened_at=instant(event.completed_at))
    return draft_of(Template.ACCOUNT_ERASED, (event.customer_id, event.recipient), words, delivery, turn="")


def draft_of(
    template: Template,
    account: Account,
    words: object,
    delivery: Delivery,
    *,
    good_until: datetime | None = None,
    turn: str | None = None,
) -> Draft:
    """A mail to an account's owner. Unless `turn` says otherwise, every event is told of."""
    account_id, recipient = account
    return Draft(
        id=new_id(),
        event_id=delivery.id,
        subject=Subject(account_id=UUID(account_id)),
        template=template,
        channel=Channel.EMAIL,
        recipient=recipient.email,
        language=recipient.language,
        context=kept(template, words),
        good_until=good_until,
        turn=str(delivery.id) if turn is None else turn,
    )
