"""Makes every secret of the compose stack once, and gives each container only its own, as files.

Run by the `secrets` service before all others. What is in the vault already is kept, so that restarts change nothing;
set STRIPE_API_KEY and STRIPE_WEBHOOK_SECRETS in the environment to use real ones.
"""

from __future__ import annotations

import base64
import json
import os
import secrets
from pathlib import Path

SERVICES = {"pricing": 50051, "booking": 50052, "identity": 50053, "payments": 50054, "notifications": 50055}
CALLERS = (*SERVICES, "gateway")
ROOT = Path("/secrets")
NATS_CONFIGURATION = Path("/opt/nats/nats-server.conf")

Vault = dict[str, str]


def fresh_vault() -> Vault:
    """A new random value for everything that must be secret."""
    vault = {f"{service}_database": secrets.token_urlsafe(24) for service in SERVICES}
    vault |= {f"{caller}_nats": secrets.token_urlsafe(24) for caller in CALLERS}
    vault |= {f"{caller}_service": secrets.token_urlsafe(32) for caller in CALLERS}
    return vault | {
        "postgres": secrets.token_urlsafe(24),
        "key_encryption": base64.b64encode(secrets.token_bytes(32)).decode(),
        "webhook_encryption": base64.b64encode(secrets.token_bytes(32)).decode(),
        "cookie": secrets.token_urlsafe(32),
        "quote": secrets.token_urlsafe(32),
        "stripe_api_key": f"sk_test_{secrets.token_urlsafe(24)}",
        "stripe_webhook": f"whsec_{secrets.token_urlsafe(24)}",
    }


def open_vault(path: Path) -> Vault:
    """The vault as it was, with what is new in this release added."""
    kept: Vault = json.loads(path.read_text()) if path.exists() else {}
    vault = fresh_vault() | kept
    write(path, json.dumps(vault), mode=0o600)
    return vault


def write(path: Path, text: str, mode: int = 0o444) -> None:
    """Writes a file whole or not at all."""
    new = path.with_suffix(".new")
    new.unlink(missing_ok=True)
    new.write_text(text)
    new.chmod(mode)
    new.replace(path)


def give(container: str, **values: str) -> None:
    """Puts values into the volume that only `container` mounts."""
    for name, value in values.items():
        write(ROOT / container / name, value)


def give_all(vault: Vault) -> None:
    """Every container's own."""
    stripe_api_key = os.environ.get("STRIPE_API_KEY") or vault["stripe_api_key"]
    webhook_secrets = os.environ.get("STRIPE_WEBHOOK_SECRETS") or vault["stripe_webhook"]
    for service in SERVICES:
        give(service, **own_secrets(service, vault))
    give("pricing", quote_secret=vault["quote"])
    give("identity", service_secrets=json.dumps({name: vault[f"{name}_service"] for name in CALLERS}))
    give("identity", key_encryption_key=vault["key_encryption"])
    give("notifications", webhook_encryption_key=vault["webhook_encryption"])
    give("payments", stripe_api_key=stripe_api_key, stripe_webhook_secrets=webhook_secrets)
    give("gateway", cookie_secret=vault["cookie"], **caller_secrets("gateway", vault))
    give("stripe", api_key=vault["stripe_api_key"], webhook_secret=vault["stripe_webhook"])
    give("postgres", postgres=vault["postgres"], **{service: vault[f"{service}_database"] for service in SERVICES})
    give("nats", **{"nats-server.conf": nats_configuration(vault)})


def own_secrets(service: str, vault: Vault) -> dict[str, str]:
    """What each of the five services needs."""
    database_url = f"postgresql://{service}:{vault[f'{service}_database']}@postgres:5432/{service}"
    return {"database_url": database_url, **caller_secrets(service, vault)}


def caller_secrets(caller: str, vault: Vault) -> dict[str, str]:
    """What the gateway needs like every service."""
    return {
        "nats_url": f"nats://{caller}:{vault[f'{caller}_nats']}@nats:4222",
        "service_secret": vault[f"{caller}_service"],
    }


def nats_configuration(vault: Vault) -> str:
    """The shared configuration with the passwords it refers to defined above it."""
    passwords = [f'{caller.upper()}_NATS_PASSWORD: "{vault[f"{caller}_nats"]}"' for caller in CALLERS]
    return "\n".join([*passwords, NATS_CONFIGURATION.read_text()])


if __name__ == "__main__":
    give_all(open_vault(ROOT / "vault" / "secrets.json"))
