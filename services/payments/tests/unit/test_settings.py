"""Keys that don't belong together are refused at start, not at the first customer."""

from __future__ import annotations

import pytest
from payments.settings import PaymentsSettings
from pydantic import ValidationError


def settings(secret: str, publishable: str) -> PaymentsSettings:
    return PaymentsSettings.model_validate(
        {
            "database_url": "postgresql+psycopg://payments@localhost/payments",
            "nats_url": "nats://127.0.0.1:1",
            "booking_target": "dns:///booking:50052",
            "stripe_api_key": secret,
            "stripe_publishable_key": publishable,
            "stripe_webhook_secrets": "whsec_for_tests",
            "stripe_sandbox_url": "http://sandbox",
        }
    )


@pytest.mark.parametrize("pair", [("sk_live_1234", "pk_test_1"), ("sk_test_1234", "pk_live_1"), ("sk_test_1234", "sk")])
def test_a_live_key_beside_a_test_key_is_refused(pair: tuple[str, str]) -> None:
    with pytest.raises(ValidationError, match="stripe_publishable_key"):
        settings(*pair)


@pytest.mark.parametrize(
    ("secret", "publishable", "sandbox"),
    [
        ("sk_test_1234", "", "http://sandbox"),
        ("sk_test_1234", "pk_test_1", "http://sandbox"),
        ("rk_live_12", "pk_live_1", ""),
    ],
)
def test_keys_of_one_kind_are_taken_and_a_live_one_knows_no_sandbox(
    secret: str, publishable: str, sandbox: str
) -> None:
    assert settings(secret, publishable).sandbox_url() == sandbox
