"""How long a listener waits and how often it tries."""

from __future__ import annotations

import random
from dataclasses import dataclass


@dataclass(frozen=True)
class Patience:
    """Seconds, but for `tries`."""

    tries: int = 10
    """Deliveries, crashes counted, before an event becomes a dead letter."""
    first_retry: float = 1.0
    longest_retry: float = 60.0
    fetch: float = 1.0
    """How long one request for an event stays open; stopping waits for it."""
    silence: float = 10.0
    """After how long without an event the server is asked whether there is none."""
    stream: float = 0.5
    """How often a stream that does not exist yet is asked for."""
    acknowledgement: float = 30.0
    """After how long without a sign of life the server gives the event to another replica."""

    def retry_delay(self, attempt: int) -> float:
        """Seconds before the next delivery after failed delivery number `attempt`: doubling, with jitter."""
        longest: float = min(self.first_retry * 2 ** (attempt - 1), self.longest_retry)
        return longest * random.uniform(0.5, 1.0)  # noqa: S311 - jitter is no secret
