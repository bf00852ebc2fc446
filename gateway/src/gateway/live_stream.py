"""One stream of one listener: reads what happened, sends it, and sleeps until there is more (server-sent events)."""

from __future__ import annotations

import random
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, cast

from chassis.refusal import Refusal, Unavailable, UnknownCaller
from fastapi import Request
from sse_starlette import EventSourceResponse, ServerSentEvent
from sse_starlette.sse import SendTimeoutError
from starlette.types import Receive, Scope, Send
from totetaxi.booking.v1.booking_event_service_pb2 import ListBookingEventsRequest, ListBookingEventsResponse

from gateway.acting import act_as_customer_or_visitor
from gateway.dependencies import Surroundings
from gateway.live_bookings import Follower
from gateway.views.booking_events import told, told_that_it_is_over

if TYPE_CHECKING:
    import anyio

COME_BACK_MILLISECONDS = 2_000
"""After how long a client opens a stream that has ended again."""
HEARTBEAT_SECONDS = 15
SEND_SECONDS = 30
"""Whoever takes nothing for that long is gone."""
GRACE_SECONDS = 1.0
TRY_AGAIN_SECONDS = 2.0
SHORTEST_SHARE = 0.9
"""Of the time a stream may take: not all that were opened together come back together."""


async def read_events(around: Surroundings, asked: Mapping[str, str], after: int) -> ListBookingEventsResponse:
    """What happened since to the booking that is asked for, if whom the calls go out for may know. Raises Refusal."""
    async with around.live.reading:
        answer = await around.upstreams.booking_events.ListBookingEvents(ListBookingEventsRequest(**asked, after=after))
    return cast("ListBookingEventsResponse", answer)


class LiveStream:
    """What somebody hears of a booking from `after` on."""

    def __init__(
        self, request: Request, around: Surroundings, follower: Follower, asked: Mapping[str, str], after: int
    ) -> None:
        self._request = request
        self._around = around
        self._follower = follower
        self._asked = asked
        self._after = after

    def answer(self) -> EventSourceResponse:
        """The answer that stays open."""
        return LiveAnswer(
            self._sent(),
            ping=HEARTBEAT_SECONDS,
            ping_message_factory=lambda: ServerSentEvent(comment="still here", sep="\n"),
            sep="\n",
            send_timeout=SEND_SECONDS,
            shutdown_event=cast("anyio.Event", self._follower),
            shutdown_grace_period=GRACE_SECONDS,
        )

    async def _sent(self) -> AsyncIterator[ServerSentEvent]:
        """Ends without a word for whoever may see it no more: they learn why when they come back."""
        yield ServerSentEvent(retry=COME_BACK_MILLISECONDS, comment="following")
        with suppress(Refusal), self._around.live.following(self._follower):
            async for each in self._followed():
                yield each

    async def _followed(self) -> AsyncIterator[ServerSentEvent]:
        share = random.uniform(SHORTEST_SHARE, 1)  # noqa: S311 - no secret
        until = time.monotonic() + self._around.settings.stream_seconds * share
        while not self._follower.is_leaving and time.monotonic() < until:
            self._follower.look()
            try:
                page = await self._read_again()
            except Unavailable:
                await self._follower.news(TRY_AGAIN_SECONDS)
                continue
            for event in page.events:
                self._after = event.position
                yield told(event)
            if page.has_more:
                continue
            if page.is_over:
                yield told_that_it_is_over()
                return
            await self._follower.news(until - time.monotonic())

    async def _read_again(self) -> ListBookingEventsResponse:
        """For who they are by now: principals are short-lived; sessions, keys and proofs end. Raises Refusal."""
        found = await act_as_customer_or_visitor(self._request, self._around)
        if (found.account_id if found else "") != self._follower.listener.customer_id:
            raise UnknownCaller("session_over", "This session is over; please sign in again.")
        return await read_events(self._around, self._asked, self._after)


class LiveAnswer(EventSourceResponse):
    """A stream of server-sent events whose reader may vanish without a word."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Until the stream ends, or its reader is gone."""
        with suppress(SendTimeoutError):
            await super().__call__(scope, receive, send)
