"""What pricing needs to know to run; every variable begins with PRICING_."""

from __future__ import annotations

from chassis.settings import ServiceSettings, settings_config
from pydantic import Field


class PricingSettings(ServiceSettings):
    """How long a quote holds, and how soon a missed publication is noticed."""

    model_config = settings_config("PRICING_")

    quote_minutes: int = Field(30, ge=1, le=1440, description="minutes that a quote holds its price")
    catalog_poll_seconds: float = Field(5.0, gt=0, description="seconds between looks for a catalogue nobody announced")
