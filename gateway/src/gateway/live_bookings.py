"""Who follows which booking in this process: woken when something is said of it, and bounded in number."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final, NamedTuple

from chassis.events import subject_of
from chassis.refusal import TooMany
from google.protobuf.message import Message
from prometheus_client import Gauge
from totetaxi.booking.v1 import events_pb2
from totetaxi.identity.v1.events_pb2 import ApiKeyRevoked, SessionRevoked

FOLLOWED = ("totetaxi.booking.v1.booking.", "totetaxi.booking.v1.delivery.")
READ_AT_ONCE = 32
"""How many streams ask booking at the same moment: after a gap all of them want to."""
CLOSE_ONE_SECONDS, FULL_SECONDS = 60, 30

STREAMS = Gauge("totetaxi_gateway_streams", "Streams by which bookings are followed, open now")


def said_of_bookings() -> list[type[Message]]:
    """Every event that is about how far a booking is; its first member is the booking."""
    kinds = [getattr(events_pb2, name) for name in events_pb2.DESCRIPTOR.message_types_by_name]
    return [kind for kind in kinds if subject_of(kind).startswith(FOLLOWED)]


class Listener(NamedTuple):
    """Who follows a booking: a customer who has signed in, or whoever proves at an address to have booked it."""

    customer_id: str
    """Empty for whoever has not signed in."""
    address: str
    """The client's."""

    @property
    def counted_as(self) -> str:
        """Whose streams these are when they are counted."""
        return self.customer_id or self.address


class Follower:
    """One open stream: asleep until there may be something new for it."""

    def __init__(self, booking_id: str, listener: Listener) -> None:
        self.booking_id = booking_id
        self.listener = listener
        self.is_leaving = False
        """Whether this process stops: the stream ends, and its client comes to another replica."""
        self._news = asyncio.Event()

    def wake(self) -> None:
        """There may be something new, or its caller may no longer be who they were."""
        self._news.set()

    def set(self) -> None:
        """The server stops: named as an event's, for that is what sse-starlette sets then."""
        self.is_leaving = True
        self.wake()

    def look(self) -> None:
        """What is said from now on is news; call it before reading, so that nothing falls between."""
        self._news.clear()

    async def news(self, within_seconds: float) -> None:
        """Returns when there may be something new since `look`, or when that time is over."""
        with suppress(TimeoutError):
            async with asyncio.timeout(within_seconds):
                await self._news.wait()


class LiveBookings:
    """All streams of this process. Nothing here says what happened: who is woken asks booking."""

    def __init__(self, most: int, most_of_customer: int, most_of_address: int) -> None:
        self._most = most
        self._most_of_customer = most_of_customer
        self._most_of_address = most_of_address
        self._followers: dict[str, set[Follower]] = {}
        self._counts: Counter[str] = Counter()
        self.reading: Final = asyncio.Semaphore(READ_AT_ONCE)

    def must_have_room(self, listener: Listener) -> None:
        """Raises TooMany."""
        most = self._most_of_customer if listener.customer_id else self._most_of_address
        if self._counts[listener.counted_as] >= most:
            whose = "You follow your bookings" if listener.customer_id else "Bookings are followed from your network"
            message = f"{whose} in {most} places already; please close one of them first."
            raise TooMany("too_many_streams", message, retry_after_seconds=CLOSE_ONE_SECONDS)
        if self._counts.total() >= self._most:
            message = "Too many bookings are being followed right now; please try again in a moment."
            raise TooMany("streams_full", message, retry_after_seconds=FULL_SECONDS)

    @contextmanager
    def following(self, follower: Follower) -> Iterator[None]:
        """A place for one stream, until it ends. Raises TooMany."""
        self.must_have_room(follower.listener)
        self._followers.setdefault(follower.booking_id, set()).add(follower)
        self._counts[follower.listener.counted_as] += 1
        STREAMS.inc()
        try:
            yield
        finally:
            STREAMS.dec()
            self._counts -= Counter([follower.listener.counted_as])  # which forgets whoever has none left
            self._followers[follower.booking_id].discard(follower)
            if not self._followers[follower.booking_id]:
                del self._followers[follower.booking_id]

    def on_said(self, event: Any) -> None:
        """Something is said of a booking, or of one of its deliveries."""
        for follower in self._followers.get(event.booking.id, ()):
            follower.wake()

    def on_session_revoked(self, event: SessionRevoked) -> None:
        """Whoever it was has to show again who they are."""
        for follower in self._all():
            if follower.listener.customer_id == event.account_id:
                follower.wake()

    def on_api_key_revoked(self, _event: ApiKeyRevoked) -> None:
        """Which devices an app's key takes along can't be told from here."""
        self.wake_all()

    def wake_all(self) -> None:
        """Something may have been missed."""
        for follower in self._all():
            follower.wake()

    def _all(self) -> list[Follower]:
        return [follower for followers in self._followers.values() for follower in followers]
