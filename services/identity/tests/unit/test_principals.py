"""Principals as the other services verify them."""

from datetime import UTC, datetime, timedelta

import pytest
from chassis.clock import FixedClock
from chassis.identifiers import new_id
from chassis.principal import PrincipalVerifier
from chassis.refusal import UnknownCaller
from identity.domain.principals import ANONYMOUS, LIFETIME, Subject, service_subject, sign
from identity.domain.signing_key import new_key_pair
from joserfc.jwk import OKPKey

NOON = datetime(2027, 6, 2, 12, tzinfo=UTC)


@pytest.fixture
def pair() -> tuple[OKPKey, PrincipalVerifier, FixedClock]:
    keys = new_key_pair(new_id())
    clock = FixedClock(NOON)
    verifier = PrincipalVerifier(clock)
    verifier.use_keys({"keys": [keys.public_key]})
    return OKPKey.import_key(keys.private_key), verifier, clock


def test_a_service_is_verified_as_what_it_is(pair: tuple[OKPKey, PrincipalVerifier, FixedClock]) -> None:
    key, verifier, clock = pair
    principal = verifier.verify(sign(service_subject("pricing"), key, clock.now(), new_id()).token)
    assert (principal.kind, principal.id, principal.role) == ("service", "pricing", "service")


def test_scopes_arrive(pair: tuple[OKPKey, PrincipalVerifier, FixedClock]) -> None:
    key, verifier, clock = pair
    subject = Subject("api_key", "key-1", "partner", ["bookings:read"])
    assert verifier.verify(sign(subject, key, clock.now(), new_id()).token).scopes == {"bookings:read"}


def test_a_principal_lives_for_one_minute(pair: tuple[OKPKey, PrincipalVerifier, FixedClock]) -> None:
    key, verifier, clock = pair
    signed = sign(ANONYMOUS, key, clock.now(), new_id())
    assert signed.expires_at - NOON == LIFETIME == timedelta(seconds=60)
    clock.instant = NOON + timedelta(seconds=59)
    assert verifier.verify(signed.token).kind == "anonymous"
    clock.instant = NOON + LIFETIME
    with pytest.raises(UnknownCaller):
        verifier.verify(signed.token)


def test_another_key_under_the_same_id_is_a_forgery(pair: tuple[OKPKey, PrincipalVerifier, FixedClock]) -> None:
    key, verifier, clock = pair
    forged = OKPKey.generate_key("Ed25519", {"kid": str(key.kid)})
    with pytest.raises(UnknownCaller):
        verifier.verify(sign(ANONYMOUS, forged, clock.now(), new_id()).token)
