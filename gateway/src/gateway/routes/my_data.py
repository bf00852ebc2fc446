"""A customer takes their data home."""

from __future__ import annotations

import json
from http import HTTPStatus

from chassis.clock import Clock, new_york_date
from fastapi import APIRouter, Depends
from fastapi.responses import Response

from gateway.acting import act_as_customer
from gateway.dependencies import Around, limited
from gateway.my_data import my_data
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.schemas.privacy import MyData

router = APIRouter(prefix="/api/customer", tags=["privacy"])


@router.get(
    "/export/",
    summary="My data",
    response_model=MyData,
    dependencies=[Depends(act_as_customer), Depends(limited("exports"))],
    responses=refusals(*SIGNED_IN, HTTPStatus.TOO_MANY_REQUESTS),
)
async def export_my_data(around: Around) -> Response:
    """Everything that every part of us keeps, as one JSON file; if one does not answer, there is none."""
    body = json.dumps(await my_data(around.upstreams), ensure_ascii=False, indent=2)
    name = f"totetaxi-my-data-{new_york_date(Clock().now()).isoformat()}.json"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(body, headers=headers, media_type="application/json")
