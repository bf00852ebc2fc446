"""Links to pay by."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from chassis.identifiers import new_id
from totetaxi.payments.v1 import payment_link_service_pb2 as rpc
from totetaxi.payments.v1 import payment_link_service_pb2_grpc

from payments.actions.payment_links import create_link, find_link, pay_by_link, revoke_link
from payments.desk import Desk
from payments.domain.payment_link import state_of
from payments.messages import payment_message
from payments.store import links as store


class PaymentLinkApi(payment_link_service_pb2_grpc.PaymentLinkServiceServicer):
    """One live link a booking."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def CreatePaymentLink(  # noqa: N802
        self, request: rpc.CreatePaymentLinkRequest, context: Any
    ) -> rpc.CreatePaymentLinkResponse:
        """Staff make one, or booking does."""
        booking_id, hours, now = UUID(request.booking_id), request.valid_hours, self._desk.clock.now()
        made = await create_link(self._desk, new_id(), booking_id, hours, request.email.strip(), now)
        return rpc.CreatePaymentLinkResponse(link=self._message(made.link), token=made.token)

    async def GetPaymentLink(  # noqa: N802
        self, request: rpc.GetPaymentLinkRequest, context: Any
    ) -> rpc.GetPaymentLinkResponse:
        """What it is for."""
        settings = self._desk.settings
        return rpc.GetPaymentLinkResponse(
            link=self._message(await find_link(self._desk, request.token)),
            publishable_key=settings.stripe_publishable_key,
            takes_test_cards=bool(settings.sandbox_url()),
        )

    async def PayByLink(self, request: rpc.PayByLinkRequest, context: Any) -> rpc.PayByLinkResponse:  # noqa: N802
        """The intent behind it."""
        started = await pay_by_link(self._desk, request.token, self._desk.clock.now())
        return rpc.PayByLinkResponse(payment=payment_message(started.payment), client_secret=started.client_secret)

    async def RevokePaymentLink(  # noqa: N802
        self, request: rpc.RevokePaymentLinkRequest, context: Any
    ) -> rpc.RevokePaymentLinkResponse:
        """Staff end it."""
        link = await revoke_link(self._desk, UUID(request.link_id), self._desk.clock.now())
        return rpc.RevokePaymentLinkResponse(link=self._message(link))

    async def ListPaymentLinks(  # noqa: N802
        self, request: rpc.ListPaymentLinksRequest, context: Any
    ) -> rpc.ListPaymentLinksResponse:
        """A booking's."""
        async with self._desk.database.reading() as connection:
            links = await store.list_of_booking(connection, UUID(request.booking_id))
        return rpc.ListPaymentLinksResponse(links=[self._message(link) for link in links])

    def _message(self, link: Any) -> rpc.PaymentLink:
        state = state_of(link.expires_at, link.used_at, link.revoked_at, self._desk.clock.now())
        message = rpc.PaymentLink(
            id=str(link.id),
            booking_id=str(link.booking_id),
            booking_number=link.booking_number,
            amount_cents=link.amount_cents,
            status=f"PAYMENT_LINK_STATUS_{state.upper()}",
            created_by=link.created_by,
        )
        message.created_at.FromDatetime(link.created_at)
        message.expires_at.FromDatetime(link.expires_at)
        return message
