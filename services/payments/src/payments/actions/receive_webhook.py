"""Receive a webhook: verify it, store it raw, and only then say that it came."""

from __future__ import annotations

import json
from datetime import datetime

from chassis.database import Database
from chassis.refusal import Invalid
from prometheus_client import Counter

from payments.settings import PaymentsSettings
from payments.store import webhooks as store
from payments.stripe_account.signatures import is_signed

BAD_SIGNATURES = Counter(
    "totetaxi_webhook_bad_signatures_total", "Webhooks that were not signed by Stripe; alert on any"
)
RECEIVED = Counter("totetaxi_webhooks_received_total", "Webhooks that were stored", ["type"])


async def receive_webhook(
    database: Database, settings: PaymentsSettings, payload: bytes, signature: str, now: datetime
) -> bool:
    """Stores a webhook and says whether it was stored before. Raises Invalid when Stripe did not sign it."""
    if not is_signed(payload, signature, settings.webhook_secrets(), settings.stripe_webhook_tolerance_seconds):
        BAD_SIGNATURES.inc()
        raise Invalid(
            "bad_signature", "The Stripe-Signature header does not sign this body with our secret.", "signature"
        )
    event_id, event_type = name_of(payload)
    async with database.transaction() as connection:
        is_new = await store.add_event(connection, event_id, event_type, payload, now)
    RECEIVED.labels(event_type).inc()
    return not is_new


def name_of(payload: bytes) -> tuple[str, str]:
    """Id and type of a signed event. Raises Invalid when it is no event."""
    try:
        event = json.loads(payload)
        return str(event["id"]), str(event["type"])
    except (ValueError, KeyError, TypeError) as error:
        raise Invalid("not_an_event", "The body must be an event of Stripe, with id and type.", "payload") from error
