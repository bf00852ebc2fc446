"""The session's cookie: an opaque token that no script can read; identity alone knows whose it is."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from fastapi import Request, Response
from totetaxi.identity.v1.session_service_pb2 import OpenedSession

from gateway import csrf
from gateway.settings import GatewaySettings

COOKIE = "totetaxi_session"
SECURE_COOKIE = f"__Host-{COOKIE}"
"""The prefix makes browsers refuse it from a subdomain or without TLS."""
WELL_FORMED = re.compile(r"^[A-Za-z0-9_-]{43}$")


def cookie_name(settings: GatewaySettings) -> str:
    """The cookie's name; the stricter one wherever there is TLS."""
    return COOKIE if settings.is_local else SECURE_COOKIE


def session_token_of(request: Request, settings: GatewaySettings) -> str:
    """What the browser sent; empty without one, or with something that is none of ours."""
    if "cookie" not in request.headers:
        return ""
    token = request.cookies.get(cookie_name(settings), "")
    return token if WELL_FORMED.match(token) else ""


def begin_session(response: Response, opened: OpenedSession, settings: GatewaySettings) -> str:
    """Sets the cookie, and a CSRF token of this session alone; returns the token."""
    response.set_cookie(
        cookie_name(settings),
        opened.token,
        expires=datetime.fromtimestamp(opened.expires_at.seconds, UTC),
        path="/",
        secure=not settings.is_local,
        httponly=True,
        samesite="lax",
    )
    token = csrf.new_csrf_token(settings, opened.csrf_binding)
    csrf.remember(response, token, settings)
    return token


def end_session(response: Response, settings: GatewaySettings) -> None:
    """Takes both cookies away.

    Only a sign-out does: an answer to an old session's request may come after the sign-in that replaced it, and would
    take the new cookie with it.
    """
    for name in (cookie_name(settings), csrf.COOKIE):
        response.delete_cookie(name, path="/", secure=not settings.is_local, httponly=True, samesite="lax")
