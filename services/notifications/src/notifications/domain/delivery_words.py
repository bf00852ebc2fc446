"""What mails about the day itself say: that the crew comes, has delivered, or could not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from notifications.domain.booking_words import BookingFacts, Place

AT_THE_FIRST_DOOR = frozenset({"pickup", "to_storage"})


@dataclass(frozen=True, kw_only=True)
class DeliveryStep(BookingFacts):
    """Something done at a door."""

    kind: str
    """Of the task, lower case, such as from_storage."""
    door: Place
    airport: str
    """IATA code; empty unless things are handed over at an airport."""

    @property
    def is_pickup(self) -> bool:
        """Whether we come to take things along."""
        return self.kind in AT_THE_FIRST_DOOR


@dataclass(frozen=True, kw_only=True)
class CrewOnItsWay(DeliveryStep):
    """A crew that is coming."""

    arrives_from: datetime | None
    arrives_until: datetime | None
    """When it was planned to come; both None when that is over."""
