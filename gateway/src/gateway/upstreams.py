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

from gateway.contracts import CONTRACTS, Contract
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
    partner_webhooks: Any
    staff_messages: Any
    """StaffMessageServiceAsyncStub, whose calls here also take `deadline_seconds`: a test waits for the provider."""
    payments: Any
    finance: Any
    refunds: Any
    payment_methods: Any
    payment_links: Any
    reconciliation: Any
    invoices: Any
    """Stubs of payments' services, whose calls here also take `deadline_seconds`: Stripe may be slow."""
    customer_storages: Any
    staff_storages: Any
    quotes: Any
    waiting_list: Any
    reports: Any
    staff_quotes: Any
    companies: Any
    staff_companies: Any
    claims: Any
    handovers: Any
    documents: Any
    """Stubs whose calls here also take `deadline_seconds`: files are fetched and looked at meanwhile."""
    mail_feedback: Any
    logistics: Any
    driver_days: Any
    tracking: Any
    booking_events: Any
    route_plans: Any
    """A stub whose calls here also take `deadline_seconds`: a plan takes its time."""

    async def close(self) -> None:
        """Closes every channel."""
        await asyncio.gather(*(channel.close() for channel in self.channels.values()))


def open_upstreams(settings: GatewaySettings, clock: Clock) -> Upstreams:
    """Channels connect on first use, so that the gateway starts while its services are away."""
    channels = open_channels(settings)
    secret = settings.service_secret.get_secret_value()
    caller = Caller("gateway", secret, channels["identity"], PrincipalVerifier(clock), clock)
    stubs = {
        name: remote_stub(contract.stub, channels[service], caller)
        for service, contracts in CONTRACTS.items()
        for name, contract in contracts.items()
    }
    return Upstreams(channels=channels, caller=caller, **stubs)


def open_channels(settings: GatewaySettings) -> dict[str, grpc.aio.Channel]:
    """One channel for each service; the contracts say which calls may be tried again."""
    return {
        service: open_channel(getattr(settings, f"{service}_target"), *services_of(contracts.values()))
        for service, contracts in CONTRACTS.items()
    }


def services_of(contracts: Iterable[Contract]) -> list[ServiceDescriptor]:
    """Every gRPC service of the files that describe these contracts."""
    return [service for contract in contracts for service in contract.messages.DESCRIPTOR.services_by_name.values()]


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
