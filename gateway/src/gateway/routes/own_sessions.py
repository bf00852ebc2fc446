"""Where one is signed in, and ending it: the same for customers and for staff, each for their own."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Depends
from totetaxi.identity.v1.session_service_pb2 import (
    ListOwnSessionsRequest,
    RevokeOtherSessionsRequest,
    RevokeOwnSessionRequest,
)

from gateway.acting import act_as_customer, act_as_staff
from gateway.dependencies import Around
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.schemas.sessions import OwnSessions, SessionsEnded
from gateway.views.sessions import own_session


async def list_own_sessions(around: Around) -> OwnSessions:
    """Every browser that is signed in, newest first; 100 at most."""
    answer = await around.upstreams.sessions.ListOwnSessions(ListOwnSessionsRequest())
    return OwnSessions(sessions=[own_session(each) for each in answer.sessions])


async def revoke_own_session(session_id: UUID, around: Around) -> None:
    """It has to sign in again, at once. One that has ended is no mistake."""
    await around.upstreams.sessions.RevokeOwnSession(RevokeOwnSessionRequest(session_id=str(session_id)))


async def revoke_other_sessions(around: Around) -> SessionsEnded:
    """Every browser but this one has to sign in again."""
    answer = await around.upstreams.sessions.RevokeOtherSessions(RevokeOtherSessionsRequest())
    return SessionsEnded(message="Every other browser is signed out.", revoked=answer.revoked)


def sessions_router(prefix: str, act: Callable[..., Any]) -> APIRouter:
    """The three routes under `prefix`, for those whom `act` lets in."""
    router = APIRouter(prefix=f"{prefix}/sessions", tags=["session"], dependencies=[Depends(act)])
    router.get("/", summary="Where I am signed in", responses=refusals(*SIGNED_IN))(list_own_sessions)
    router.delete(
        "/{session_id}/",
        status_code=HTTPStatus.NO_CONTENT,
        summary="Sign one browser out",
        responses=refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN),
    )(revoke_own_session)
    router.post(
        "/revoke-others/",
        summary="Sign every other browser out",
        responses=refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN),
    )(revoke_other_sessions)
    return router


customer_router = sessions_router("/api/customer", act_as_customer)
staff_router = sessions_router("/api/staff", act_as_staff)
