"""`python -m stripe_sandbox serve`: a stand-in for Stripe on this machine; settings from STRIPE_SANDBOX_… variables."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from pathlib import Path

import uvicorn
from stripe._api_version import _ApiVersion

from stripe_sandbox.application import application
from stripe_sandbox.store import Store
from stripe_sandbox.webhooks import Deliverer, Faults

PREFIX = "STRIPE_SANDBOX_"


def setting(name: str) -> str:
    """STRIPE_SANDBOX_<name>, or what is in the file that STRIPE_SANDBOX_<name>_FILE names. Exits with 2 without it."""
    if path := os.environ.get(f"{PREFIX}{name}_FILE"):
        return Path(path).read_text().strip()
    if not os.environ.get(f"{PREFIX}{name}"):
        sys.stderr.write(f"{PREFIX}{name} is not set; see the sandbox's README.\n")
        raise SystemExit(2)
    return os.environ[f"{PREFIX}{name}"]


async def serve() -> None:
    """Serves the API and delivers webhooks until stopped."""
    host, _, port = setting("ADDRESS").rpartition(":")
    faults = Faults()
    store = Store(Path(setting("STATE")), _ApiVersion.CURRENT)
    deliverer = Deliverer(store, setting("WEBHOOK_URL"), setting("WEBHOOK_SECRET"), faults)
    delivering = asyncio.create_task(deliverer.run())
    app = application(store, setting("API_KEY"), faults)
    await uvicorn.Server(uvicorn.Config(app, host=host, port=int(port), log_level="warning")).serve()
    delivering.cancel()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m stripe_sandbox", description=__doc__)
    parser.add_argument("command", choices=["serve"])
    parser.parse_args()
    asyncio.run(serve())
