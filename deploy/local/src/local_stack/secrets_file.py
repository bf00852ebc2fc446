"""Every secret of the local stack: random, made on the first start, kept in the state folder for its owner alone."""

from __future__ import annotations

import base64
import secrets
from pathlib import Path

from local_stack.places import read_json, write_json

SERVICES = ("pricing", "booking", "identity", "payments", "notifications")
SECRETS_VARIABLE = "LOCAL_STACK_SECRETS"
DATA_VARIABLE = "LOCAL_STACK_DATA"
"""Name the secrets file and the data folder to the preparation."""

CALLERS = (*SERVICES, "gateway")


def fresh_secrets() -> dict[str, str]:
    """A new value for each."""
    made = {f"{service}_database": secrets.token_urlsafe(18) for service in SERVICES}
    made |= {f"{caller}_nats": secrets.token_urlsafe(18) for caller in CALLERS}
    made |= {f"{caller}_service": secrets.token_urlsafe(24) for caller in CALLERS}
    return made | {
        "postgres": secrets.token_urlsafe(18),
        "key_encryption": base64.b64encode(secrets.token_bytes(32)).decode(),
        "webhook_encryption": base64.b64encode(secrets.token_bytes(32)).decode(),
        "cookie": secrets.token_urlsafe(32),
        "quote": secrets.token_urlsafe(32),
        "stripe_api_key": f"sk_test_{secrets.token_urlsafe(18)}",
        "stripe_webhook": f"whsec_{secrets.token_urlsafe(18)}",
    }


def open_secrets(path: Path) -> dict[str, str]:
    """The secrets as they were made, with what is new since added."""
    kept = read_json(path)
    known = fresh_secrets() | kept
    if known != kept:
        write_json(path, known, mode=0o600)
    return known
