"""Booking's papers, served for real over gRPC by a counter that can be closed, and can refuse."""

from __future__ import annotations

from typing import Any, cast

import grpc
from chassis.refusal import NotFound, Refusal
from chassis.remote import Caller, open_channel, remote_stub
from chassis.status import status_of
from grpc_status import rpc_status
from notifications.papers import FetchPapers, open_papers
from totetaxi.booking.v1 import booking_paper_service_pb2 as pb
from totetaxi.booking.v1 import booking_paper_service_pb2_grpc as rpc

RECEIPT = b"%PDF-1.7 a receipt"
INVITE = b"BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR\r\n"
NOT_FOUND = NotFound("booking_not_found", "There is no such booking.", "booking_id")


class PaperCounter(rpc.BookingPaperServiceServicer):
    """Hands out the same two papers for every booking."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.refusal: Refusal | None = None
        self.target = ""
        self._server: grpc.aio.Server | None = None

    async def open(self) -> None:
        """Answers, on the same port as before."""
        self._server = grpc.aio.server()
        rpc.add_BookingPaperServiceServicer_to_server(self, self._server)
        port = self._server.add_insecure_port(self.target or "127.0.0.1:0")
        self.target = f"127.0.0.1:{port}"
        await self._server.start()

    async def close(self) -> None:
        """Refuses connections from now on."""
        if self._server:
            await self._server.stop(None)

    async def GetReceipt(self, request: Any, context: Any) -> Any:  # noqa: N802
        await self._note(request.booking_id, context)
        paper = pb.Paper(content=RECEIPT, content_type="application/pdf", file_name="ToteTaxi-receipt-TT-7K2M9Q.pdf")
        return pb.GetReceiptResponse(paper=paper)

    async def GetCalendarInvite(self, request: Any, context: Any) -> Any:  # noqa: N802
        await self._note(request.booking_id, context)
        content_type = "text/calendar; charset=utf-8; method=PUBLISH"
        return pb.GetCalendarInviteResponse(
            paper=pb.Paper(content=INVITE, content_type=content_type, file_name="ToteTaxi-TT-7K2M9Q.ics")
        )

    async def _note(self, booking_id: str, context: Any) -> None:
        self.asked.append(booking_id)
        if self.refusal:
            await context.abort_with_status(rpc_status.to_status(status_of(self.refusal)))


class Ourselves:
    """Stands for identity's answer: whoever asks has a principal."""

    async def token(self) -> str:
        return "a-principal"


def papers_from(counter: PaperCounter, seconds: float = 1.0) -> tuple[FetchPapers, grpc.aio.Channel]:
    """What fetches from the counter, and the channel to close afterwards."""
    channel = open_channel(counter.target, pb.DESCRIPTOR.services_by_name["BookingPaperService"])
    stub = remote_stub(rpc.BookingPaperServiceStub, channel, cast("Caller", Ourselves()))
    return open_papers(stub, seconds), channel
