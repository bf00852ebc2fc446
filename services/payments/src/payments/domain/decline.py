"""Why a bank said no, in a customer's words (Stripe's decline codes: https://docs.stripe.com/declines/codes)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

ANOTHER_CARD = "The card can't be used; please try another card."
"""Also where the bank suspects theft: whoever holds the card must not learn that."""
TRY_AGAIN = "The bank could not process the payment; please try again in a moment."
CALL_YOUR_BANK = "The bank declined the payment; please call it, or try another card."
CHECK_THE_NUMBER = "The card number is not right; please check it and try again."
CHECK_THE_CODE = "The security code is not right; please check it and try again."
CHECK_THE_EXPIRY = "The expiry date is not right; please check it and try again."
CHECK_THE_ZIP = "The billing ZIP code is not the card's; please check it and try again."
LIMIT = "The card's limit is reached; please try another card or ask your bank."
CONFIRM = "The bank wants to see you confirm the payment; please try again and confirm it."
NOT_FOR_THIS = "The card does not take purchases like this; please try another card."
OTHERWISE = "The card was declined; please try another card or ask your bank."

WORDS = {
    "insufficient_funds": "The card has insufficient funds; please try another card.",
    "expired_card": "The card has expired; please try another card.",
    **dict.fromkeys(("lost_card", "stolen_card", "pickup_card", "restricted_card", "fraudulent"), ANOTHER_CARD),
    **dict.fromkeys(("merchant_blacklist", "security_violation", "invalid_account"), ANOTHER_CARD),
    **dict.fromkeys(("processing_error", "issuer_not_available", "reenter_transaction", "try_again_later"), TRY_AGAIN),
    **dict.fromkeys(("call_issuer", "do_not_honor", "no_action_taken", "not_permitted"), CALL_YOUR_BANK),
    **dict.fromkeys(("new_account_information_available", "revocation_of_authorization"), CALL_YOUR_BANK),
    **dict.fromkeys(("revocation_of_all_authorizations", "stop_payment_order"), CALL_YOUR_BANK),
    **dict.fromkeys(("incorrect_number", "invalid_number"), CHECK_THE_NUMBER),
    **dict.fromkeys(("incorrect_cvc", "invalid_cvc"), CHECK_THE_CODE),
    **dict.fromkeys(("invalid_expiry_month", "invalid_expiry_year"), CHECK_THE_EXPIRY),
    **dict.fromkeys(("incorrect_zip", "incorrect_address"), CHECK_THE_ZIP),
    **dict.fromkeys(("card_velocity_exceeded", "withdrawal_count_limit_exceeded"), LIMIT),
    **dict.fromkeys(("authentication_required", "approve_with_id"), CONFIRM),
    **dict.fromkeys(("card_not_supported", "currency_not_supported", "service_not_allowed"), NOT_FOR_THIS),
    "transaction_not_allowed": NOT_FOR_THIS,
    "duplicate_transaction": "The bank has seen the same payment just now; please check your statement first.",
    "payment_intent_authentication_failure": "The bank could not confirm that it was you; please try again.",
    "setup_intent_authentication_failure": "The bank could not confirm that it was you; please try again.",
}


def words_for(error: Mapping[str, Any] | None) -> str:
    """One sentence for Stripe's `last_payment_error`; empty when there is none. Never more than a customer may know."""
    if not error:
        return ""
    return WORDS.get(str(error.get("decline_code"))) or WORDS.get(str(error.get("code"))) or OTHERWISE
