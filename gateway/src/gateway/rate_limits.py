"""Rate limits: per client, and per account where guessing pays; the numbers are settings."""

from __future__ import annotations

import hmac
from typing import Literal

from chassis.client import current_client
from chassis.refusal import TooMany
from fastapi import Request
from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute
from starlette.types import Scope

from gateway.memory_counts import Count
from gateway.rate_counters import RateCounters
from gateway.settings import GatewaySettings

Activity = Literal["lookups", "bookings", "previews", "payments", "sign_ins", "registrations", "links", "exports"]
AccountActivity = Literal["sign_ins", "bookings", "links"]

COUNTED = "totetaxi.rate_limits"
"""Where a request's scope keeps what was counted, for the answer's headers."""

POLICY_HEADER = b"ratelimit-policy"
STATE_HEADER = b"ratelimit"


class RateLimits:
    """How often each client, and each account, did what lately."""

    def __init__(self, settings: GatewaySettings) -> None:
        self._counters = RateCounters(settings.rate_limit_storage_url.get_secret_value())
        self._secret = settings.cookie_secret.get_secret_value().encode()
        self._limits: dict[Activity, RateLimitItem] = {
            "lookups": RateLimitItemPerMinute(settings.lookups_per_minute),
            "bookings": RateLimitItemPerMinute(settings.bookings_per_minute),
            "previews": RateLimitItemPerMinute(settings.previews_per_minute),
            "payments": RateLimitItemPerMinute(settings.payments_per_minute),
            "sign_ins": RateLimitItemPerMinute(settings.sign_ins_per_minute),
            "registrations": RateLimitItemPerMinute(settings.registrations_per_minute),
            "links": RateLimitItemPerMinute(settings.links_per_minute),
            "exports": RateLimitItemPerMinute(settings.exports_per_minute),
        }
        self._account_limits: dict[AccountActivity, RateLimitItem] = {
            "sign_ins": RateLimitItemPerMinute(settings.account_sign_ins_per_minute),
            "bookings": RateLimitItemPerMinute(settings.account_bookings_per_minute),
            "links": RateLimitItemPerHour(settings.account_links_per_hour),
        }

    async def count(self, activity: Activity, request: Request) -> None:
        """Counts one request of this client. Raises TooMany, saying in how many seconds to come back."""
        limit = self._limits[activity]
        counted = await self._counters.count(limit, activity, current_client().address)
        note(request.scope, activity, limit, counted)

    async def count_account(self, activity: AccountActivity, account: str, request: Request) -> None:
        """Counts one request about `account`, whoever sends it: an email, a username or an id. Raises TooMany.

        It counts whether there is such an account or not, so that the answer gives nothing away.
        """
        limit, name = self._account_limits[activity], f"account_{activity}"
        counted = await self._counters.count(limit, name, self._digest(account))
        note(request.scope, name, limit, counted)

    def _digest(self, account: str) -> str:
        """What the counters know an account by; no storage holds anybody's email."""
        return hmac.digest(self._secret, f"account\n{account.strip().casefold()}".encode(), "sha256").hex()


def note(scope: Scope, name: str, limit: RateLimitItem, counted: Count) -> None:
    """Keeps what was counted for the answer's headers. Raises TooMany."""
    policy = f'"{name}";q={limit.amount};w={limit.get_expiry()}'
    state = f'"{name}";r={counted.remaining};t={counted.resets_in_seconds}'
    scope.setdefault(COUNTED, []).append((policy, state))
    if not counted.is_within:
        raise TooMany(
            "too_many_requests",
            f"That is more than {limit.amount} requests {period_of(limit)}; please wait a moment.",
            retry_after_seconds=counted.resets_in_seconds,
        )


def period_of(limit: RateLimitItem) -> str:
    """In words."""
    return "an hour" if isinstance(limit, RateLimitItemPerHour) else "a minute"


def headers_of(scope: Scope) -> list[tuple[bytes, bytes]]:
    """`RateLimit` and `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers); empty where nothing was counted."""
    counted = scope.get(COUNTED)
    if not counted:
        return []
    policies, states = zip(*counted, strict=True)
    return [(POLICY_HEADER, ", ".join(policies).encode()), (STATE_HEADER, ", ".join(states).encode())]
