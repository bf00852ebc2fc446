"""Principals are believed only when identity signed them and while they last."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from chassis.clock import FixedClock
from chassis.principal import ISSUER, PrincipalVerifier, UnknownKeyError
from chassis.refusal import UnknownCaller
from joserfc import jwt
from joserfc.jwk import OKPKey

NOON = datetime(2027, 6, 2, 16, tzinfo=UTC)


def new_key(key_id: str) -> OKPKey:
    return OKPKey.generate_key("Ed25519", {"kid": key_id})


def signed(key: OKPKey, **changes: Any) -> str:
    claims = {"iss": ISSUER, "sub": "visitor", "kind": "anonymous", "exp": int(NOON.timestamp()) + 60, **changes}
    return jwt.encode({"alg": "Ed25519", "kid": key.kid}, claims, key, algorithms=["Ed25519"])


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture
def key() -> OKPKey:
    return new_key("first")


@pytest.fixture
def verifier(clock: FixedClock, key: OKPKey) -> PrincipalVerifier:
    verifier = PrincipalVerifier(clock)
    verifier.use_keys({"keys": [key.as_dict(private=False)]})
    return verifier


def test_a_signed_principal_is_believed(verifier: PrincipalVerifier, key: OKPKey) -> None:
    principal = verifier.verify(signed(key, scopes=["bookings:read"]))
    assert (principal.kind, principal.id, principal.scopes) == ("anonymous", "visitor", frozenset({"bookings:read"}))


def test_a_key_acts_for_the_customer_that_identity_names(verifier: PrincipalVerifier, key: OKPKey) -> None:
    assert verifier.verify(signed(key, kind="api_key", sub="key-1", on_behalf_of="ada")).customer_id == "ada"
    assert verifier.verify(signed(key, kind="api_key", sub="key-1")).customer_id == ""
    assert verifier.verify(signed(key, kind="customer", sub="ada", sid="session-1")).customer_id == "ada"
    assert verifier.verify(signed(key, kind="staff", sub="eve")).customer_id == ""


def test_a_principal_names_its_session(verifier: PrincipalVerifier, key: OKPKey) -> None:
    assert verifier.verify(signed(key, kind="customer", sid="session-1")).session_id == "session-1"


def test_a_principal_is_over_when_it_expires(verifier: PrincipalVerifier, key: OKPKey, clock: FixedClock) -> None:
    token = signed(key)
    verifier.verify(token)
    clock.instant += timedelta(seconds=61)
    with pytest.raises(UnknownCaller, match="expired"):
        verifier.verify(token)


def test_a_principal_under_a_known_key_id_with_another_key_is_forged(verifier: PrincipalVerifier) -> None:
    with pytest.raises(UnknownCaller):
        verifier.verify(signed(new_key("first")))


def test_a_new_key_is_asked_for_before_a_principal_is_refused(verifier: PrincipalVerifier, key: OKPKey) -> None:
    second = new_key("second")
    with pytest.raises(UnknownKeyError):
        verifier.verify(signed(second))
    verifier.use_keys({"keys": [key.as_dict(private=False), second.as_dict(private=False)]})
    assert verifier.verify(signed(second)).id == "visitor"


def test_a_retired_key_is_no_longer_believed(verifier: PrincipalVerifier, key: OKPKey) -> None:
    token = signed(key)
    verifier.verify(token)
    verifier.use_keys({"keys": [new_key("second").as_dict(private=False)]})
    with pytest.raises(UnknownKeyError):
        verifier.verify(token)


@pytest.mark.parametrize("token", ["", "nonsense", "a.b.c", "e30.e30.e30"])
def test_what_is_no_token_is_refused(verifier: PrincipalVerifier, token: str) -> None:
    with pytest.raises((UnknownCaller, UnknownKeyError)):
        verifier.verify(token)


def test_another_issuer_is_refused(verifier: PrincipalVerifier, key: OKPKey) -> None:
    with pytest.raises(UnknownCaller):
        verifier.verify(signed(key, iss="somebody"))


def test_an_unsigned_token_is_refused(verifier: PrincipalVerifier, key: OKPKey) -> None:
    header, claims, _ = signed(key).split(".")
    with pytest.raises(UnknownCaller):
        verifier.verify(f"{header}.{claims}.")
