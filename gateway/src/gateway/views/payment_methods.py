"""Saved cards and payment links on their way out."""

from __future__ import annotations

from totetaxi.payments.v1 import payment_link_service_pb2 as links
from totetaxi.payments.v1 import payment_method_service_pb2 as methods

from gateway.schemas import payment_methods as schema
from gateway.views.words import dollars, instant


def payment_method(each: methods.PaymentMethod) -> schema.PaymentMethod:
    """A saved card."""
    return schema.PaymentMethod(
        id=each.id,
        brand=each.brand,
        last_four=each.last_four,
        expiry_month=each.expiry_month,
        expiry_year=each.expiry_year,
        is_default=each.is_default,
        is_expired=each.is_expired,
        created_at=instant(each.created_at),
    )


def payment_link(each: links.PaymentLink) -> schema.PaymentLink:
    """A link without its token."""
    return schema.PaymentLink.model_validate(
        {
            "id": each.id,
            "booking_number": each.booking_number,
            "amount_cents": each.amount_cents,
            "amount_dollars": dollars(each.amount_cents),
            "status": links.PaymentLinkStatus.Name(each.status).removeprefix("PAYMENT_LINK_STATUS_").lower(),
            "created_at": instant(each.created_at),
            "expires_at": instant(each.expires_at),
        }
    )
