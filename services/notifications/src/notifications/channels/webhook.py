"""Webhooks over HTTP: to the address that was checked, once, without redirects, within bounds of time and size."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from chassis.refusal import Refusal

from notifications.domain.public_address import checked_url, is_public
from notifications.domain.webhook import Answer

ANSWER_BYTES = 4096
"""What we read of an answer, so that its sender is done with it; nobody looks at it."""
USER_AGENT = "ToteTaxi-Webhooks/1"

LookUp = Callable[[str, int, socket.AddressFamily], Awaitable[list[Any]]]
Post = Callable[[str, str, Mapping[str, str]], Awaitable[Answer]]
"""Sends a body with headers to a URL, and says how it ended. Never raises for what the partner does."""


class NotPublicError(OSError):
    """A name leads where a partner's must not."""


async def look_up(host: str, port: int, family: socket.AddressFamily) -> list[Any]:
    """Asks the system's resolver."""
    loop = asyncio.get_running_loop()
    return await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM, family=family)


class CheckedResolver(AbstractResolver):
    """Resolves a name once; the connection goes to the addresses it answered, so that no second answer can differ."""

    def __init__(self, *, allow_private: bool, look_up: LookUp = look_up) -> None:
        self._allow_private = allow_private
        self._look_up = look_up

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Every address of `host`. Raises NotPublicError when a single one is not public."""
        found = await self._look_up(host, port, family)
        addresses = [(str(each[4][0]), each[0]) for each in found]
        if not self._allow_private and not all(is_public(address) for address, _ in addresses):
            raise NotPublicError("The host's address is not a public one.")
        return [
            ResolveResult(hostname=host, host=address, port=port, family=kind, proto=0, flags=socket.AI_NUMERICHOST)
            for address, kind in addresses
        ]

    async def close(self) -> None:
        """There is nothing to close."""


def open_webhooks(seconds: float, *, allow_private: bool, look_up: LookUp = look_up) -> Post:
    """What sends webhooks; a whole try may take `seconds`. `allow_private` is for local stacks alone."""
    timeout = aiohttp.ClientTimeout(total=seconds)

    async def post(url: str, body: str, headers: Mapping[str, str]) -> Answer:
        resolver = CheckedResolver(allow_private=allow_private, look_up=look_up)
        connector = aiohttp.TCPConnector(resolver=resolver, use_dns_cache=False, force_close=True)
        try:
            checked_url(url, allow_private=allow_private)
            async with aiohttp.ClientSession(connector=connector, timeout=timeout, auto_decompress=False) as session:
                return await one_try(session, url, body, headers)
        except Refusal as refusal:
            return Answer(0, refusal.message)
        except TimeoutError:
            return Answer(0, f"There was no answer within {seconds:g} seconds.")
        except (aiohttp.ClientError, OSError, ValueError) as error:
            return Answer(0, reason_of(error))

    return post


async def one_try(session: aiohttp.ClientSession, url: str, body: str, headers: Mapping[str, str]) -> Answer:
    """One request, and its answer."""
    sent = {**headers, "content-type": "application/json", "user-agent": USER_AGENT}
    async with session.post(url, data=body.encode(), headers=sent, allow_redirects=False) as answer:
        await answer.content.read(ANSWER_BYTES)
        is_taken = 200 <= answer.status < 300
        return Answer(answer.status, "" if is_taken else f"The endpoint answered {answer.status}.")


def reason_of(error: BaseException) -> str:
    """What went wrong, without what the network said."""
    causes = [error, error.__cause__, getattr(error, "os_error", None)]
    if any(isinstance(cause, NotPublicError) for cause in causes):
        return "The host's address is not a public one."
    return f"The endpoint could not be reached ({type(error).__name__})."
