"""What payments needs to know to run; every variable begins with PAYMENTS_."""

from __future__ import annotations

from typing import Self

from chassis.settings import ServiceSettings, settings_config
from pydantic import Field, SecretStr, model_validator

LIVE_KEYS = ("sk_live_", "rk_live_")


class PaymentsSettings(ServiceSettings):
    """Where booking and Stripe are, how Stripe's webhooks are believed, and how patient we are."""

    model_config = settings_config("PAYMENTS_")

    booking_target: str = Field(description="the gRPC target of booking, such as dns:///booking:50052")
    stripe_api_key: SecretStr = Field(min_length=8, description="a secret key of Stripe, such as sk_test_…")
    stripe_publishable_key: str = Field(
        "", pattern=r"^(pk_(test|live)_\w+)?$", description="pk_… of the same account, for our payment page; or empty"
    )
    stripe_api_base: str = Field("", pattern=r"^(https?://.+)?$", description="a URL, or empty for Stripe's own")
    stripe_webhook_secrets: SecretStr = Field(
        min_length=8, description="signing secrets of the webhook, separated by commas; several while one is rotated"
    )
    stripe_webhook_tolerance_seconds: int = Field(
        300, ge=1, description="how old a webhook's signature may be, seconds"
    )
    stripe_sandbox_url: str = Field("", pattern=r"^(https?://.+)?$", description="the sandbox's URL, or empty for none")
    stripe_seconds: float = Field(8.0, gt=0, le=60, description="seconds that one call to Stripe may take")
    stripe_deadline_seconds: float = Field(
        15.0, gt=0, le=60, description="seconds that a call to Stripe may take with all its retries"
    )
    dunning_retry_days: str = Field(
        "3,5,7",
        pattern=r"^\d{1,2}(,\d{1,2}){0,9}$",
        description="days after which an unpaid month of storage is tried again, such as 3,5,7",
    )
    reconcile_seconds: float = Field(300.0, gt=0, description="seconds between reconciliations with Stripe")
    reconcile_grace_seconds: float = Field(30.0, ge=0, description="seconds for which a payment is left alone")
    reconcile_window_hours: int = Field(72, ge=1, description="hours that a reconciliation looks back")

    @model_validator(mode="after")
    def keys_must_belong_together(self) -> Self:
        """Refuses a live key beside a test key: the page would ask for cards that nobody can charge."""
        is_live_page = self.stripe_publishable_key.startswith("pk_live_")
        if self.stripe_publishable_key and is_live_page is not self.is_live():
            raise ValueError("stripe_publishable_key and stripe_api_key must both be live keys or both test keys")
        return self

    def is_live(self) -> bool:
        """Whether real money moves."""
        return self.stripe_api_key.get_secret_value().startswith(LIVE_KEYS)

    def webhook_secrets(self) -> list[str]:
        """Every secret that a webhook may be signed with."""
        secrets = self.stripe_webhook_secrets.get_secret_value().split(",")
        return [secret.strip() for secret in secrets if secret.strip()]

    def retry_days(self) -> tuple[int, ...]:
        """After how many days each failed try is followed by another."""
        return tuple(int(days) for days in self.dunning_retry_days.split(","))

    def sandbox_url(self) -> str:
        """Where payments may be confirmed without a card; empty with a live key, whatever else is set."""
        return "" if self.is_live() else self.stripe_sandbox_url
