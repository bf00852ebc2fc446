"""identity.v1.PrivacyService: a customer's right to their data, and to be forgotten."""

from __future__ import annotations

import json
from typing import Any

import grpc
from chassis.clock import Clock
from chassis.identifiers import new_id
from totetaxi.identity.v1 import privacy_service_pb2 as messages
from totetaxi.identity.v1.privacy_service_pb2_grpc import PrivacyServiceServicer

from identity.access import Access
from identity.actions.export_my_data import export_my_data
from identity.actions.follow_erasure import erasure_of_token
from identity.actions.request_erasure import request_erasure
from identity.api.callers import calling_customer
from identity.domain.erasure import status_token
from identity.messages.erasure import erasure_message
from identity.messages.moments import timestamp

Context = grpc.aio.ServicerContext[Any, Any]


class PrivacyApi(PrivacyServiceServicer):
    """Privacy."""

    def __init__(self, access: Access, clock: Clock) -> None:
        self._access = access
        self._clock = clock

    async def ExportMyData(  # noqa: N802 - named by the contract
        self, request: messages.ExportMyDataRequest, context: Context
    ) -> messages.ExportMyDataResponse:
        """What we keep about the caller."""
        now = self._clock.now()
        data = await export_my_data(self._access.database, calling_customer(), now)
        return messages.ExportMyDataResponse(data_json=json.dumps(data, default=str), exported_at=timestamp(now))

    async def RequestErasure(  # noqa: N802 - named by the contract
        self, request: messages.RequestErasureRequest, context: Context
    ) -> messages.RequestErasureResponse:
        """Ends and empties the account."""
        erasure = await request_erasure(self._access, new_id(), calling_customer(), request.password, self._clock.now())
        token = status_token(self._access.encryption_key, erasure.id)
        return messages.RequestErasureResponse(erasure=erasure_message(erasure), status_token=token)

    async def GetErasureStatus(  # noqa: N802 - named by the contract
        self, request: messages.GetErasureStatusRequest, context: Context
    ) -> messages.GetErasureStatusResponse:
        """How far it has come."""
        erasure = await erasure_of_token(self._access.database, self._access.encryption_key, request.status_token)
        return messages.GetErasureStatusResponse(erasure=erasure_message(erasure))
