"""Principals: who a request is for, signed by identity (Ed25519) and verified by every service itself."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass
from typing import Literal, cast

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from joserfc.jws import extract_compact

from chassis.clock import Clock
from chassis.refusal import UnknownCaller

PrincipalKind = Literal["anonymous", "customer", "staff", "service", "api_key"]

ISSUER = "totetaxi-identity"
ALGORITHMS = ["Ed25519"]
REMEMBERED_TOKENS = 10_000


@dataclass(frozen=True, slots=True)
class Principal:
    """A verified caller."""

    kind: PrincipalKind
    id: str
    role: str
    scopes: frozenset[str]
    expires_at: float
    """Seconds since the epoch."""
    on_behalf_of: str = ""
    """The customer that an API key acts for; empty for everybody else, and for keys that act for nobody."""
    session_id: str = ""
    """The session it was resolved from; empty for services, visitors and keys."""

    @property
    def customer_id(self) -> str:
        """The customer whose own things this caller may see and change; empty when there is none."""
        return self.id if self.kind == "customer" else self.on_behalf_of


class UnknownKeyError(Exception):
    """A token was signed with a key that we have not heard of yet."""


class PrincipalVerifier:
    """Verifies tokens with the keys it was last given; remembers what it verified until it expires."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._keys: KeySet | None = None
        self._key_ids: frozenset[str] = frozenset()
        self._verified: dict[str, Principal] = {}

    def use_keys(self, json_web_key_set: dict[str, list[dict[str, str]]]) -> None:
        """Takes the public keys in force (JWKS); tokens of keys that are gone are refused from now on."""
        key_ids = frozenset(key["kid"] for key in json_web_key_set["keys"])
        if key_ids != self._key_ids:
            self._verified.clear()
        self._keys = KeySet.import_key_set(cast("dict[str, list[dict[str, str | list[str]]]]", json_web_key_set))  # type: ignore[arg-type]
        self._key_ids = key_ids

    def verify(self, token: str) -> Principal:
        """The principal of `token`. Raises UnknownCaller when it is forged or over, UnknownKeyError for a new key."""
        now = self._clock.now().timestamp()
        known = self._verified.get(token)
        if known is None:
            known = self._decode(token)
            self._remember(token, known, now)
        if known.expires_at <= now:
            raise UnknownCaller("principal_expired", "The principal has expired; ask identity for a new one.")
        return known

    def _decode(self, token: str) -> Principal:
        if self._keys is None:
            raise UnknownKeyError
        try:
            decoded = jwt.decode(token, self._keys, algorithms=ALGORITHMS)
        except (JoseError, ValueError) as error:
            raise self._doubt(token) from error
        return principal_of(decoded.claims)

    def _doubt(self, token: str) -> Exception:
        """A token of a key that is new to us is no forgery yet."""
        if key_id_of(token) not in self._key_ids:
            return UnknownKeyError()
        return UnknownCaller("principal_forged", "The principal's signature is not identity's.")

    def _remember(self, token: str, principal: Principal, now: float) -> None:
        if len(self._verified) >= REMEMBERED_TOKENS:
            self._verified = {key: value for key, value in self._verified.items() if value.expires_at > now}
        self._verified[token] = principal


def key_id_of(token: str) -> str | None:
    """The key id that the token's header claims, unverified."""
    try:
        header = extract_compact(token.encode()).headers()
    except (JoseError, ValueError) as error:
        raise UnknownCaller("principal_malformed", "The principal is not a compact JWT.") from error
    return cast("str | None", header.get("kid"))


def principal_of(claims: dict[str, object]) -> Principal:
    """The principal that verified claims describe. Raises UnknownCaller when they are not identity's."""
    if claims.get("iss") != ISSUER:
        raise UnknownCaller("principal_forged", "The principal was not issued by identity.")
    try:
        return Principal(
            kind=cast("PrincipalKind", claims["kind"]),
            id=str(claims["sub"]),
            role=str(claims.get("role", "")),
            scopes=frozenset(cast("list[str]", claims.get("scopes", []))),
            expires_at=float(cast("float", claims["exp"])),
            on_behalf_of=str(claims.get("on_behalf_of", "")),
            session_id=str(claims.get("sid", "")),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise UnknownCaller("principal_malformed", "The principal lacks a claim.") from error


_current: ContextVar[Principal] = ContextVar("principal")


def current_principal() -> Principal:
    """Who the request being served is for. Raises UnknownCaller outside a request."""
    try:
        return _current.get()
    except LookupError as error:
        raise UnknownCaller("principal_missing", "This call needs a principal.") from error


def serve_as(principal: Principal) -> None:
    """Sets the principal of the request being served."""
    _current.set(principal)
