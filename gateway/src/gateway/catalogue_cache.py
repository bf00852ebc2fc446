"""The catalogue, kept for a second: a page that everybody opens asks pricing once, and still changes at once."""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
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


class Page:
    """A rendered answer and its strong ETag (RFC 9110, 8.8.3); both responses are made once and sent often."""

    def __init__(self, path: str, body: bytes) -> None:
        self.path = path
        self.etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        headers = {"ETag": self.etag, "Cache-Control": CACHE_CONTROL}
        self.in_full = Response(body, headers=headers, media_type="application/json")
        self.not_modified = Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)


@dataclass
class Snapshot:
    """One version of the catalogue, and the pages made of it."""

    catalogue: Catalog
    pages: dict[str, Page] = field(default_factory=dict)

    def page(self, path: str, view: Callable[[Catalog], BaseModel]) -> Page:
        """The page at `path`, rendered once a version."""
        if path not in self.pages:
            self.pages[path] = Page(path, view(self.catalogue).model_dump_json().encode())
        return self.pages[path]


class CatalogueCache:
    """The catalogue in force."""

    def __init__(self, pricing: PricingServiceAsyncStub) -> None:
        self._pricing = pricing
        self._snapshot: Snapshot | None = None
        self._asked_at = float("-inf")
        self._is_outdated = False
        self._asking = asyncio.Lock()

    def fresh_page(self, path: str) -> Page | None:
        """The page at `path` as it was within the last second; None when it must be made."""
        if self._snapshot is None or not self._is_fresh():
            return None
        return self._snapshot.pages.get(path)

    async def snapshot(self) -> Snapshot:
        """The catalogue of the last second. Raises Unavailable."""
        async with self._asking:
            age = self._age()
            if self._snapshot is not None and self._is_fresh():
                return self._snapshot
            return await self._renewed(self._snapshot, age)

    def outdate(self) -> None:
        """Has pricing asked at the next occasion: it has published a new version."""
        self._is_outdated = True

    def _age(self) -> float:
        return time.monotonic() - self._asked_at

    def _is_fresh(self) -> bool:
        return self._age() < FRESH_SECONDS and not self._is_outdated

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
    known = request.headers.get("if-none-match")
    return page.not_modified if known is not None and is_known(known, page.etag) else page.in_full


def is_known(if_none_match: str, etag: str) -> bool:
    """Whether one of the client's tags is ours; weak ones compare the same here."""
    tags = [tag.strip().removeprefix("W/") for tag in if_none_match.split(",")]
    return etag in tags or "*" in tags
