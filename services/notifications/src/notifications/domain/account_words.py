"""What mails about accounts say. They name nobody where that is not needed, and are forgotten once they are sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class MailedLink:
    """A link that proves something."""

    token: str = field(repr=False)
    """What the link carries; a secret until it is used or over."""
    expires_at: datetime


@dataclass(frozen=True, kw_only=True)
class WelcomeLink(MailedLink):
    """The first link to verify an email."""

    first_name: str


@dataclass(frozen=True, kw_only=True)
class StaffLink(MailedLink):
    """A link by which staff choose a password."""

    username: str


@dataclass(frozen=True, kw_only=True)
class Happening:
    """Something that happened to an account."""

    happened_at: datetime
    is_staff: bool = False


@dataclass(frozen=True, kw_only=True)
class NewDevice(Happening):
    """A sign-in from a browser that was not seen before."""

    device: str
    """Such as Safari on iPhone; empty when we can't tell."""
    address: str
    """IP address; empty when unknown."""


@dataclass(frozen=True, kw_only=True)
class Lock:
    """Nobody can sign in for a while."""

    locked_until: datetime
