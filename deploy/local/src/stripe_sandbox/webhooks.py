"""Webhooks: signed as Stripe signs, delivered until they arrive, also after a restart."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import random
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from typing import Any
from urllib.error import URLError

from stripe_sandbox.store import Store

PAUSES = (0.2, 0.5, 1.0, 2.0, 4.0, 8.0, 15.0)
LOOK_EVERY_SECONDS = 0.05
AT_ONCE = 24
ANSWER_SECONDS = 10


@dataclass
class Faults:
    """What goes wrong on purpose, by chance; `fail_requests` API calls answer 500, `slow_seconds` delays them."""

    drop: float = 0.0
    duplicate: float = 0.0
    copies: int = 1
    """Of every webhook, whatever the dice say."""
    delay_seconds: float = 0.0
    fail_requests: int = 0
    slow_seconds: float = 0.0
    dice: random.Random = field(default_factory=lambda: random.Random(0))  # noqa: S311 - faults are no secret


def signature(payload: bytes, secret: str, instant: int) -> str:
    """The Stripe-Signature header (https://docs.stripe.com/webhooks#verify-manually)."""
    signed = hmac.new(secret.encode(), f"{instant}.".encode() + payload, hashlib.sha256).hexdigest()
    return f"t={instant},v1={signed}"


class Deliverer:
    """Carries events to one endpoint."""

    def __init__(self, store: Store, url: str, secret: str, faults: Faults) -> None:
        self._store = store
        self._url = url
        self._secret = secret
        self._faults = faults

    async def run(self) -> None:
        """Delivers for ever."""
        while True:
            due = self._store.due_deliveries(time.time(), AT_ONCE)
            await asyncio.gather(*(self._deliver(*delivery) for delivery in due))
            if not due:
                await asyncio.sleep(LOOK_EVERY_SECONDS)

    async def _deliver(self, delivery: int, event_id: str, attempts: int) -> None:
        event = self._store.find("event", event_id)
        faults = self._faults
        if faults.dice.random() < faults.drop:
            self._store.forget_delivery(delivery)
            return
        await asyncio.sleep(faults.delay_seconds * faults.dice.random())
        copies = faults.copies + (faults.dice.random() < faults.duplicate)
        arrived = [await asyncio.to_thread(self._post, event) for _ in range(copies)]
        if all(arrived):
            self._store.forget_delivery(delivery)
        else:
            self._store.postpone(delivery, time.time() + PAUSES[min(attempts, len(PAUSES) - 1)])

    def _post(self, event: Any) -> bool:
        payload = json.dumps(event).encode()
        headers = {
            "Content-Type": "application/json",
            "Stripe-Signature": signature(payload, self._secret, int(time.time())),
        }
        request = urllib.request.Request(self._url, payload, headers)  # noqa: S310 - the operator's own endpoint
        try:
            with urllib.request.urlopen(request, timeout=ANSWER_SECONDS):  # noqa: S310
                return True
        except (URLError, OSError) as error:
            sys.stderr.write(f"webhook {event['type']} not delivered: {error}\n")
            return False
