"""Pages that are for one person: whoever holds a link of ours, or proved whose something is."""

from __future__ import annotations

from http import HTTPStatus

from fastapi.responses import HTMLResponse


def private_page(html: str, status: HTTPStatus, policy: str) -> HTMLResponse:
    """The page, kept by nobody; its address, which may hold a link's token, is told to nobody."""
    headers = {"Content-Security-Policy": policy, "Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
    return HTMLResponse(html, status, headers=headers)
