"""Discount codes and credit, on their way in and out."""

from __future__ import annotations

from totetaxi.pricing.v1 import promotion_service_pb2 as message

from gateway.schemas import credit as credit_schema
from gateway.schemas import promotions as schema
from gateway.views.messages import message_of, plain
from gateway.views.words import dollars


def create_request(sent: schema.NewPromotion) -> message.CreatePromotionRequest:
    """A new code."""
    return message_of(message.CreatePromotionRequest, sent.model_dump(exclude_none=True))


def update_request(promotion_id: str, sent: schema.PromotionChange) -> message.UpdatePromotionRequest:
    """What changes; what wasn't sent stays absent."""
    return message.UpdatePromotionRequest(promotion_id=promotion_id, **sent.model_dump(exclude_none=True))


def promotion(each: message.Promotion) -> schema.Promotion:
    """One code."""
    return schema.Promotion.model_validate(plain(each))


def credit(answer: message.GetCreditResponse) -> credit_schema.Credit:
    """What can be spent, and what it is made of."""
    return credit_schema.Credit(
        balance_cents=answer.balance_cents,
        balance_dollars=dollars(answer.balance_cents),
        entries=[credit_entry(each) for each in answer.entries],
        next_cursor=answer.next_page_token,
    )


def credit_entry(each: message.CreditEntry) -> credit_schema.CreditEntry:
    """One movement."""
    return credit_schema.CreditEntry.model_validate(plain(each) | {"amount_dollars": dollars(each.amount_cents)})


def balance(balance_cents: int) -> credit_schema.CreditBalance:
    """What can be spent now."""
    return credit_schema.CreditBalance(balance_cents=balance_cents, balance_dollars=dollars(balance_cents))
