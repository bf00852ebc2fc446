"""Between the domain and the contract: promotions and credit."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from uuid import UUID

from google.protobuf.timestamp_pb2 import Timestamp
from totetaxi.pricing.v1 import price_pb2, promotion_service_pb2

from pricing.domain.conditions import PromotionTerms
from pricing.domain.promotion import Promotion, normalised_code
from pricing.messages import service_type_name, service_type_value
from pricing.store.credit import Movement


def promotion_of(
    message: promotion_service_pb2.CreatePromotionRequest, promotion_id: UUID, created_by: str, now: datetime
) -> Promotion:
    """The promotion that staff ask for."""
    return Promotion(
        terms=PromotionTerms(
            promotion_id=str(promotion_id),
            code=normalised_code(message.code),
            name=message.name.strip(),
            basis_points=message.basis_points,
            fixed_amount_cents=message.fixed_amount_cents,
            maximum_discount_cents=message.maximum_discount_cents,
        ),
        minimum_spend_cents=message.minimum_spend_cents,
        service_types=frozenset(service_type_name(value) for value in message.service_types),
        starts_at=instant_of(message.starts_at) if message.HasField("starts_at") else now,
        ends_at=instant_of(message.ends_at) if message.HasField("ends_at") else None,
        total_limit=message.total_limit,
        per_customer_limit=message.per_customer_limit,
        is_first_booking_only=message.is_first_booking_only,
        use_count=0,
        created_by=created_by,
        created_at=now,
    )


def promotion_message(promotion: Promotion) -> promotion_service_pb2.Promotion:
    """A promotion as staff see it."""
    return promotion_service_pb2.Promotion(
        id=promotion.terms.promotion_id,
        terms=price_pb2.PromotionTerms(**asdict(promotion.terms)),
        minimum_spend_cents=promotion.minimum_spend_cents,
        service_types=[service_type_value(name) for name in sorted(promotion.service_types)],
        starts_at=timestamp(promotion.starts_at),
        ends_at=timestamp(promotion.ends_at) if promotion.ends_at else None,
        total_limit=promotion.total_limit,
        per_customer_limit=promotion.per_customer_limit,
        is_first_booking_only=promotion.is_first_booking_only,
        use_count=promotion.use_count,
        created_by=promotion.created_by,
        created_at=timestamp(promotion.created_at),
    )


def entry_message(movement: Movement) -> promotion_service_pb2.CreditEntry:
    """A movement of credit as the customer sees it."""
    return promotion_service_pb2.CreditEntry(
        id=str(movement.id),
        amount_cents=movement.amount_cents,
        cause=f"CREDIT_CAUSE_{movement.cause.upper()}",
        booking_id=str(movement.booking_id or ""),
        reason=movement.reason,
        created_at=timestamp(movement.created_at),
    )


def instant_of(message: Timestamp) -> datetime:
    """An instant, UTC."""
    return message.ToDatetime(tzinfo=UTC)


def timestamp(instant: datetime) -> Timestamp:
    """An instant on the wire."""
    message = Timestamp()
    message.FromDatetime(instant)
    return message
