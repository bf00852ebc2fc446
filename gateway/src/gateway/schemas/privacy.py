"""A customer's right to their data, and to be forgotten."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from gateway.schemas.members import Secret, Sent, Text


class MyData(BaseModel):
    """Everything we keep about a customer."""

    model_config = ConfigDict(extra="allow")

    exported_at: datetime
    account: dict[str, Any] = Field(description="Profile, preferences, addresses, sessions, devices, sign-ins")
    bookings: list[dict[str, Any]]
    payments: list[dict[str, Any]]
    messages: list[dict[str, Any]] = Field(description="What we sent, and what it said")


class DeletionRequest(Sent):
    """The customer's own password, so that an open browser can't do it."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"password": "three unrelated words"}]})

    password: Secret


class DeletionStatusRequest(Sent):
    """The account is gone, so whoever holds the token may ask; in the body, so that no log has it."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"status_token": "as-the-deletion-answered"}]})

    status_token: Annotated[Text, Field(min_length=1, max_length=128)]


class DeletionReport(BaseModel):
    """One service's part."""

    service: str
    completed_at: datetime | None
    waits_until: date | None = Field(description="A paid move that is still to come needs it until then; else null")
    kept: str = Field(description="What is kept because the law says so; empty when nothing")


class Deletion(BaseModel):
    """How far it has come."""

    id: str
    state: Literal["in_progress", "completed"]
    requested_at: datetime
    completed_at: datetime | None
    reports: list[DeletionReport]


class DeletionBegun(BaseModel):
    """The account has ended; every part of us erases what it keeps."""

    message: str
    status_token: str = Field(description="For the status, shown this once")
    deletion: Deletion
