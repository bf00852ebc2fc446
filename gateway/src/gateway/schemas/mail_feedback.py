"""What Amazon is answered."""

from __future__ import annotations

from pydantic import BaseModel


class NotificationReceived(BaseModel):
    """The notification is kept."""

    received: bool
