"""Service secrets: how a service proves which one it is."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Mapping

from chassis.refusal import UnknownCaller


class ServiceSecrets:
    """The digests of every service's secret; the secrets themselves are not kept."""

    def __init__(self, secret_by_service: Mapping[str, str]) -> None:
        self._digests = {name: digest(secret) for name, secret in secret_by_service.items()}
        self._nobody = digest(secrets.token_hex())

    def prove(self, service: str, secret: str) -> None:
        """Raises UnknownCaller, the same and after the same work, for a wrong secret and an unknown service."""
        expected = self._digests.get(service, self._nobody)
        if not hmac.compare_digest(expected, digest(secret)):
            raise UnknownCaller("service_secret_refused", "The service or its secret is not known.")


def digest(secret: str) -> bytes:
    """Of equal length for every secret, so that comparing says nothing about it."""
    return hashlib.sha256(secret.encode()).digest()
