"""What routes are handed: stubs, settings, and the principal that their calls act for."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Annotated

from chassis.refusal import Invalid
from chassis.remote import acting_for
from fastapi import Depends, Header, Request

from gateway.catalogue_cache import CatalogueCache
from gateway.live_bookings import LiveBookings
from gateway.principals import VisitorPrincipal
from gateway.rate_limits import Activity, RateLimits
from gateway.settings import GatewaySettings
from gateway.signed_in import Credentials
from gateway.upstreams import Upstreams

if TYPE_CHECKING:
    from fastapi import FastAPI

LANGUAGE = re.compile(r"^\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2})\b")
ACCEPTABLE_KEY = re.compile(r"^[\x21-\x7e]{1,255}$")


class Surroundings:
    """What one gateway process holds for all its requests."""

    def __init__(
        self, settings: GatewaySettings, upstreams: Upstreams, visitor: VisitorPrincipal, credentials: Credentials
    ) -> None:
        self.settings = settings
        self.upstreams = upstreams
        self.visitor = visitor
        self.credentials = credentials
        self.catalogue = CatalogueCache(upstreams.pricing)
        self.rate_limits = RateLimits(settings)
        self.live = LiveBookings(settings.streams, settings.streams_per_customer, settings.streams_per_address)


def surroundings_of(request: Request) -> Surroundings:
    """The process's surroundings."""
    application: FastAPI = request.app
    surroundings: Surroundings = application.state.surroundings
    return surroundings


async def find_surroundings(request: Request) -> Surroundings:
    """The same as a dependency: a coroutine, for FastAPI sends any other function through a thread."""
    return surroundings_of(request)


Around = Annotated[Surroundings, Depends(find_surroundings)]


async def act_as_visitor(around: Around) -> None:
    """Lets this request's calls go out for somebody who has not signed in."""
    acting_for.set(await around.visitor.token())


def limited(activity: Activity) -> Callable[[Request, Surroundings], Awaitable[None]]:
    """A dependency that counts a request; it raises TooMany."""

    async def count(request: Request, around: Around) -> None:
        await around.rate_limits.count(activity, request)

    return count


async def idempotency_key_of(
    idempotency_key: Annotated[
        str | None,
        Header(description="Your key for this request: sent again with the same key, it is answered, not done twice."),
    ] = None,
) -> str:
    """The client's key; empty without one. Raises Invalid."""
    if idempotency_key is not None and not ACCEPTABLE_KEY.match(idempotency_key):
        raise Invalid(
            "invalid_idempotency_key",
            "Idempotency-Key must be 1 to 255 visible ASCII characters, such as a UUID.",
            field="Idempotency-Key",
        )
    return idempotency_key or ""


async def first_language(
    accept_language: Annotated[str, Header(description="The language of our mails")] = "",
) -> str:
    """The client's first choice as a BCP 47 tag; empty when it has none."""
    found = LANGUAGE.match(accept_language)
    return found[1] if found else ""


FirstLanguage = Annotated[str, Depends(first_language)]
IdempotencyKey = Annotated[str, Depends(idempotency_key_of)]
