"""What notifications needs to know to run; every variable begins with NOTIFICATIONS_."""

from __future__ import annotations

from typing import Literal

from chassis.settings import ServiceSettings, settings_config
from pydantic import AliasChoices, Field, SecretStr, model_validator

CONNECT_SECONDS = 3.0
ANSWER_SECONDS = 10.0
"""How long a provider may take to be reached and to answer."""


class NotificationsSettings(ServiceSettings):
    """Where mail goes out, what it says of us, and how patient the sender is."""

    model_config = settings_config("NOTIFICATIONS_")

    mail_from: str = Field(pattern=r"^.+@[^@\s]+$", description="the sender, such as ToteTaxi <hello@totetaxi.example>")
    mail_transport: Literal["ses", "smtp"] = Field("ses", description="ses or smtp")
    smtp_url: SecretStr = Field(
        SecretStr(""),
        description="a URL such as smtp://user:password@host:587 (STARTTLS when there is a password) or smtps://…:465",
    )
    aws_endpoint_url: str = Field("", pattern=r"^(https?://.+)?$", description="a URL, or empty for AWS's own")
    aws_region: str = Field(
        "us-east-1",
        validation_alias=AliasChoices("NOTIFICATIONS_AWS_REGION", "AWS_REGION", "AWS_DEFAULT_REGION"),
        description="an AWS region such as us-east-1",
    )
    public_url: str = Field(pattern=r"^https?://[^\s]+$", description="where customers reach our pages, a URL")
    support_email: str = Field("", pattern=r"^([^@\s]+@[^@\s]+)?$", description="an address; empty means the sender's")
    support_phone: str = Field("", description="a phone number as customers shall read it, or empty for none")
    lease_seconds: float = Field(
        20.0,
        gt=CONNECT_SECONDS + ANSWER_SECONDS,
        description="seconds after which a message whose sender died is sent again; more than a provider may take",
    )
    poll_seconds: float = Field(2.0, gt=0, description="seconds between looks for messages that nobody announced")

    @model_validator(mode="after")
    def smtp_needs_a_server(self) -> NotificationsSettings:
        """SMTP without a server is a mistake that should show at start and not with the first mail."""
        if self.mail_transport == "smtp" and not self.smtp_url.get_secret_value():
            raise ValueError("NOTIFICATIONS_SMTP_URL is not set, and NOTIFICATIONS_MAIL_TRANSPORT is smtp")
        return self
