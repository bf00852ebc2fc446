"""Settings of booking."""

from __future__ import annotations

from chassis.settings import ServiceSettings, settings_config
from pydantic import AliasChoices, Field


class BookingSettings(ServiceSettings):
    """What booking needs to run."""

    model_config = settings_config("BOOKING_")

    pricing_target: str = Field(description="the gRPC target of pricing, such as dns:///pricing:50051")
    payments_target: str = Field(description="the gRPC target of payments, such as dns:///payments:50054")
    payment_minutes: int = Field(30, ge=1, le=7 * 1440, description="minutes in which a booking must be paid")
    window_capacity: int = Field(40, ge=1, le=10_000, description="places in each pickup window of a day")
    organizer_capacity: int = Field(
        80, ge=0, le=10_000, description="organizers on each day to which staff gave no number of its own"
    )
    offer_minutes: int = Field(
        30, ge=1, le=1440, description="minutes for which a place is kept for whoever is next on the waiting list"
    )
    expiry_every_seconds: float = Field(5.0, gt=0, le=3600, description="seconds between looks for unpaid bookings")
    contact_email: str = Field(
        "bookings@totetaxi.example", pattern=r"^[^@\s]+@[^@\s]+$", description="the address that our papers name"
    )
    public_url: str = Field(
        "", pattern=r"^(https?://[^\s]+)?$", description="where customers reach our pages, a URL; empty names no page"
    )
    document_bucket: str = Field(
        "totetaxi-documents", pattern=r"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", description="the S3 bucket of documents"
    )
    aws_endpoint_url: str = Field("", pattern=r"^(https?://.+)?$", description="a URL, or empty for AWS's own")
    aws_link_endpoint_url: str = Field(
        "", pattern=r"^(https?://.+)?$", description="where browsers reach the bucket, a URL; empty means the same"
    )
    aws_region: str = Field(
        "us-east-1",
        validation_alias=AliasChoices("BOOKING_AWS_REGION", "AWS_REGION", "AWS_DEFAULT_REGION"),
        description="an AWS region such as us-east-1",
    )
    aws_seconds: float = Field(
        5.0, gt=0, le=60, description="seconds that S3 may take to be reached, and again for each part of its answer"
    )
    idempotency_hours: int = Field(48, ge=24, le=720, description="hours for which an idempotency key is remembered")
    depot_zip_code: str = Field(
        "11101",
        pattern=r"^(0[67]|1[0-4])[0-9]{3}$",
        description="the ZIP code of our warehouse, where vans start and end",
    )
    route_plan_days: int = Field(
        90, ge=1, le=3650, description="days after its day for which a route plan is kept, accepted or not"
    )
