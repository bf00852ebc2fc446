"""Customers' accounts: registering, signing in, and what an account shows."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from gateway.schemas.members import Cents, Dollars, Email, Name, Phone, PickupTime, Secret, Sent, Text


class RegisterRequest(Sent):
    """A new account."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "email": "ada@example.com",
                    "password": "three unrelated words",
                    "password_confirm": "three unrelated words",
                    "first_name": "Ada",
                    "last_name": "Byron",
                    "phone": "+12125550100",
                }
            ]
        }
    )

    email: Email
    password: Secret = Field(description="At least 8 characters, and none that is common or known from breaches")
    password_confirm: Secret
    first_name: Name
    last_name: Name
    phone: Phone = ""

    @model_validator(mode="after")
    def passwords_agree(self) -> Self:
        """Typed twice, so that a slip shows."""
        if self.password != self.password_confirm:
            raise ValueError("password_confirm must be the same as password")
        return self


class LoginRequest(Sent):
    """A customer's proof."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"email": "ada@example.com", "password": "three unrelated words"}]}
    )

    email: Annotated[Text, Field(min_length=1, max_length=254)]
    password: Secret


class DeviceLoginRequest(LoginRequest):
    """The same on a device."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"email": "ada@example.com", "password": "three unrelated words", "device_name": "Ada's iPhone"}
            ]
        }
    )

    device_name: Name = Field(description="For the customer's own list of devices")


class Person(BaseModel):
    """Who it is."""

    id: str
    username: str = Field(description="What they sign in with")
    email: str
    first_name: str
    last_name: str
    date_joined: datetime


class Preferences(BaseModel):
    """What a customer wants to be asked and told."""

    preferred_pickup_time: PickupTime
    email_notifications: bool
    sms_notifications: bool
    marketing_emails: bool
    language: str = Field(description="BCP 47 tag; empty means English")


class CustomerProfile(Preferences):
    """A customer, as they see themselves."""

    id: str
    user: Person
    phone: str
    is_email_verified: bool
    is_vip: bool
    total_bookings: int
    total_spent_cents: Cents
    total_spent_dollars: Dollars
    last_booking_at: datetime | None


class Me(BaseModel):
    """Who is signed in."""

    user: Person
    customer_profile: CustomerProfile
    csrf_token: str = Field(description="Send it back as `X-CSRFToken` with every change; empty for devices")


class CustomerSignedIn(Me):
    """A session has begun; its cookie comes with this answer."""

    message: str


class Device(BaseModel):
    """An app on which a customer is signed in."""

    id: str
    name: str
    prefix: str = Field(description="How its key begins", examples=["ttx_7F3K9Q2M"])
    scopes: list[str]
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None


class Devices(BaseModel):
    """Newest first; 100 at most."""

    devices: list[Device]


class DeviceSignedIn(BaseModel):
    """The device's own key, shown this once: send it as `Authorization: Bearer …`."""

    message: str
    api_key: str
    device: Device
    user: Person
    customer_profile: CustomerProfile


class Told(BaseModel):
    """It is done."""

    message: str
