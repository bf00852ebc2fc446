"""Staff: signing in, their second factor, and what an account shows."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from gateway.schemas.accounts import Person
from gateway.schemas.members import Secret, Sent, Text

Code = Annotated[
    Text,
    Field(
        min_length=6,
        max_length=32,
        description="Six digits, or a recovery code; spaces don't matter",
        examples=["123456"],
    ),
]


class StaffLoginRequest(Sent):
    """A staff member's proof."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"username": "staff1", "password": "three unrelated words"}]}
    )

    username: Annotated[Text, Field(min_length=1, max_length=254)]
    password: Secret


class SecondStepRequest(Sent):
    """The second step."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"challenge_token": "from-the-first-step", "code": "123456"}]}
    )

    challenge_token: Annotated[Text, Field(min_length=1, max_length=128, description="As the first step answered")]
    code: Code


class CodeRequest(Sent):
    """A code of one's own authenticator."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"code": "123456"}]})

    code: Code


class StaffUser(Person):
    """Who it is."""

    is_active: bool


class StaffProfile(BaseModel):
    """Somebody who works here."""

    id: str
    user: StaffUser
    full_name: str
    email: str
    role: str = Field(examples=["supervisor"])
    permissions: list[str] = Field(examples=[["can_approve_refunds"]])
    department: str
    hire_date: date | None
    phone: str
    is_active: bool
    has_second_factor: bool
    created_at: datetime
    last_signed_in_at: datetime | None
    locked_until: datetime | None = Field(description="While wrong passwords keep the account locked")


class StaffMe(BaseModel):
    """Who is signed in."""

    user: StaffUser
    staff_profile: StaffProfile
    csrf_token: str = Field(description="Send it back as `X-CSRFToken` with every change")


class StaffSignedIn(StaffMe):
    """A session has begun; its cookie comes with this answer."""

    message: str
    recovery_codes: list[str] | None = Field(
        None, description="Shown once, when the authenticator has just been set up"
    )
    recovery_codes_left: int | None = Field(None, description="After a second factor")


class Enrolment(BaseModel):
    """What an authenticator app needs."""

    secret: str = Field(description="Base32, for typing")
    otpauth_uri: str = Field(description="For a QR code")


class SecondFactorAsked(BaseModel):
    """The password was right; send a code to `next` with `challenge_token`."""

    message: str
    challenge_token: str
    expires_at: datetime
    next: str = Field(examples=["/api/staff/auth/login/second-factor/"])
    enrolment: Enrolment | None = Field(None, description="Where an authenticator must be set up first")


class RecoveryCodes(BaseModel):
    """Shown once; each works once."""

    message: str
    recovery_codes: list[str]
