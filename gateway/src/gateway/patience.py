"""Calls that may take longer than most: hashing a password waits its turn, exports read much."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar, cast

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")

PASSWORD_SECONDS = 20.0
"""Identity hashes a bounded number of passwords at once; a rush of sign-ins queues there."""
EXPORT_SECONDS = 20.0
PLANNING_SECONDS = 30.0
"""Booking plans a day within 25 seconds, or says that it could not."""


async def patiently(call: Callable[[Asked], Awaitable[Answer]], asked: Asked, seconds: float) -> Answer:
    """The answer, for which it waits up to `seconds`."""
    return await cast("Callable[..., Awaitable[Any]]", call)(asked, deadline_seconds=seconds)  # type: ignore[no-any-return]
