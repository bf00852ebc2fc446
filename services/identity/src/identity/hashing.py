"""Hashing passwords: argon2id at OWASP's parameters, off the event loop, in a bounded pool behind a bounded queue."""

from __future__ import annotations

import asyncio
import os
import threading
import unicodedata
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from chassis.refusal import Unavailable

ARGON2 = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
"""argon2id, m = 19 MiB, t = 2, p = 1 (OWASP, Password Storage Cheat Sheet)."""

NICENESS = 10
"""Answers to everybody else go before hashing."""

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a password was right, and whether its hash should be made anew at today's parameters."""

    is_right: bool
    is_outdated: bool = False


class PasswordHashing:
    """A bounded pool, and a bounded queue before it: what would wait too long is sent away at once."""

    def __init__(self, threads: int, longest_queue: int) -> None:
        self._pool = ThreadPoolExecutor(threads, "argon2", initializer=step_back)
        self._longest_queue = longest_queue + threads
        self._waiting = 0
        self._nobodys = ARGON2.hash(os.urandom(16).hex())

    async def hash(self, password: str) -> str:
        """A new hash. Raises Unavailable while too many wait."""
        return await self.run(lambda: hash_of(password))

    async def verify(self, kept: str | None, password: str) -> Verdict:
        """Whether `password` is the one of hash `kept`; without a hash it is wrong, after the same work."""
        verdict = await self.run(lambda: verdict_of(kept or self._nobodys, password))
        return verdict if kept else Verdict(is_right=False)

    async def run(self, work: Callable[[], Answer]) -> Answer:
        """Work in the pool. Raises Unavailable while too many wait."""
        if self._waiting >= self._longest_queue:
            message = "Very many people are signing in right now; please try again in a moment."
            raise Unavailable("sign_in_busy", message, retry_after_seconds=2)
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, work)
        finally:
            self._waiting -= 1

    async def close(self) -> None:
        """Ends the pool; what has not begun is given up."""
        self._pool.shutdown(wait=False, cancel_futures=True)


def hash_of(password: str) -> str:
    """A new hash; takes about 50 ms of one core."""
    return ARGON2.hash(composed(password))


def composed(password: str) -> str:
    """The same characters, however the keyboard put them together (NFC; RFC 8265)."""
    return unicodedata.normalize("NFC", password)


def verdict_of(kept: str, password: str) -> Verdict:
    """Compares in constant time."""
    try:
        ARGON2.verify(kept, composed(password))
    except (VerificationError, InvalidHashError):
        return Verdict(is_right=False)
    return Verdict(is_right=True, is_outdated=ARGON2.check_needs_rehash(kept))


def step_back() -> None:
    """Lets the event loop's thread go first where cores are few; on Linux niceness is a thread's own."""
    os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS)
