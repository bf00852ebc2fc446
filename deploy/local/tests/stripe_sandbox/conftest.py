"""The sandbox as a process, a real SDK client of it, and an endpoint that receives its webhooks."""

from __future__ import annotations

import http.server
import os
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
import stripe
from local_stack.bound_to_parent import bound_to_parent
from local_stack.ports import free_port
from waiting import until

KEY = "sk_test_for_tests_only"
SECRET = "whsec_for_tests_only"
LOOK_EVERY_SECONDS = 0.02
"""How soon the endpoint notices that it shall close."""


class Endpoint:
    """A web server that takes webhooks; the first ones may be refused."""

    def __init__(self) -> None:
        self.received: list[tuple[bytes, str]] = []
        self.refuse_next = 0
        endpoint = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                refused = endpoint.refuse_next > 0
                endpoint.refuse_next -= refused
                if not refused:
                    endpoint.received.append((body, self.headers["Stripe-Signature"]))
                self.send_response(500 if refused else 200)
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                """Says nothing."""

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, args=(LOOK_EVERY_SECONDS,), daemon=True).start()

    def events(self) -> list[Any]:
        """What came, verified as a customer of Stripe verifies it."""
        return [stripe.Webhook.construct_event(body, signed, SECRET) for body, signed in self.received]  # type: ignore[no-untyped-call]


class Sandbox:
    """The sandbox's process over one state file."""

    def __init__(self, state: Path, webhook_url: str) -> None:
        self.url = f"http://127.0.0.1:{free_port()}"
        self._environment = os.environ | {
            "STRIPE_SANDBOX_ADDRESS": self.url.removeprefix("http://"),
            "STRIPE_SANDBOX_STATE": str(state),
            "STRIPE_SANDBOX_WEBHOOK_URL": webhook_url,
            "STRIPE_SANDBOX_WEBHOOK_SECRET": SECRET,
            "STRIPE_SANDBOX_API_KEY": KEY,
        }
        self._process: subprocess.Popen[bytes] | None = None

    async def start(self) -> None:
        self.launch()
        await until(self.is_up)

    def launch(self) -> None:
        command = [sys.executable, "-m", "stripe_sandbox", "serve"]
        self._process = subprocess.Popen(bound_to_parent(command), env=self._environment, stderr=subprocess.DEVNULL)

    def is_up(self) -> bool:
        try:
            return requests.get(f"{self.url}/sandbox/health", timeout=1).ok
        except requests.ConnectionError:
            return False

    def kill(self) -> None:
        """kill -9."""
        if self._process:
            self._process.kill()
            self._process.wait()

    def client(self, key: str = KEY) -> Any:
        """The SDK's own client, which tries once."""
        return stripe.StripeClient(key, base_addresses={"api": self.url}, max_network_retries=0).v1

    def misbehave(self, **faults: float) -> None:
        """Makes things go wrong on purpose."""
        requests.post(f"{self.url}/sandbox/faults", json=faults, timeout=5)

    def confirm(self, intent_id: str, outcome: str) -> Any:
        """What a customer does at the payment page."""
        url = f"{self.url}/sandbox/payment_intents/{intent_id}/confirm"
        return requests.post(url, json={"outcome": outcome}, timeout=5).json()


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    """Where webhooks go."""
    listening = Endpoint()
    yield listening
    listening.server.shutdown()


@pytest.fixture
async def sandbox(tmp_path: Path, endpoint: Endpoint) -> AsyncIterator[Sandbox]:
    """A sandbox that runs."""
    started = Sandbox(tmp_path / "stripe.sqlite3", endpoint.url)
    await started.start()
    yield started
    started.kill()
