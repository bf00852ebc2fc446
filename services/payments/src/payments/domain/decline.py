"""Why a bank said no, in a customer's words (Stripe's decline codes: https://docs.stripe.com/declines/codes)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

WORDS = {
    "insufficient_funds": "The card has insufficient funds; please try another card.",
    "lost_card": "The card can't be used; please try another card.",
    "stolen_card": "The card can't be used; please try another card.",
    "expired_card": "The card has expired; please try another card.",
    "incorrect_cvc": "The security code is not right; please check it and try again.",
    "incorrect_number": "The card number is not right; please check it and try again.",
    "processing_error": "The bank could not process the payment; please try again in a moment.",
    "card_velocity_exceeded": "The card's limit is reached; please try another card or ask your bank.",
    "authentication_required": "The bank wants to see you confirm the payment; please try again and confirm it.",
    "payment_intent_authentication_failure": "The bank could not confirm that it was you; please try again.",
}
OTHERWISE = "The card was declined; please try another card or ask your bank."


def words_for(error: Mapping[str, Any] | None) -> str:
    """One sentence for Stripe's `last_payment_error`; empty when there is none. Never more than a customer may know."""
    if not error:
        return ""
    return WORDS.get(str(error.get("decline_code"))) or WORDS.get(str(error.get("code"))) or OTHERWISE
