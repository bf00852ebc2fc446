"""One call of Stripe's SDK: in a thread of ours, with a deadline; what can't be done now is refused with a delay."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any

import stripe
import structlog
from chassis.refusal import Unavailable

AT_ONCE = 16
PAGE = 100
PAGES = 200
AGAIN_SECONDS = 2

TRANSIENT = (stripe.APIConnectionError, stripe.RateLimitError, stripe.APIError, TimeoutError)
MISCONFIGURED = (stripe.AuthenticationError, stripe.PermissionError)
IN_USE = 409

Plain = dict[str, Any]

logger = structlog.get_logger()


class StripeCalls:
    """How every call is made; objects come back as plain dictionaries."""

    def __init__(self, client: stripe.StripeClient, deadline_seconds: float) -> None:
        self._client = client.v1
        self._deadline = deadline_seconds
        self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="stripe")

    async def _call(self, ask: Callable[[], Any]) -> Plain:
        """Raises Unavailable when Stripe is away, slow or busy; each write has its key, so nothing is half-made."""
        try:
            async with asyncio.timeout(self._deadline):
                answer = await asyncio.get_running_loop().run_in_executor(self._threads, ask)
        except TRANSIENT as error:
            logger.warning("stripe does not answer", error=type(error).__name__)
            raise away() from error
        except MISCONFIGURED as error:
            logger.error("stripe refuses our key", error=type(error).__name__)
            raise away() from error
        except stripe.IdempotencyError as error:
            if error.http_status != IN_USE:
                raise
            raise away() from error
        plain: Plain = answer.to_dict()
        return plain

    async def _list(self, ask: Callable[[Any], Any], **wanted: Any) -> list[Plain]:
        """All pages of a list, newest first; the first 20 000."""
        found: list[Plain] = []
        for _ in range(PAGES):
            params = {"limit": PAGE, **wanted} | ({"starting_after": found[-1]["id"]} if found else {})
            page = await self._call(lambda chosen=params: ask(chosen))  # type: ignore[misc]
            found += page["data"]
            if not page["has_more"]:
                return found
        logger.error("a list at stripe is longer than we read", read=len(found))
        return found


def away() -> Unavailable:
    """What customers are told; the same request may work in a moment."""
    message = "Our payment provider does not answer right now; please try again in a moment."
    return Unavailable("stripe_unavailable", message, retry_after_seconds=AGAIN_SECONDS)


def between(after: datetime, before: datetime) -> dict[str, int]:
    """`created`, as lists at Stripe take it."""
    return {"gte": int(after.timestamp()), "lte": int(before.timestamp())}
