"""A service proves itself with its own secret and no other."""

import pytest
from chassis.refusal import UnknownCaller
from identity.domain.service_secrets import ServiceSecrets

SECRETS = ServiceSecrets({"pricing": "pricing-secret", "booking": "booking-secret"})


def refusal_of(service: str, secret: str) -> tuple[str, str]:
    with pytest.raises(UnknownCaller) as refused:
        SECRETS.prove(service, secret)
    return refused.value.slug, refused.value.message


def test_the_right_secret_is_accepted() -> None:
    SECRETS.prove("pricing", "pricing-secret")


def test_another_services_secret_is_refused() -> None:
    assert refusal_of("pricing", "booking-secret")[0] == "service_secret_refused"


def test_an_unknown_service_gets_the_same_answer_as_a_wrong_secret() -> None:
    assert refusal_of("nobody", "x") == refusal_of("pricing", "x")
