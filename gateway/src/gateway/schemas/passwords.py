"""Passwords and the links that we mail."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from gateway.schemas.members import Secret, Sent, Text

Token = Annotated[Text, Field(min_length=1, max_length=128, description="From the link that we mailed")]


class VerifyEmailRequest(Sent):
    """The link that we mailed."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"token": "from-the-link"}]})

    token: Token


class EmailVerified(BaseModel):
    """The address is the customer's own."""

    message: str
    email: str


class PasswordChangeRequest(Sent):
    """A new password for the old one."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"current_password": "three unrelated words", "new_password": "four other unrelated words"}]
        }
    )

    current_password: Secret
    new_password: Secret = Field(description="At least 8 characters, and none that is common or known from breaches")


class PasswordChanged(BaseModel):
    """Every other session has ended."""

    message: str
    csrf_token: str = Field(description="Of the new session; empty for devices")


class PasswordResetRequest(Sent):
    """Who forgot theirs."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"email": "ada@example.com"}]})

    email: Annotated[Text, Field(min_length=1, max_length=254)]


class PasswordResetConfirmation(Sent):
    """A new password by the mailed link; staff choose their first one in the same way."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"token": "from-the-link", "new_password": "four other unrelated words"}]}
    )

    token: Token
    new_password: Secret = Field(description="At least 8 characters, and none that is common or known from breaches")


class PasswordReset(BaseModel):
    """They may sign in now."""

    message: str
    sign_in_at: str = Field(description="Where they sign in", examples=["/api/customer/auth/login/"])
