"""The services behind the gateway: channels for the life of the process, and stubs on them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import grpc
from chassis.clock import Clock
from chassis.principal import PrincipalVerifier
from chassis.remote import Caller, open_channel, remote_stub
from google.protobuf.descriptor import ServiceDescriptor
from grpc_health.v1 import health_pb2, health_pb2_grpc
from totetaxi.booking.v1 import (
    booking_paper_service_pb2,
    booking_paper_service_pb2_grpc,
    booking_service_pb2,
    booking_service_pb2_grpc,
    customer_booking_service_pb2,
    customer_booking_service_pb2_grpc,
    customer_storage_service_pb2,
    customer_storage_service_pb2_grpc,
    quote_service_pb2,
    quote_service_pb2_grpc,
    staff_booking_service_pb2,
    staff_booking_service_pb2_grpc,
    staff_quote_service_pb2,
    staff_quote_service_pb2_grpc,
    staff_storage_service_pb2,
    staff_storage_service_pb2_grpc,
)
from totetaxi.identity.v1 import (
    address_service_pb2,
    address_service_pb2_grpc,
    api_key_service_pb2,
    api_key_service_pb2_grpc,
    audit_service_pb2,
    audit_service_pb2_grpc,
    customer_service_pb2,
    customer_service_pb2_grpc,
    identity_service_pb2,
    identity_service_pb2_grpc,
    privacy_service_pb2,
    privacy_service_pb2_grpc,
    session_service_pb2,
    session_service_pb2_grpc,
    staff_service_pb2,
    staff_service_pb2_grpc,
)
from totetaxi.notifications.v1 import notifications_service_pb2, notifications_service_pb2_grpc
from totetaxi.payments.v1 import (
    finance_service_pb2,
    finance_service_pb2_grpc,
    payment_link_service_pb2,
    payment_link_service_pb2_grpc,
    payment_method_service_pb2,
    payment_method_service_pb2_grpc,
    payments_service_pb2,
    payments_service_pb2_grpc,
    reconciliation_service_pb2,
    reconciliation_service_pb2_grpc,
    refund_service_pb2,
    refund_service_pb2_grpc,
)
from totetaxi.pricing.v1 import (
    catalog_service_pb2,
    catalog_service_pb2_grpc,
    pricing_service_pb2,
    pricing_service_pb2_grpc,
    promotion_service_pb2,
    promotion_service_pb2_grpc,
)

from gateway.settings import GatewaySettings

if TYPE_CHECKING:
    from totetaxi.booking.v1.booking_paper_service_pb2_grpc import BookingPaperServiceAsyncStub
    from totetaxi.booking.v1.booking_service_pb2_grpc import BookingServiceAsyncStub
    from totetaxi.booking.v1.customer_booking_service_pb2_grpc import CustomerBookingServiceAsyncStub
    from totetaxi.booking.v1.staff_booking_service_pb2_grpc import StaffBookingServiceAsyncStub
    from totetaxi.identity.v1.address_service_pb2_grpc import AddressServiceAsyncStub
    from totetaxi.identity.v1.api_key_service_pb2_grpc import ApiKeyServiceAsyncStub
    from totetaxi.identity.v1.audit_service_pb2_grpc import AuditServiceAsyncStub
    from totetaxi.identity.v1.customer_service_pb2_grpc import CustomerServiceAsyncStub
    from totetaxi.identity.v1.identity_service_pb2_grpc import IdentityServiceAsyncStub
    from totetaxi.identity.v1.privacy_service_pb2_grpc import PrivacyServiceAsyncStub
    from totetaxi.identity.v1.session_service_pb2_grpc import SessionServiceAsyncStub
    from totetaxi.identity.v1.staff_service_pb2_grpc import StaffServiceAsyncStub
    from totetaxi.notifications.v1.notifications_service_pb2_grpc import NotificationsServiceAsyncStub
    from totetaxi.pricing.v1.pricing_service_pb2_grpc import PricingServiceAsyncStub
    from totetaxi.pricing.v1.promotion_service_pb2_grpc import PromotionServiceAsyncStub

HEALTH_DEADLINE_SECONDS = 1.0

IDENTITY_CONTRACTS = (
    identity_service_pb2,
    session_service_pb2,
    customer_service_pb2,
    address_service_pb2,
    staff_service_pb2,
    api_key_service_pb2,
    audit_service_pb2,
    privacy_service_pb2,
)
PRICING_CONTRACTS = (pricing_service_pb2, catalog_service_pb2, promotion_service_pb2)

PAYMENTS_CONTRACTS = (
    payments_service_pb2,
    finance_service_pb2,
    refund_service_pb2,
    payment_method_service_pb2,
    payment_link_service_pb2,
    reconciliation_service_pb2,
)
BOOKING_CONTRACTS = (
    booking_service_pb2,
    customer_booking_service_pb2,
    staff_booking_service_pb2,
    booking_paper_service_pb2,
    customer_storage_service_pb2,
    staff_storage_service_pb2,
    quote_service_pb2,
    staff_quote_service_pb2,
)


@dataclass(frozen=True)
class Upstreams:
    """Stubs that add deadline, principal, trace and request id, and raise what the service refused."""

    channels: Mapping[str, grpc.aio.Channel]
    caller: Caller
    identity: IdentityServiceAsyncStub
    sessions: SessionServiceAsyncStub
    customers: CustomerServiceAsyncStub
    addresses: AddressServiceAsyncStub
    staff: StaffServiceAsyncStub
    api_keys: ApiKeyServiceAsyncStub
    audit: AuditServiceAsyncStub
    privacy: PrivacyServiceAsyncStub
    pricing: PricingServiceAsyncStub
    catalogue: Any
    """CatalogServiceAsyncStub, whose calls here also take `deadline_seconds`: simulations may be slow."""
    promotions: PromotionServiceAsyncStub
    booking: BookingServiceAsyncStub
    customer_bookings: CustomerBookingServiceAsyncStub
    staff_bookings: StaffBookingServiceAsyncStub
    booking_papers: BookingPaperServiceAsyncStub
    notifications: NotificationsServiceAsyncStub
    payments: Any
    finance: Any
    refunds: Any
    payment_methods: Any
    payment_links: Any
    reconciliation: Any
    """Stubs of payments' services, whose calls here also take `deadline_seconds`: Stripe may be slow."""
    customer_storages: Any
    staff_storages: Any
    quotes: Any
    staff_quotes: Any

    async def close(self) -> None:
        """Closes every channel."""
        await asyncio.gather(*(channel.close() for channel in self.channels.values()))


def open_upstreams(settings: GatewaySettings, clock: Clock) -> Upstreams:
    """Channels connect on first use, so that the gateway starts while its services are away."""
    channels = open_channels(settings)
    secret = settings.service_secret.get_secret_value()
    identity, booking = channels["identity"], channels["booking"]
    caller = Caller("gateway", secret, identity, PrincipalVerifier(clock), clock)
    return Upstreams(
        channels=channels,
        caller=caller,
        identity=remote_stub(identity_service_pb2_grpc.IdentityServiceStub, identity, caller),
        sessions=remote_stub(session_service_pb2_grpc.SessionServiceStub, identity, caller),
        customers=remote_stub(customer_service_pb2_grpc.CustomerServiceStub, identity, caller),
        addresses=remote_stub(address_service_pb2_grpc.AddressServiceStub, identity, caller),
        staff=remote_stub(staff_service_pb2_grpc.StaffServiceStub, identity, caller),
        api_keys=remote_stub(api_key_service_pb2_grpc.ApiKeyServiceStub, identity, caller),
        audit=remote_stub(audit_service_pb2_grpc.AuditServiceStub, identity, caller),
        privacy=remote_stub(privacy_service_pb2_grpc.PrivacyServiceStub, identity, caller),
        pricing=remote_stub(pricing_service_pb2_grpc.PricingServiceStub, channels["pricing"], caller),
        catalogue=remote_stub(catalog_service_pb2_grpc.CatalogServiceStub, channels["pricing"], caller),
        promotions=remote_stub(promotion_service_pb2_grpc.PromotionServiceStub, channels["pricing"], caller),
        booking=remote_stub(booking_service_pb2_grpc.BookingServiceStub, booking, caller),
        customer_bookings=remote_stub(customer_booking_service_pb2_grpc.CustomerBookingServiceStub, booking, caller),
        staff_bookings=remote_stub(staff_booking_service_pb2_grpc.StaffBookingServiceStub, booking, caller),
        booking_papers=remote_stub(booking_paper_service_pb2_grpc.BookingPaperServiceStub, booking, caller),
        notifications=remote_stub(
            notifications_service_pb2_grpc.NotificationsServiceStub, channels["notifications"], caller
        ),
        **payments_stubs(channels["payments"], caller),
        **storage_and_quote_stubs(booking, caller),
    )


def storage_and_quote_stubs(channel: grpc.aio.Channel, caller: Caller) -> dict[str, Any]:
    """One stub for each of booking's services of storage and quotes."""
    stubs: dict[str, Any] = {
        "customer_storages": customer_storage_service_pb2_grpc.CustomerStorageServiceStub,
        "staff_storages": staff_storage_service_pb2_grpc.StaffStorageServiceStub,
        "quotes": quote_service_pb2_grpc.QuoteServiceStub,
        "staff_quotes": staff_quote_service_pb2_grpc.StaffQuoteServiceStub,
    }
    return {name: remote_stub(stub, channel, caller) for name, stub in stubs.items()}


def payments_stubs(channel: grpc.aio.Channel, caller: Caller) -> dict[str, Any]:
    """One stub for each of payments' services."""
    stubs: dict[str, Any] = {
        "payments": payments_service_pb2_grpc.PaymentsServiceStub,
        "finance": finance_service_pb2_grpc.FinanceServiceStub,
        "refunds": refund_service_pb2_grpc.RefundServiceStub,
        "payment_methods": payment_method_service_pb2_grpc.PaymentMethodServiceStub,
        "payment_links": payment_link_service_pb2_grpc.PaymentLinkServiceStub,
        "reconciliation": reconciliation_service_pb2_grpc.ReconciliationServiceStub,
    }
    return {name: remote_stub(stub, channel, caller) for name, stub in stubs.items()}


def open_channels(settings: GatewaySettings) -> dict[str, grpc.aio.Channel]:
    """One channel for each service; the contracts say which calls may be tried again."""
    contracts = {
        "identity": (settings.identity_target, IDENTITY_CONTRACTS),
        "pricing": (settings.pricing_target, PRICING_CONTRACTS),
        "booking": (settings.booking_target, BOOKING_CONTRACTS),
        "payments": (settings.payments_target, PAYMENTS_CONTRACTS),
        "notifications": (settings.notifications_target, (notifications_service_pb2,)),
    }
    return {name: open_channel(target, *services_of(files)) for name, (target, files) in contracts.items()}


def services_of(contracts: Iterable[Any]) -> list[ServiceDescriptor]:
    """Every gRPC service of these contracts."""
    return [service for contract in contracts for service in contract.DESCRIPTOR.services_by_name.values()]


async def serving(channels: Mapping[str, grpc.aio.Channel]) -> dict[str, bool]:
    """Which services say that they are ready (gRPC health), asked all at once."""
    answers = await asyncio.gather(*(is_serving(channel) for channel in channels.values()))
    return dict(zip(channels, answers, strict=True))


async def is_serving(channel: grpc.aio.Channel) -> bool:
    """Whether the service on `channel` is ready, within a second."""
    try:
        health = health_pb2_grpc.HealthStub(channel)
        answer = await health.Check(health_pb2.HealthCheckRequest(), timeout=HEALTH_DEADLINE_SECONDS)
    except grpc.aio.AioRpcError:
        return False
    return bool(answer.status == health_pb2.HealthCheckResponse.SERVING)
