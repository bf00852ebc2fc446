"""Whether a webhook is Stripe's."""

from __future__ import annotations

from collections.abc import Sequence

import stripe


def is_signed(payload: bytes, signature: str, secrets: Sequence[str], tolerance_seconds: int) -> bool:
    """Whether `signature` (the Stripe-Signature header) was made over `payload` with one of our secrets, lately."""
    return any(was_signed_with(payload, signature, secret, tolerance_seconds) for secret in secrets)


def was_signed_with(payload: bytes, signature: str, secret: str, tolerance_seconds: int) -> bool:
    """The check for one secret."""
    try:
        stripe.WebhookSignature.verify_header(payload.decode(), signature, secret, tolerance_seconds)
    except (stripe.SignatureVerificationError, UnicodeDecodeError, ValueError):
        return False
    return True
