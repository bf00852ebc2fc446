"""Rate limits per client and kind of request, counted in this process."""

from __future__ import annotations

import time
from typing import Literal

from chassis.refusal import TooMany
from fastapi import Request
from limits import RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter

from gateway.client_address import client_address
from gateway.settings import GatewaySettings

Activity = Literal["lookups", "bookings", "previews", "payments"]


class RateLimits:
    """How often each client did what in the last minute."""

    def __init__(self, settings: GatewaySettings) -> None:
        self._limiter = SlidingWindowCounterRateLimiter(MemoryStorage())
        self._proxies = settings.proxies()
        self._limits: dict[Activity, RateLimitItemPerMinute] = {
            "lookups": RateLimitItemPerMinute(settings.lookups_per_minute),
            "bookings": RateLimitItemPerMinute(settings.bookings_per_minute),
            "previews": RateLimitItemPerMinute(settings.previews_per_minute),
            "payments": RateLimitItemPerMinute(settings.payments_per_minute),
        }

    async def count(self, activity: Activity, request: Request) -> None:
        """Counts one request. Raises TooMany, saying in how many seconds to come back."""
        limit, client = self._limits[activity], client_address(request, self._proxies)
        if await self._limiter.hit(limit, activity, client):
            return
        window = await self._limiter.get_window_stats(limit, activity, client)
        raise TooMany(
            "too_many_requests",
            f"That is more than {limit.amount} requests a minute; please wait a moment.",
            retry_after_seconds=max(1.0, window.reset_time - time.time()),
        )
