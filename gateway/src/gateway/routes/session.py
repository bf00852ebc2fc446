"""What a browser needs before it sends anything."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field

from gateway import csrf
from gateway.dependencies import Around
from gateway.refusal_docs import refusals

router = APIRouter(prefix="/api/customer", tags=["session"])


class CsrfToken(BaseModel):
    """A CSRF token."""

    csrf_token: str = Field(description="Send it back as `X-CSRFToken` with every change made in a session")


@router.get("/csrf-token/", summary="A CSRF token", responses=refusals())
async def get_csrf_token(request: Request, response: Response, around: Around) -> CsrfToken:
    """The token that the browser's cookie holds, or a new one with its cookie."""
    held = request.cookies.get(csrf.COOKIE, "")
    token = held if csrf.is_genuine(held, around.settings) else csrf.new_csrf_token(around.settings)
    response.set_cookie(
        csrf.COOKIE,
        token,
        max_age=csrf.LIFETIME_SECONDS,
        path="/",
        secure=not around.settings.is_local,
        httponly=True,
        samesite="lax",
    )
    return CsrfToken(csrf_token=token)
