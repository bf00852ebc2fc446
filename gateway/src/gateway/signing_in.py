"""What every way of signing in and out shares."""

from __future__ import annotations

from fastapi import Depends, Request, Response
from totetaxi.identity.v1.session_service_pb2 import SignOutRequest

from gateway.acting import find_signed_in, from_our_own_pages
from gateway.dependencies import Surroundings
from gateway.session_cookie import end_session, session_token_of

AS_THEMSELVES = [Depends(from_our_own_pages), Depends(find_signed_in)]
"""Where a session begins: from no other site's page, and with the CSRF token of the session that ends, if one does."""


async def sign_out(request: Request, response: Response, around: Surroundings) -> None:
    """Ends the browser's session, here at once and everywhere by identity's event, and takes its cookies."""
    token = session_token_of(request, around.settings)
    if token:
        await around.upstreams.sessions.SignOut(SignOutRequest(session_token=token))
        around.credentials.forget(token)
    end_session(response, around.settings)
