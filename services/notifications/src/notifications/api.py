"""The gRPC door: message → question → message."""

from __future__ import annotations

from uuid import UUID

import grpc
from chassis.database import Database
from google.protobuf.timestamp_pb2 import Timestamp
from sqlalchemy.engine import RowMapping
from totetaxi.notifications.v1 import notifications_service_pb2 as pb
from totetaxi.notifications.v1 import notifications_service_pb2_grpc as rpc

from notifications import store
from notifications.domain.masking import mask_email


class NotificationsServicer(rpc.NotificationsServiceServicer):
    """Answers what was said to whom."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def ListBookingMessages(  # noqa: N802 - the contract's name
        self,
        request: pb.ListBookingMessagesRequest,
        context: grpc.aio.ServicerContext[pb.ListBookingMessagesRequest, pb.ListBookingMessagesResponse],
    ) -> pb.ListBookingMessagesResponse:
        """Every message about a booking, oldest first, with masked addresses."""
        async with self._database.reading() as connection:
            rows = await store.list_about_booking(connection, UUID(request.booking_id))
        return pb.ListBookingMessagesResponse(messages=[message_of(row) for row in rows])


def message_of(row: RowMapping) -> pb.Message:
    """A stored message as staff may see it."""
    answer = pb.Message(
        id=str(row["id"]),
        template=row["template"],
        channel=row["channel"],
        recipient=mask_email(row["recipient"]),
        status=f"MESSAGE_STATUS_{row['status'].upper()}",
        provider_message_id=row["provider_message_id"],
        attempts=row["attempts"],
        created_at=Timestamp(),
    )
    answer.created_at.FromDatetime(row["created_at"])
    if row["sent_at"]:
        answer.sent_at.FromDatetime(row["sent_at"])
    return answer
