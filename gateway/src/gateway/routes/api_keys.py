"""Keys of apps and partners: for those who may manage them."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from totetaxi.identity.v1 import api_key_service_pb2 as messages

from gateway.acting import act_as_staff
from gateway.dependencies import Around
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.schemas import api_keys as schema
from gateway.schemas.members import Cursor
from gateway.views.api_keys import api_key, new_api_key

router = APIRouter(prefix="/api/staff/api-keys", tags=["API keys"], dependencies=[Depends(act_as_staff)])


@router.get("/", summary="API keys", responses=refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN))
async def list_api_keys(
    around: Around,
    include_revoked: bool = False,
    page_size: Annotated[int, Query(ge=1, le=50)] = 50,
    cursor: Cursor = "",
) -> schema.ApiKeysPage:
    """Of apps and partners, newest first."""
    asked = messages.ListApiKeysRequest(include_revoked=include_revoked, page_size=page_size, cursor=cursor)
    answer = await around.upstreams.api_keys.ListApiKeys(asked)
    return schema.ApiKeysPage(api_keys=[api_key(each) for each in answer.api_keys], next_cursor=answer.next_cursor)


@router.post(
    "/",
    status_code=HTTPStatus.CREATED,
    summary="Make an API key",
    responses=refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.CONFLICT),
)
async def create_api_key(sent: schema.NewApiKey, around: Around) -> schema.ApiKeyMade:
    """It is shown this once."""
    answer = await around.upstreams.api_keys.CreateApiKey(new_api_key(sent))
    words = "Please copy the key now; it is not shown again."
    return schema.ApiKeyMade(message=words, secret=answer.secret, api_key=api_key(answer.api_key))


@router.post(
    "/{api_key_id}/revoke/",
    summary="End an API key",
    responses=refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.NOT_FOUND),
)
async def revoke_api_key(api_key_id: UUID, around: Around) -> schema.ApiKey:
    """It stops working at once, and so does every device's key that it gave out."""
    asked = messages.RevokeApiKeyRequest(api_key_id=str(api_key_id))
    return api_key((await around.upstreams.api_keys.RevokeApiKey(asked)).api_key)
