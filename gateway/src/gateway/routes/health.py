"""Whether the gateway lives, and whether it can serve."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter, Response
from pydantic import BaseModel

from gateway.dependencies import Around
from gateway.upstreams import serving

router = APIRouter(prefix="/health", tags=["health"])


class Liveness(BaseModel):
    """The process answers."""

    status: str


class Readiness(BaseModel):
    """Whether every service behind us is ready."""

    status: str
    services: dict[str, bool]


@router.get("/live/", summary="The process answers")
async def live() -> Liveness:
    """Asks nobody else."""
    return Liveness(status="ok")


@router.get("/ready/", summary="Every service is ready", responses={503: {"model": Readiness}})
async def ready(response: Response, around: Around) -> Readiness:
    """200 when every service says that it is serving; 503 otherwise, naming which ones are not."""
    services = await serving(around.upstreams.channels)
    is_ready = all(services.values())
    response.status_code = HTTPStatus.OK if is_ready else HTTPStatus.SERVICE_UNAVAILABLE
    return Readiness(status="ready" if is_ready else "not ready", services=services)
