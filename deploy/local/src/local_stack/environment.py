"""The environment of each part: the settings that compose gives by files, here by value."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

from local_stack import nats_server, postgres
from local_stack.secrets_file import CALLERS, SERVICES

DOCUMENT_BUCKET = "totetaxi-documents"
MAIL_FROM = "ToteTaxi <bookings@totetaxi.example>"

BENCHED = ("BOOKINGS", "ACCOUNT_BOOKINGS", "PREVIEWS", "PAYMENTS", "SIGN_INS", "ACCOUNT_SIGN_INS", "REGISTRATIONS")
BENCH_LIMITS = {f"GATEWAY_{what}_PER_MINUTE": "600000" for what in BENCHED}
"""Here one machine is every client, and benchmarks are run; look-ups and links keep the limits they have everywhere."""

AWS_CREDENTIALS = {
    "AWS_REGION": "us-east-1",
    "AWS_ACCESS_KEY_ID": "stand-in",
    "AWS_SECRET_ACCESS_KEY": "stand-in",
}
"""The stand-in believes everybody."""

Secrets = Mapping[str, str]
Ports = Mapping[str, int]


def target(ports: Ports, service: str) -> str:
    """Where a service answers gRPC."""
    return f"127.0.0.1:{ports[service]}"


def service_environment(service: str, secrets: Secrets, ports: Ports) -> dict[str, str]:
    """What each of the five needs."""
    name = service.upper()
    settings = {
        f"{name}_DATABASE_URL": postgres.url(ports["postgres"], service, secrets[f"{service}_database"], service),
        f"{name}_NATS_URL": nats_server.url(ports["nats"], service, secrets[f"{service}_nats"]),
        f"{name}_GRPC_ADDRESS": target(ports, service),
        f"{name}_SERVICE_SECRET": secrets[f"{service}_service"],
    }
    if service != "identity":
        settings[f"{name}_IDENTITY_TARGET"] = target(ports, "identity")
    return settings


def own_settings(secrets: Secrets, ports: Ports, gateway_port: int, mail_port: int) -> dict[str, dict[str, str]]:
    """What single services need besides."""
    sandbox = f"http://127.0.0.1:{ports['stripe-sandbox']}"
    return {
        "booking": {
            "BOOKING_PRICING_TARGET": target(ports, "pricing"),
            "BOOKING_PUBLIC_URL": f"http://127.0.0.1:{gateway_port}",
            "BOOKING_PAYMENTS_TARGET": target(ports, "payments"),
            "BOOKING_DOCUMENT_BUCKET": DOCUMENT_BUCKET,
            "BOOKING_AWS_ENDPOINT_URL": f"http://127.0.0.1:{mail_port}",
            **AWS_CREDENTIALS,
        },
        "identity": {
            "IDENTITY_SERVICE_SECRETS": json.dumps({caller: secrets[f"{caller}_service"] for caller in CALLERS}),
            "IDENTITY_KEY_ENCRYPTION_KEY": secrets["key_encryption"],
        },
        "payments": {
            "PAYMENTS_BOOKING_TARGET": target(ports, "booking"),
            "PAYMENTS_STRIPE_API_KEY": secrets["stripe_api_key"],
            "PAYMENTS_STRIPE_API_BASE": sandbox,
            "PAYMENTS_STRIPE_SANDBOX_URL": sandbox,
            "PAYMENTS_STRIPE_WEBHOOK_SECRETS": secrets["stripe_webhook"],
        },
        "notifications": {
            "NOTIFICATIONS_AWS_ENDPOINT_URL": f"http://127.0.0.1:{mail_port}",
            "NOTIFICATIONS_MAIL_FROM": MAIL_FROM,
            "NOTIFICATIONS_WEBHOOK_ENCRYPTION_KEY": secrets["webhook_encryption"],
            "NOTIFICATIONS_WEBHOOK_PRIVATE_TARGETS": "true",
            "NOTIFICATIONS_PUBLIC_URL": f"http://127.0.0.1:{gateway_port}",
            **AWS_CREDENTIALS,
            "NOTIFICATIONS_BOOKING_TARGET": target(ports, "booking"),
            "NOTIFICATIONS_STAFF_EMAIL": "office@totetaxi.example",
            "NOTIFICATIONS_TEXT_TRANSPORT": "sns",
            "NOTIFICATIONS_TEXT_QUIET_HOURS": "false",
        },
        "pricing": {"PRICING_QUOTE_SECRET": secrets["quote"]},
    }


def gateway_environment(secrets: Secrets, ports: Ports, gateway_port: int) -> dict[str, str]:
    """What the gateway needs."""
    targets = {f"GATEWAY_{service.upper()}_TARGET": target(ports, service) for service in SERVICES}
    return targets | {
        "GATEWAY_ADDRESS": f"127.0.0.1:{gateway_port}",
        "GATEWAY_NATS_URL": nats_server.url(ports["nats"], "gateway", secrets["gateway_nats"]),
        "GATEWAY_SERVICE_SECRET": secrets["gateway_service"],
        "GATEWAY_COOKIE_SECRET": secrets["cookie"],
        **BENCH_LIMITS,
    }


def stand_in_environment(
    secrets: Secrets, ports: Ports, gateway_port: int, mail_port: int, data: Path
) -> dict[str, str]:
    """What the stand-ins for Stripe and AWS need."""
    return {
        "STRIPE_SANDBOX_ADDRESS": target(ports, "stripe-sandbox"),
        "STRIPE_SANDBOX_STATE": str(data / "stripe.sqlite3"),
        "STRIPE_SANDBOX_WEBHOOK_URL": f"http://127.0.0.1:{gateway_port}/api/payments/webhook/",
        "STRIPE_SANDBOX_WEBHOOK_SECRET": secrets["stripe_webhook"],
        "STRIPE_SANDBOX_API_KEY": secrets["stripe_api_key"],
        "AWS_STAND_IN_ADDRESS": f"127.0.0.1:{mail_port}",
        "AWS_STAND_IN_STATE": str(data),
    }


def inherited() -> dict[str, str]:
    """What every part gets: where programs are, and that this is a local stack."""
    return {**os.environ, "TOTETAXI_ENVIRONMENT": "local", "PYTHONUNBUFFERED": "1"}
