"""Test cards: what each of Stripe's test payment methods does (https://docs.stripe.com/testing)."""

from __future__ import annotations

from dataclasses import dataclass

from stripe_sandbox.errors import no_such


@dataclass(frozen=True)
class Card:
    """How a card behaves."""

    brand: str = "visa"
    last_four: str = "4242"
    code: str = ""
    decline_code: str = ""
    needs_challenge: bool = False
    charge_fails: bool = False
    """It can be saved, and every charge of it is declined."""
    refund: str = "succeeded"
    """How a refund to it begins: succeeded, or pending until the bank says."""
    is_disputed: bool = False
    """Its owner disputes every charge at once."""


DECLINED = Card(last_four="0002", code="card_declined", decline_code="generic_decline")
INSUFFICIENT = Card(last_four="9995", code="card_declined", decline_code="insufficient_funds")
CHALLENGED = Card(last_four="3220", needs_challenge=True)

CARDS = {
    "pm_card_visa": Card(),
    "pm_card_mastercard": Card(brand="mastercard", last_four="4444"),
    "pm_card_amex": Card(brand="amex", last_four="0005"),
    "pm_card_visa_chargeDeclined": DECLINED,
    "pm_card_chargeDeclined": DECLINED,
    "pm_card_visa_chargeDeclinedInsufficientFunds": INSUFFICIENT,
    "pm_card_chargeDeclinedInsufficientFunds": INSUFFICIENT,
    "pm_card_chargeDeclinedExpiredCard": Card(last_four="0069", code="expired_card", decline_code="expired_card"),
    "pm_card_chargeDeclinedIncorrectCvc": Card(last_four="0127", code="incorrect_cvc", decline_code="incorrect_cvc"),
    "pm_card_chargeCustomerFail": Card(last_four="0341", charge_fails=True),
    "pm_card_pendingRefund": Card(last_four="7726", refund="pending"),
    "pm_card_refundFail": Card(last_four="5126"),
    "pm_card_createDispute": Card(last_four="0259", is_disputed=True),
    "pm_card_threeDSecure2Required": CHALLENGED,
    "pm_card_authenticationRequired": CHALLENGED,
}

MESSAGES = {
    "insufficient_funds": "Your card has insufficient funds.",
    "expired_card": "Your card has expired.",
    "incorrect_cvc": "Your card's security code is incorrect.",
}


def card_of(payment_method: str) -> Card:
    """The card behind a test payment method. Raises StripeError."""
    if payment_method not in CARDS:
        raise no_such("PaymentMethod", payment_method, "payment_method")
    return CARDS[payment_method]


def when_charged(card: Card) -> Card:
    """How a card behaves when it is charged."""
    return DECLINED if card.charge_fails else card


def declined_because(decline_code: str) -> Card:
    """A card that is declined for a reason of the caller's choice."""
    return Card(last_four="0002", code="card_declined", decline_code=decline_code or "generic_decline")


def message_of(card: Card) -> str:
    """What Stripe says of a decline."""
    return MESSAGES.get(card.decline_code, "Your card was declined.")
