"""Sessions, as their owner sees them."""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel, Field


class OwnSession(BaseModel):
    """One browser that is signed in."""

    id: str
    created_at: datetime
    last_used_at: datetime = Field(description="To the minute or so")
    expires_at: datetime
    client_address: str = Field(description="Where it began; empty when unknown", examples=["198.51.100.7"])
    user_agent: str
    is_current: bool = Field(description="Whether this is the session that asks")


class OwnSessions(BaseModel):
    """Every browser that is signed in, newest first; 100 at most."""

    sessions: list[OwnSession]


class SessionsEnded(BaseModel):
    """The others have to sign in again."""

    message: str
    revoked: int
