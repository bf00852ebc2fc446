"""Fresh pages: what everybody asks for is answered from memory, before any route is looked for."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from gateway.catalogue_cache import conditional
from gateway.dependencies import Surroundings


class FreshPages:
    """Answers the pages of the catalogue while they are fresh; what is not goes on to its route, which makes it so."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        page = None
        if scope["type"] == "http" and scope["method"] == "GET":
            application: FastAPI = scope["app"]
            surroundings: Surroundings = application.state.surroundings
            page = surroundings.catalogue.fresh_page(scope["path"])
        if page is None:
            await self._app(scope, receive, send)
            return
        scope["route"] = page
        await conditional(Request(scope), page)(scope, receive, send)
