"""identity.v1.IdentityService: principals and the keys to verify them."""

from __future__ import annotations

from typing import Any

import grpc
from totetaxi.identity.v1 import identity_service_pb2 as messages
from totetaxi.identity.v1.identity_service_pb2_grpc import IdentityServiceServicer

from identity.domain.principals import ANONYMOUS, service_subject
from identity.domain.service_secrets import ServiceSecrets
from identity.signatures import Signatures

Context = grpc.aio.ServicerContext[Any, Any]


class IdentityApi(IdentityServiceServicer):
    """Principals."""

    def __init__(self, signatures: Signatures, service_secrets: ServiceSecrets) -> None:
        self._signatures = signatures
        self._service_secrets = service_secrets

    async def ExchangeServiceSecret(  # noqa: N802 - named by the contract
        self, request: messages.ExchangeServiceSecretRequest, context: Context
    ) -> messages.ExchangeServiceSecretResponse:
        """A service's own principal, and the keys to verify others'."""
        self._service_secrets.prove(request.service, request.secret)
        return messages.ExchangeServiceSecretResponse(
            principal=self._signatures.principal(service_subject(request.service)),
            json_web_key_set=self._signatures.key_set(),
        )

    async def IssueAnonymousPrincipal(  # noqa: N802 - named by the contract
        self, request: messages.IssueAnonymousPrincipalRequest, context: Context
    ) -> messages.IssueAnonymousPrincipalResponse:
        """A principal for visitors."""
        return messages.IssueAnonymousPrincipalResponse(principal=self._signatures.principal(ANONYMOUS))

    async def ListSigningKeys(  # noqa: N802 - named by the contract
        self, request: messages.ListSigningKeysRequest, context: Context
    ) -> messages.ListSigningKeysResponse:
        """The public keys in force."""
        return messages.ListSigningKeysResponse(json_web_key_set=self._signatures.key_set())
