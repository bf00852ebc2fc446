"""What notifications needs to know to run; every variable begins with NOTIFICATIONS_."""

from __future__ import annotations

from typing import Annotated, Literal

from chassis.sealing import encryption_key_of
from chassis.settings import ServiceSettings, settings_config
from pydantic import AfterValidator, AliasChoices, Field, SecretStr, ValidationInfo, field_validator


def must_be_an_encryption_key(value: SecretStr) -> SecretStr:
    """Refuses what is no 32 bytes in base64, at start and not with the first endpoint."""
    encryption_key_of(value.get_secret_value())
    return value


class NotificationsSettings(ServiceSettings):
    """Where mail goes out, what it says of us, and how patient the sender is."""

    model_config = settings_config("NOTIFICATIONS_")

    mail_from: str = Field(pattern=r"^.+@[^@\s]+$", description="the sender, such as ToteTaxi <hello@totetaxi.example>")
    mail_transport: Literal["ses", "smtp"] = Field("ses", description="ses or smtp")
    smtp_url: SecretStr = Field(
        SecretStr(""),
        validate_default=True,
        description="a URL such as smtp://user:password@host:587 (STARTTLS when there is a password) or smtps://…:465",
    )
    aws_endpoint_url: str = Field("", pattern=r"^(https?://.+)?$", description="a URL, or empty for AWS's own")
    aws_region: str = Field(
        "us-east-1",
        validation_alias=AliasChoices("NOTIFICATIONS_AWS_REGION", "AWS_REGION", "AWS_DEFAULT_REGION"),
        description="an AWS region such as us-east-1",
    )
    text_transport: Literal["off", "pinpoint", "sns"] = Field("off", description="off, pinpoint (then sns) or sns")
    text_origination: str = Field("", description="the number or sender id that texts come from, or empty for Amazon's")
    text_quiet_hours: bool = Field(
        True, validate_default=True, description="false sends texts at night too; true unless local"
    )
    sns_topic_arn: str = Field("", description="the topic by which SES tells of bounces and complaints, or empty")
    text_topic_arn: str = Field("", description="the topic by which Amazon tells of texts that come in, or empty")
    sns_stand_in_url: str = Field(
        "", pattern=r"^(https?://.+)?$", description="where a stand-in for SNS has its certificate, or empty"
    )
    public_url: str = Field(pattern=r"^https?://[^\s]+$", description="where customers reach our pages, a URL")
    support_email: str = Field("", pattern=r"^([^@\s]+@[^@\s]+)?$", description="an address; empty means the sender's")
    support_phone: str = Field("", description="a phone number as customers shall read it, or empty for none")
    review_url: str = Field(
        "", pattern=r"^(https://[^\s]+)?$", description="where customers write reviews, an https URL, or empty"
    )
    review_days: int = Field(1, ge=1, le=30, description="days after a move is done on which we ask how it was")
    staff_email: str = Field(
        "",
        pattern=r"^([^@\s]+@[^@\s]+)?$",
        description="where staff hear of what they must do, or empty",
    )
    booking_target: str = Field(description="the gRPC target of booking, such as dns:///booking:50052")
    booking_seconds: float = Field(3.0, gt=0, description="seconds booking may take to hand out a mail's papers")
    provider_seconds: float = Field(
        8.0, gt=0, description="seconds a mail provider may take to be reached, and again to answer"
    )
    lease_seconds: float = Field(
        20.0,
        gt=0,
        validate_default=True,
        description="seconds after which a message is sent again because its sender must have died",
    )
    payment_grace_seconds: float = Field(
        180.0, ge=0, description="seconds that who books has to pay before a mail asks for it"
    )
    dead_letter_seconds: float = Field(60.0, gt=0, description="seconds between looks for events nobody could handle")
    poll_seconds: float = Field(2.0, gt=0, description="seconds between looks for messages that nobody announced")

    webhook_encryption_key: Annotated[SecretStr, AfterValidator(must_be_an_encryption_key)] = Field(
        description="32 random bytes in base64, such as `openssl rand -base64 32` prints"
    )
    webhook_senders: int = Field(4, ge=1, le=64, description="webhooks that one process sends at the same time")
    webhook_seconds: float = Field(10.0, gt=0, le=60, description="seconds a partner may take for one webhook")
    webhook_patience_days: int = Field(5, ge=1, le=90, description="days of failures that disable an endpoint")
    webhook_private_targets: bool = Field(
        False, validate_default=True, description="true lets webhooks go to http and private addresses; local only"
    )

    @field_validator("webhook_private_targets")
    @classmethod
    def private_targets_are_local(cls, allowed: bool, other: ValidationInfo) -> bool:
        """Anywhere else a partner could reach inside through us."""
        if allowed and other.data.get("environment") != "local":
            raise ValueError("true, although TOTETAXI_ENVIRONMENT is not local")
        return allowed

    @field_validator("text_quiet_hours")
    @classmethod
    def people_sleep_everywhere_but_locally(cls, is_quiet: bool, other: ValidationInfo) -> bool:
        """A text at night wakes people, and the law forbids it."""
        if not is_quiet and other.data.get("environment") != "local":
            raise ValueError("false, although TOTETAXI_ENVIRONMENT is not local")
        return is_quiet

    @field_validator("smtp_url")
    @classmethod
    def smtp_needs_a_server(cls, smtp_url: SecretStr, other: ValidationInfo) -> SecretStr:
        """SMTP without a server is a mistake that should show at start and not with the first mail."""
        if other.data.get("mail_transport") == "smtp" and not smtp_url.get_secret_value():
            raise ValueError("empty, although NOTIFICATIONS_MAIL_TRANSPORT is smtp")
        return smtp_url

    @field_validator("lease_seconds")
    @classmethod
    def lease_outlasts_the_provider(cls, lease_seconds: float, other: ValidationInfo) -> float:
        """A lease that ends while a slow provider still answers would send every slow mail twice."""
        longest = 2 * other.data.get("provider_seconds", 0) + other.data.get("booking_seconds", 0)
        if lease_seconds <= longest:
            raise ValueError("not more than twice NOTIFICATIONS_PROVIDER_SECONDS plus NOTIFICATIONS_BOOKING_SECONDS")
        return lease_seconds
