"""The OpenAPI document: what FastAPI derives from the routes, and the one error shape they share."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from gateway.problems import Problem

DESCRIPTION = """Book, pay for and follow a move between New York City and the Hamptons.

Every path answers with and without its last slash. Money is dollars, exact to the cent, in members named `*_dollars`
(and `total_price`, `base_price`, …) and integer cents in `*_cents`. Dates are New York's, instants are UTC.
Errors are RFC 9457 `application/problem+json`."""

REFERENCE = "#/components/schemas/{model}"


def describe(application: FastAPI) -> None:
    """Makes `application.openapi()` give the document, built once."""

    def document() -> dict[str, Any]:
        if application.openapi_schema is None:
            application.openapi_schema = build(application)
        return application.openapi_schema

    application.openapi = document  # type: ignore[method-assign]
    application.state.openapi = OnceWritten(application)


class OnceWritten:
    """The document as it is sent: written once, in a thread, for with all these routes that takes a second."""

    def __init__(self, application: FastAPI) -> None:
        self._application = application
        self._writing: asyncio.Task[bytes] | None = None

    async def read(self) -> bytes:
        """The whole of it; those who come while it is written wait for the same."""
        if self._writing is None:
            self._writing = asyncio.create_task(asyncio.to_thread(self._write))
        return await asyncio.shield(self._writing)

    def _write(self) -> bytes:
        return json.dumps(self._application.openapi(), ensure_ascii=False).encode()


def build(application: FastAPI) -> dict[str, Any]:
    """The document, with Problem among its schemas."""
    document = get_openapi(
        title=application.title, version=application.version, description=DESCRIPTION, routes=application.routes
    )
    problem = Problem.model_json_schema(ref_template=REFERENCE)
    schemas = document["components"]["schemas"]
    schemas.update(problem.pop("$defs"))
    schemas[Problem.__name__] = problem
    return document
