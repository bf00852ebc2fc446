"""Enumerations as the words of the REST contract: SERVICE_TYPE_MINI_MOVE is `mini_move`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal, cast

from google.protobuf.message import Message
from google.protobuf.timestamp_pb2 import Timestamp
from totetaxi.booking.v1.booking_pb2 import BookingStatus, PickupWindow
from totetaxi.identity.v1.address_service_pb2 import AddressPurpose
from totetaxi.payments.v1.payment_pb2 import PaymentStatus
from totetaxi.payments.v1.payments_service_pb2 import SandboxOutcome
from totetaxi.pricing.v1.catalog_pb2 import ServiceType, Tier

from chassis import money
from gateway.schemas.members import BookingStatusWord

AddressPurposeWord = Literal["pickup", "delivery"]


def service_type_word(value: ServiceType) -> str:
    """`mini_move`, `standard_delivery`, …"""
    return ServiceType.Name(value).removeprefix("SERVICE_TYPE_").lower()


def service_type_of(word: str) -> ServiceType:
    """The way back."""
    return cast("ServiceType", ServiceType.Value(f"SERVICE_TYPE_{word.upper()}"))


def tier_word(value: Tier) -> str:
    """`petite`, `standard` or `full`."""
    return Tier.Name(value).removeprefix("TIER_").lower()


def pickup_time_word(value: PickupWindow) -> str:
    """`morning`, `afternoon` or `evening`."""
    return PickupWindow.Name(value).removeprefix("PICKUP_WINDOW_").lower()


def pickup_window_of(word: str) -> PickupWindow:
    """The way back."""
    return cast("PickupWindow", PickupWindow.Value(f"PICKUP_WINDOW_{word.upper()}"))


def booking_status_word(value: BookingStatus) -> str:
    """`pending`, `confirmed`, `paid`, …"""
    return BookingStatus.Name(value).removeprefix("BOOKING_STATUS_").lower()


def booking_status_of(word: BookingStatusWord) -> BookingStatus:
    """The way back."""
    return cast("BookingStatus", BookingStatus.Value(f"BOOKING_STATUS_{word.upper()}"))


def payment_status_word(value: PaymentStatus) -> str:
    """`pending`, `succeeded`, …"""
    return PaymentStatus.Name(value).removeprefix("PAYMENT_STATUS_").lower()


def sandbox_outcome_of(word: str) -> SandboxOutcome:
    """`succeeded` or `failed`."""
    return cast("SandboxOutcome", SandboxOutcome.Value(f"SANDBOX_OUTCOME_{word.upper()}"))


def address_purpose_of(word: AddressPurposeWord | None) -> AddressPurpose:
    """Pickup, delivery, or either where nobody said."""
    return cast("AddressPurpose", AddressPurpose.Value(f"ADDRESS_PURPOSE_{(word or 'unspecified').upper()}"))


def sign_in_path(*, is_staff: bool) -> str:
    """Where an account signs in."""
    return "/api/staff/auth/login/" if is_staff else "/api/customer/auth/login/"


def dollars(amount_cents: int) -> float:
    """Cents as the JSON number of dollars that prints exactly to the cent; nothing is computed with it."""
    return float(money.dollars(amount_cents))


def instant(timestamp: Timestamp) -> datetime:
    """An instant, UTC."""
    return timestamp.ToDatetime(tzinfo=UTC)


def instant_or_none(answer: Message, member: str) -> datetime | None:
    """The instant in `member`; None where the answer has none."""
    return instant(getattr(answer, member)) if answer.HasField(member) else None
