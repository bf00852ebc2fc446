"""How long to wait for a provider that does not take a message, and when to give up."""

from __future__ import annotations

from datetime import timedelta

FIRST_SECONDS = 1.0
LONGEST_SECONDS = 900.0
MAXIMUM_ATTEMPTS = 100
"""With the longest pause of 15 minutes this is about a day."""


def pause_after(attempts: int, chance: float) -> timedelta:
    """The pause after try number `attempts` (from 1): doubling up to 15 minutes, of which half is jitter.

    `chance` is a random number from 0 to 1, so that senders that failed together do not come back together.
    """
    longest = min(FIRST_SECONDS * 2.0 ** min(attempts - 1, 20), LONGEST_SECONDS)
    return timedelta(seconds=longest * (0.5 + chance / 2))


def is_hopeless(attempts: int, is_permanent: bool) -> bool:
    """Whether to stop after try number `attempts`; `is_permanent` says that the provider will never take it."""
    return is_permanent or attempts >= MAXIMUM_ATTEMPTS
