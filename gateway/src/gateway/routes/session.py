"""What a browser needs before it sends anything."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field

from gateway import csrf
from gateway.acting import Found
from gateway.dependencies import Around
from gateway.refusal_docs import refusals

router = APIRouter(prefix="/api/customer", tags=["session"])


class CsrfToken(BaseModel):
    """A CSRF token."""

    csrf_token: str = Field(description="Send it back as `X-CSRFToken` with every change made in a session")


@router.get("/csrf-token/", summary="A CSRF token", responses=refusals())
async def get_csrf_token(request: Request, response: Response, around: Around, found: Found) -> CsrfToken:
    """The token that the browser's cookie holds, or a new one with its cookie; it is good in this session alone."""
    binding = found.csrf_binding if found else ""
    return CsrfToken(csrf_token=csrf.token_for(request, response, around.settings, binding))
