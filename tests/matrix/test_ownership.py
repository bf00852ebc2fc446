"""What belongs to one customer does not exist for another, nor for the other's device: every RPC that names a thing."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import grpc
import pytest
from asking_for import address_like, claim_of, upload_for, use_of
from belongings import Belongings, belongings, order
from callers_of_all_kinds import SCOPES, SLOWLY, bearing, identity_of
from contracts import context_of, methods
from google.protobuf.message import Message
from google.protobuf.message_factory import GetMessageClass
from totetaxi.booking.v1 import booking_paper_service_pb2 as papers
from totetaxi.booking.v1 import claim_service_pb2 as claims
from totetaxi.booking.v1 import customer_booking_service_pb2 as bookings
from totetaxi.booking.v1 import customer_storage_service_pb2 as storages
from totetaxi.booking.v1 import document_service_pb2 as documents
from totetaxi.booking.v1 import handover_service_pb2 as handovers
from totetaxi.booking.v1.booking_event_service_pb2 import ListBookingEventsRequest
from totetaxi.booking.v1.customer_company_service_pb2 import ListCompanyBookingsRequest, ListCompanyQuotesRequest
from totetaxi.booking.v1.quote_service_pb2 import GetOwnQuoteRequest
from totetaxi.booking.v1.tracking_service_pb2 import GetTrackingRequest
from totetaxi.identity.v1 import address_service_pb2 as addresses
from totetaxi.identity.v1.api_key_service_pb2 import ListOwnDevicesRequest, SignOutDeviceRequest
from totetaxi.identity.v1.session_service_pb2 import ListOwnSessionsRequest, RevokeOwnSessionRequest
from totetaxi.payments.v1 import payment_method_service_pb2 as cards
from totetaxi.payments.v1.payments_service_pb2 import PayWithSavedCardRequest
from totetaxi.pricing.v1.promotion_service_pb2 import GetCreditRequest
from who_may_call import written
from whole_stack import WholeStack

pytestmark = [pytest.mark.xdist_group("stack"), pytest.mark.timeout(180)]

BOOKING, ADDRESSES = "totetaxi.booking.v1.CustomerBookingService", "totetaxi.identity.v1.AddressService"
PAPERS = "totetaxi.booking.v1.BookingPaperService"
STORAGE = "totetaxi.booking.v1.CustomerStorageService"
COMPANIES = "totetaxi.booking.v1.CustomerCompanyService"
CLAIMS = "totetaxi.booking.v1.ClaimService"
HANDOVERS, DOCUMENTS = "totetaxi.booking.v1.HandoverService", "totetaxi.booking.v1.DocumentService"
SESSIONS, KEYS = "totetaxi.identity.v1.SessionService", "totetaxi.identity.v1.ApiKeyService"
PAYMENTS = "totetaxi.payments.v1"
NOT_FOUND, DENIED = grpc.StatusCode.NOT_FOUND, grpc.StatusCode.PERMISSION_DENIED
TAKEN, DONE = grpc.StatusCode.FAILED_PRECONDITION, grpc.StatusCode.OK
DAY = "2027-06-16"

Ask = Callable[[Belongings], Message]

OWNED: dict[str, tuple[grpc.StatusCode, Ask]] = {
    f"{BOOKING}/CreateBooking": (TAKEN, lambda ada: order(booking_id=ada.booking_id)),
    f"{BOOKING}/GetBooking": (NOT_FOUND, lambda ada: bookings.GetBookingRequest(booking_id=ada.booking_id)),
    f"{BOOKING}/Rebook": (NOT_FOUND, lambda ada: bookings.RebookRequest(booking_id=ada.booking_id, pickup_date=DAY)),
    f"{BOOKING}/PreviewCancellation": (
        NOT_FOUND,
        lambda ada: bookings.PreviewCancellationRequest(booking_id=ada.booking_id),
    ),
    f"{BOOKING}/CancelBooking": (NOT_FOUND, lambda ada: bookings.CancelBookingRequest(booking_id=ada.booking_id)),
    f"{BOOKING}/PreviewReschedule": (
        NOT_FOUND,
        lambda ada: bookings.PreviewRescheduleRequest(booking_id=ada.booking_id, pickup_date=DAY),
    ),
    f"{BOOKING}/RescheduleBooking": (
        NOT_FOUND,
        lambda ada: bookings.RescheduleBookingRequest(booking_id=ada.booking_id, pickup_date=DAY),
    ),
    f"{PAPERS}/GetReceipt": (NOT_FOUND, lambda ada: papers.GetReceiptRequest(booking_id=ada.booking_id)),
    f"{PAPERS}/GetCalendarInvite": (
        NOT_FOUND,
        lambda ada: papers.GetCalendarInviteRequest(booking_id=ada.booking_id),
    ),
    "totetaxi.booking.v1.TrackingService/GetTracking": (
        NOT_FOUND,
        lambda ada: GetTrackingRequest(booking_id=ada.booking_id),
    ),
    "totetaxi.booking.v1.BookingEventService/ListBookingEvents": (
        NOT_FOUND,
        lambda ada: ListBookingEventsRequest(booking_id=ada.booking_id),
    ),
    "totetaxi.booking.v1.QuoteService/GetOwnQuote": (
        NOT_FOUND,
        lambda _: GetOwnQuoteRequest(quote_id=str(uuid4())),
    ),
    f"{COMPANIES}/ListCompanyBookings": (
        NOT_FOUND,
        lambda _: ListCompanyBookingsRequest(company_id=str(uuid4())),
    ),
    f"{COMPANIES}/ListCompanyQuotes": (NOT_FOUND, lambda _: ListCompanyQuotesRequest(company_id=str(uuid4()))),
    f"{STORAGE}/GetStorage": (NOT_FOUND, lambda _: storages.GetStorageRequest(storage_id=str(uuid4()))),
    f"{STORAGE}/RequestReturn": (
        NOT_FOUND,
        lambda _: storages.RequestReturnRequest(storage_id=str(uuid4()), item_ids=[str(uuid4())]),
    ),
    f"{STORAGE}/EndStorage": (
        NOT_FOUND,
        lambda _: storages.EndStorageRequest(storage_id=str(uuid4()), expected_end_date=DAY),
    ),
    f"{CLAIMS}/ListClaims": (NOT_FOUND, lambda ada: claims.ListClaimsRequest(booking_id=ada.booking_id)),
    f"{CLAIMS}/OpenClaim": (NOT_FOUND, lambda ada: claim_of(ada)),
    f"{HANDOVERS}/ListHandovers": (NOT_FOUND, lambda ada: handovers.ListHandoversRequest(booking_id=ada.booking_id)),
    f"{HANDOVERS}/GetProofPack": (NOT_FOUND, lambda ada: handovers.GetProofPackRequest(booking_id=ada.booking_id)),
    f"{HANDOVERS}/IssueHandoverCode": (
        NOT_FOUND,
        lambda ada: handovers.IssueHandoverCodeRequest(
            booking_id=ada.booking_id, stage=handovers.HANDOVER_STAGE_PICKUP
        ),
    ),
    f"{DOCUMENTS}/ListDocuments": (NOT_FOUND, lambda ada: documents.ListDocumentsRequest(booking_id=ada.booking_id)),
    f"{DOCUMENTS}/StartUpload": (NOT_FOUND, lambda ada: upload_for(ada)),
    f"{DOCUMENTS}/SubmitDocument": (NOT_FOUND, lambda _: documents.SubmitDocumentRequest(document_id=str(uuid4()))),
    f"{DOCUMENTS}/GetDownloadLink": (NOT_FOUND, lambda _: documents.GetDownloadLinkRequest(document_id=str(uuid4()))),
    f"{ADDRESSES}/BatchGetAddresses": (
        NOT_FOUND,
        lambda ada: addresses.BatchGetAddressesRequest(address_ids=[ada.address_id]),
    ),
    f"{ADDRESSES}/CreateAddress": (NOT_FOUND, lambda ada: address_like(ada.address_id)),
    f"{ADDRESSES}/UpdateAddress": (
        NOT_FOUND,
        lambda ada: addresses.UpdateAddressRequest(address_id=ada.address_id, nickname="mine"),
    ),
    f"{ADDRESSES}/DeleteAddress": (NOT_FOUND, lambda ada: addresses.DeleteAddressRequest(address_id=ada.address_id)),
    f"{ADDRESSES}/NoteAddressUse": (NOT_FOUND, lambda ada: use_of(ada)),
    f"{KEYS}/SignOutDevice": (
        NOT_FOUND,
        lambda ada: SignOutDeviceRequest(device_id=ada.device_id),
    ),
    f"{SESSIONS}/RevokeOwnSession": (
        DONE,  # one that is no longer there is no mistake; Ada's stays
        lambda ada: RevokeOwnSessionRequest(session_id=ada.session_id),
    ),
    f"{PAYMENTS}.PaymentMethodService/SetDefaultPaymentMethod": (
        NOT_FOUND,
        lambda _: cards.SetDefaultPaymentMethodRequest(payment_method_id=str(uuid4())),
    ),
    f"{PAYMENTS}.PaymentMethodService/RemovePaymentMethod": (
        NOT_FOUND,
        lambda _: cards.RemovePaymentMethodRequest(payment_method_id=str(uuid4())),
    ),
    f"{PAYMENTS}.PaymentsService/PayWithSavedCard": (
        NOT_FOUND,
        lambda ada: PayWithSavedCardRequest(booking_id=ada.booking_id, payment_method_id=str(uuid4())),
    ),
    "totetaxi.pricing.v1.PromotionService/GetCredit": (
        DENIED,
        lambda ada: GetCreditRequest(customer_id=ada.customer_id),
    ),
}
"""What a customer is answered who names somebody else's thing."""

NOBODYS = {
    "totetaxi.booking.v1.BookingService/CreateGuestBooking": "a quote is whoever's who holds it",
    "totetaxi.booking.v1.BookingService/GetBookingByNumber": "masked, unless the email or the browser proves more",
    "totetaxi.booking.v1.DriverDayService/ReportDriverTask": "a driver's link is whoever's who holds it",
    f"{PAYMENTS}.PaymentsService/CreatePaymentIntent": "whoever has the booking's id may pay for it",
    f"{PAYMENTS}.PaymentsService/GetBookingPayment": "whoever has the booking's id may see that it is paid",
    f"{PAYMENTS}.PaymentsService/ConfirmSandboxPayment": "in a sandbox alone",
    "totetaxi.pricing.v1.PricingService/GetQuote": "a quote is whoever's who holds it",
}
"""RPCs of customers that name things of nobody in particular, and why."""


@dataclass(frozen=True)
class Scene:
    """Ada's things, and everybody else who would like them."""

    ada: Belongings
    other: str
    other_device: str


@pytest.fixture
async def scene(stack: WholeStack) -> AsyncIterator[Scene]:
    async with identity_of(stack) as identity:
        ada = await belongings(stack, identity)
        yield Scene(ada, await identity.customer(), await identity.device(*SCOPES))


async def call(stack: WholeStack, method: str, request: Message, principal: str) -> Message:
    answer = GetMessageClass(methods()[method].output_type)
    async with grpc.aio.insecure_channel(f"127.0.0.1:{stack.ports[context_of(method)]}") as channel:
        sent: Any = channel.unary_unary(f"/{method}", type(request).SerializeToString, answer.FromString)
        received: Message = await sent(request, metadata=bearing(principal), timeout=SLOWLY)
        return received


async def answer_to(stack: WholeStack, method: str, request: Message, principal: str) -> grpc.StatusCode:
    try:
        await call(stack, method, request, principal)
    except grpc.aio.AioRpcError as error:
        return error.code()
    return DONE


def test_every_rpc_of_customers_that_names_a_thing_is_written_down() -> None:
    naming = {
        name for name, method in methods().items() if any(is_id(field.name) for field in method.input_type.fields)
    }
    for_customers = {name for name, callers in written().items() if callers & {"customer", "everybody"}}
    assert (naming & for_customers) - set(OWNED) - set(NOBODYS) == set()
    assert (set(OWNED) | set(NOBODYS)) - for_customers == set()


def is_id(field: str) -> bool:
    return field.endswith(("_id", "_ids", "_number"))


async def test_another_customer_finds_nothing(stack: WholeStack, scene: Scene) -> None:
    answers = {
        method: await answer_to(stack, method, ask(scene.ada), scene.other) for method, (_, ask) in OWNED.items()
    }
    assert answers == {method: code for method, (code, _) in OWNED.items()}


async def test_another_customers_device_finds_nothing(stack: WholeStack, scene: Scene) -> None:
    open_to_keys = {method: asked for method, asked in OWNED.items() if written()[method] & set(SCOPES)}
    answers = {
        method: await answer_to(stack, method, ask(scene.ada), scene.other_device)
        for method, (_, ask) in open_to_keys.items()
    }
    assert answers == {method: code for method, (code, _) in open_to_keys.items()}


async def test_the_owner_finds_everything_still_there(stack: WholeStack, scene: Scene) -> None:
    ada = scene.ada
    for method, (_, ask) in OWNED.items():
        await answer_to(stack, method, ask(ada), scene.other)
    kept = [f"{BOOKING}/GetBooking", f"{BOOKING}/PreviewCancellation", f"{ADDRESSES}/BatchGetAddresses"]
    assert {await answer_to(stack, method, OWNED[method][1](ada), ada.principal) for method in kept} == {DONE}
    signed_in: Any = await call(stack, f"{SESSIONS}/ListOwnSessions", ListOwnSessionsRequest(), ada.principal)
    devices: Any = await call(stack, f"{KEYS}/ListOwnDevices", ListOwnDevicesRequest(), ada.principal)
    assert ada.session_id in {session.id for session in signed_in.sessions}
    assert ada.device_id in {device.id for device in devices.devices}
