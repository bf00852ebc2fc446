"""What pricing needs to know to run; every variable begins with PRICING_."""

from __future__ import annotations

from chassis.settings import ServiceSettings, settings_config
from pydantic import Field, SecretStr


class PricingSettings(ServiceSettings):
    """What seals quotes, how long they hold, and how soon a missed publication is noticed."""

    model_config = settings_config("PRICING_")

    quote_secret: SecretStr = Field(
        min_length=32, description="at least 32 random characters, the same in every replica"
    )
    quote_secret_previous: SecretStr = Field(
        SecretStr(""), description="the secret before it, while its quotes may be used"
    )
    redemption_minutes: int = Field(15, ge=2, le=1440, description="minutes in which a booking must confirm its quote")
    quote_minutes: int = Field(30, ge=1, le=1440, description="minutes that a quote holds its price")
    catalog_poll_seconds: float = Field(5.0, gt=0, description="seconds between looks for a catalogue nobody announced")
