"""The pages: a landing page, the API's documentation, and their assets, all from our own origin."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import fastapi_offline
from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles

PAGES = Path(str(files("gateway") / "pages"))
DOCUMENTATION_ASSETS = Path(fastapi_offline.__file__).parent / "static"

LANDING_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'"
DOCUMENTATION_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; frame-ancestors 'none'"
)

router = APIRouter(include_in_schema=False)


@router.get("/")
async def landing() -> HTMLResponse:
    """Where a visitor begins."""
    return page("landing.html", LANDING_POLICY)


@router.get("/api/docs/")
async def documentation() -> HTMLResponse:
    """Swagger UI, which tries the API out."""
    return page("documentation.html", DOCUMENTATION_POLICY)


@router.get("/api/openapi.json")
async def openapi(request: Request) -> Response:
    """The OpenAPI document."""
    document: bytes = await request.app.state.openapi.read()
    return Response(document, media_type="application/json")


class Assets(StaticFiles):
    """Files that browsers may keep for an hour."""

    def file_response(self, *arguments: Any, **options: Any) -> Response:
        """The file, or 304."""
        response = super().file_response(*arguments, **options)
        response.headers["Cache-Control"] = "public, max-age=3600"
        return response


def page(name: str, policy: str) -> HTMLResponse:
    """A page under its content security policy."""
    return HTMLResponse((PAGES / name).read_text(), headers={"Content-Security-Policy": policy})


def mount_assets(application: FastAPI) -> None:
    """Style and scripts of the pages."""
    application.mount("/assets/swagger", Assets(directory=DOCUMENTATION_ASSETS), name="swagger")
    application.mount("/assets", Assets(directory=PAGES / "assets"), name="assets")
