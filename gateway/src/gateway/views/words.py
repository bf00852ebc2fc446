"""Enumerations as the words of the REST contract: SERVICE_TYPE_MINI_MOVE is `mini_move`."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import cache
from typing import Literal, cast

from google.protobuf.descriptor import EnumDescriptor
from google.protobuf.message import Message
from google.protobuf.timestamp_pb2 import Timestamp
from totetaxi.booking.v1.booking_pb2 import BookingStatus, PickupWindow
from totetaxi.identity.v1.address_service_pb2 import AddressPurpose
from totetaxi.payments.v1.payment_pb2 import PaymentStatus
from totetaxi.payments.v1.payments_service_pb2 import SandboxOutcome
from totetaxi.pricing.v1.catalog_pb2 import ServiceType, Tier
from totetaxi.pricing.v1.price_pb2 import LineKind

from gateway.schemas.members import BookingStatusWord

CENTS = 100

INSIDE_A_NAME = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@cache
def words_of(enum: EnumDescriptor) -> dict[int, str]:
    """The word of each value: its name without the enumeration's, in small letters."""
    prefix = INSIDE_A_NAME.sub("_", enum.name).upper() + "_"
    return {value.number: value.name.removeprefix(prefix).lower() for value in enum.values}


@cache
def numbers_of(enum: EnumDescriptor) -> dict[str, int]:
    """The way back."""
    return {word: number for number, word in words_of(enum).items()}


AddressPurposeWord = Literal["pickup", "delivery"]


def service_type_word(value: ServiceType) -> str:
    """`mini_move`, `standard_delivery`, …"""
    return words_of(ServiceType.DESCRIPTOR)[value]


def service_type_of(word: str) -> ServiceType:
    """The way back."""
    return cast("ServiceType", numbers_of(ServiceType.DESCRIPTOR)[word])


def tier_word(value: Tier) -> str:
    """`petite`, `standard` or `full`."""
    return words_of(Tier.DESCRIPTOR)[value]


def line_kind_word(value: LineKind) -> str:
    """`base`, `date_surcharge`, …"""
    return words_of(LineKind.DESCRIPTOR)[value]


def pickup_time_word(value: PickupWindow) -> str:
    """`morning`, `afternoon` or `evening`."""
    return words_of(PickupWindow.DESCRIPTOR)[value]


def pickup_window_of(word: str) -> PickupWindow:
    """The way back."""
    return cast("PickupWindow", numbers_of(PickupWindow.DESCRIPTOR)[word])


def booking_status_word(value: BookingStatus) -> str:
    """`pending`, `confirmed`, `paid`, …"""
    return words_of(BookingStatus.DESCRIPTOR)[value]


def booking_status_of(word: BookingStatusWord) -> BookingStatus:
    """The way back."""
    return cast("BookingStatus", numbers_of(BookingStatus.DESCRIPTOR)[word])


def payment_status_word(value: PaymentStatus) -> str:
    """`pending`, `succeeded`, …"""
    return words_of(PaymentStatus.DESCRIPTOR)[value]


def sandbox_outcome_of(word: str) -> SandboxOutcome:
    """`succeeded` or `failed`."""
    return cast("SandboxOutcome", numbers_of(SandboxOutcome.DESCRIPTOR)[word])


def address_purpose_of(word: AddressPurposeWord | None) -> AddressPurpose:
    """Pickup, delivery, or either where nobody said."""
    return cast("AddressPurpose", AddressPurpose.Value(f"ADDRESS_PURPOSE_{(word or 'unspecified').upper()}"))


def sign_in_path(*, is_staff: bool) -> str:
    """Where an account signs in."""
    return "/api/staff/auth/login/" if is_staff else "/api/customer/auth/login/"


def dollars(amount_cents: int) -> float:
    """Cents as the JSON number of dollars that prints exactly to the cent; nothing is computed with it.

    The quotient of two integers is the float nearest to it, and that prints with at most two decimals.
    """
    return amount_cents / CENTS


def instant(timestamp: Timestamp) -> datetime:
    """An instant, UTC."""
    return timestamp.ToDatetime(tzinfo=UTC)


def instant_or_none(answer: Message, member: str) -> datetime | None:
    """The instant in `member`; None where the answer has none."""
    return instant(getattr(answer, member)) if answer.HasField(member) else None
