"""Principals as signed tokens: a compact JWT that says who somebody is for a minute."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from chassis.principal import ISSUER, PrincipalKind
from joserfc import jwt
from joserfc.jwk import OKPKey

from identity.domain.signing_key import ALGORITHM

LIFETIME = timedelta(seconds=60)
"""The longest a revoked right can still be used (house.md, "Who may do what")."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Who a principal is about."""

    kind: PrincipalKind
    id: str
    role: str = ""
    scopes: Sequence[str] = ()
    on_behalf_of: str = ""
    """The customer that an API key acts for."""
    session_id: str = ""


@dataclass(frozen=True, slots=True)
class SignedToken:
    """A token and its end."""

    token: str
    expires_at: datetime


ANONYMOUS = Subject(kind="anonymous", id="anonymous", role="guest")


def service_subject(name: str) -> Subject:
    """A service acting for itself."""
    return Subject(kind="service", id=name, role="service")


def sign(subject: Subject, key: OKPKey, now: datetime, token_id: UUID) -> SignedToken:
    """A token about `subject`, good for LIFETIME; `token_id` becomes its `jti`."""
    issued = int(now.timestamp())
    expires = issued + int(LIFETIME.total_seconds())
    claims: dict[str, object] = {
        "iss": ISSUER,
        "sub": subject.id,
        "kind": subject.kind,
        "role": subject.role,
        "scopes": list(subject.scopes),
        "iat": issued,
        "exp": expires,
        "jti": str(token_id),
    }
    if subject.on_behalf_of:
        claims["on_behalf_of"] = subject.on_behalf_of
    if subject.session_id:
        claims["sid"] = subject.session_id
    token = jwt.encode({"alg": ALGORITHM, "kid": key.kid}, claims, key, algorithms=[ALGORITHM])
    return SignedToken(token, datetime.fromtimestamp(expires, UTC))
