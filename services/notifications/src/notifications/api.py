"""The gRPC door: message → question → message."""

from __future__ import annotations

import json
from uuid import UUID

import grpc
from chassis.clock import Clock
from chassis.database import Database
from chassis.principal import current_principal
from google.protobuf.timestamp_pb2 import Timestamp
from sqlalchemy.engine import RowMapping
from totetaxi.notifications.v1 import notifications_service_pb2 as pb
from totetaxi.notifications.v1 import notifications_service_pb2_grpc as rpc

from notifications import actions
from notifications.domain.masking import mask_email, mask_phone


class NotificationsServicer(rpc.NotificationsServiceServicer):
    """Answers what was said to whom."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def ListBookingMessages(  # noqa: N802 - the contract's name
        self,
        request: pb.ListBookingMessagesRequest,
        context: grpc.aio.ServicerContext[pb.ListBookingMessagesRequest, pb.ListBookingMessagesResponse],
    ) -> pb.ListBookingMessagesResponse:
        """Every message about a booking, oldest first, with masked addresses."""
        rows = await actions.messages_about(self._database, UUID(request.booking_id), self._clock.now())
        return pb.ListBookingMessagesResponse(messages=[message_of(row) for row in rows])

    async def ExportCustomerData(  # noqa: N802 - the contract's name
        self,
        request: pb.ExportCustomerDataRequest,
        context: grpc.aio.ServicerContext[pb.ExportCustomerDataRequest, pb.ExportCustomerDataResponse],
    ) -> pb.ExportCustomerDataResponse:
        """What we keep about the calling customer."""
        customer_id = UUID(current_principal().id)
        page, next_cursor = await actions.export_customer(self._database, customer_id, request.cursor)
        return pb.ExportCustomerDataResponse(data_json=json.dumps(page, default=str), next_cursor=next_cursor)


def message_of(row: RowMapping) -> pb.Message:
    """A stored message as staff may see it."""
    answer = pb.Message(
        id=str(row["id"]),
        template=row["template"],
        channel=row["channel"],
        recipient=mask_phone(row["recipient"]) if row["channel"] == "sms" else mask_email(row["recipient"]),
        status=f"MESSAGE_STATUS_{row['status'].upper()}",
        provider_message_id=row["provider_message_id"],
        attempts=row["attempts"],
        created_at=Timestamp(),
    )
    answer.created_at.FromDatetime(row["created_at"])
    if row["sent_at"]:
        answer.sent_at.FromDatetime(row["sent_at"])
    return answer
