"""CSRF tokens: signed double-submit values, bound to the session; cookie and `X-CSRFToken` must carry the same."""

from __future__ import annotations

import hmac
import secrets
from urllib.parse import urlsplit

from chassis.refusal import NotAllowed
from fastapi import Request, Response

from gateway.settings import GatewaySettings

COOKIE = "csrftoken"
HEADER = "x-csrftoken"
LIFETIME_SECONDS = 365 * 86_400

OUR_OWN_PAGES = {"same-origin", "none"}
"""Sec-Fetch-Site of a page of ours, and of what the person typed or opened themselves."""


def new_csrf_token(settings: GatewaySettings, binding: str = "") -> str:
    """A token that only we can make: a random value and its signature; good in the session of `binding` alone."""
    value = secrets.token_urlsafe(32)
    return f"{value}.{signature_of(value, settings, binding)}"


def is_genuine(token: str, settings: GatewaySettings, binding: str = "") -> bool:
    """Whether we made it for this session; compared in constant time."""
    value, _, signature = token.partition(".")
    return hmac.compare_digest(signature.encode(), signature_of(value, settings, binding).encode())


def signature_of(value: str, settings: GatewaySettings, binding: str) -> str:
    """HMAC-SHA256, hex, under the cookie secret; `binding` is empty where nobody has signed in."""
    key = settings.cookie_secret.get_secret_value().encode()
    return hmac.digest(key, f"csrf\n{binding}\n{value}".encode(), "sha256").hex()


def token_for(request: Request, response: Response, settings: GatewaySettings, binding: str) -> str:
    """The token that the browser's cookie holds, or a new one; its cookie goes out with `response`."""
    held = request.cookies.get(COOKIE, "")
    token = held if is_genuine(held, settings, binding) else new_csrf_token(settings, binding)
    remember(response, token, settings)
    return token


def remember(response: Response, token: str, settings: GatewaySettings) -> None:
    """Sets the cookie; clients take the token from the answer, no script needs to read it."""
    response.set_cookie(
        COOKIE,
        token,
        max_age=LIFETIME_SECONDS,
        path="/",
        secure=not settings.is_local,
        httponly=True,
        samesite="lax",
    )


def must_carry_the_token(request: Request, settings: GatewaySettings, binding: str) -> None:
    """Raises NotAllowed unless header and cookie carry the same token, made for this session."""
    sent, held = request.headers.get(HEADER, ""), request.cookies.get(COOKIE, "")
    is_same = hmac.compare_digest(sent.encode(), held.encode())
    if not (sent and is_same and is_genuine(sent, settings, binding)):
        raise NotAllowed(
            "csrf_failed",
            "This page is out of date: please reload it and try again. (X-CSRFToken must carry this session's token.)",
        )


def must_not_come_from_elsewhere(request: Request, settings: GatewaySettings) -> None:
    """Raises NotAllowed for what another site's page sends: by Sec-Fetch-Site, or by Origin in older browsers.

    Programs send neither header and pass; they hold no cookie that a page could borrow.
    """
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site in OUR_OWN_PAGES:
        return
    if site is None and (origin is None or urlsplit(origin).netloc == request.headers.get("host")):
        return
    if origin not in settings.origins():
        raise NotAllowed("cross_site", "This request came from another site's page, so we have not acted on it.")
