"""The catalogue, kept for a second: a page that everybody opens asks pricing once, and still changes at once."""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from chassis.refusal import Unavailable
from fastapi import Request, Response
from pydantic import BaseModel
from totetaxi.pricing.v1.catalog_pb2 import Catalog
from totetaxi.pricing.v1.pricing_service_pb2 import GetCatalogRequest

if TYPE_CHECKING:
    from totetaxi.pricing.v1.pricing_service_pb2_grpc import PricingServiceAsyncStub

FRESH_SECONDS = 1.0
STALE_SECONDS = 300.0
"""How long the last catalogue is shown while pricing does not answer; prices are asked anew before anybody pays."""

CACHE_CONTROL = "public, max-age=1"


@dataclass(frozen=True)
class Page:
    """A rendered answer and its strong ETag (RFC 9110, 8.8.3)."""

    body: bytes
    etag: str


@dataclass
class Snapshot:
    """One version of the catalogue, and the answers made of it."""

    catalogue: Catalog
    pages: dict[str, Page] = field(default_factory=dict)

    def page(self, name: str, view: Callable[[Catalog], BaseModel]) -> Page:
        """The answer called `name`, rendered once a version."""
        if name not in self.pages:
            body = view(self.catalogue).model_dump_json().encode()
            self.pages[name] = Page(body, f'"{hashlib.sha256(body).hexdigest()[:32]}"')
        return self.pages[name]


class CatalogueCache:
    """The catalogue in force."""

    def __init__(self, pricing: PricingServiceAsyncStub) -> None:
        self._pricing = pricing
        self._snapshot: Snapshot | None = None
        self._asked_at = float("-inf")
        self._is_outdated = False
        self._asking = asyncio.Lock()

    async def snapshot(self) -> Snapshot:
        """The catalogue of the last second. Raises Unavailable."""
        async with self._asking:
            age = time.monotonic() - self._asked_at
            if self._snapshot is not None and age < FRESH_SECONDS and not self._is_outdated:
                return self._snapshot
            return await self._renewed(self._snapshot, age)

    def outdate(self) -> None:
        """Has pricing asked at the next occasion: it has published a new version."""
        self._is_outdated = True

    async def _renewed(self, last: Snapshot | None, age: float) -> Snapshot:
        self._is_outdated = False
        try:
            catalogue = (await self._pricing.GetCatalog(GetCatalogRequest())).catalog
        except Unavailable:
            if last is None or age > STALE_SECONDS:
                raise
            return last
        self._snapshot = last if last and last.catalogue == catalogue else Snapshot(catalogue)
        self._asked_at = time.monotonic()
        return self._snapshot


def conditional(request: Request, page: Page) -> Response:
    """The page, or 304 when the client has it already (RFC 9110, 13.1.2)."""
    headers = {"ETag": page.etag, "Cache-Control": CACHE_CONTROL}
    if is_known(request.headers.get("if-none-match", ""), page.etag):
        return Response(status_code=304, headers=headers)
    return Response(page.body, headers=headers, media_type="application/json")


def is_known(if_none_match: str, etag: str) -> bool:
    """Whether one of the client's tags is ours; weak ones compare the same here."""
    tags = [tag.strip().removeprefix("W/") for tag in if_none_match.split(",")]
    return etag in tags or "*" in tags
