"""The door: gRPC messages in, gRPC messages out; no rule lives here."""

from __future__ import annotations

from typing import Any

import grpc
from chassis.clock import Clock
from chassis.identifiers import new_id
from google.protobuf.timestamp_pb2 import Timestamp
from totetaxi.identity.v1 import identity_service_pb2 as messages
from totetaxi.identity.v1.identity_service_pb2_grpc import IdentityServiceServicer

from identity.domain.principals import ANONYMOUS, Subject, service_subject, sign
from identity.domain.service_secrets import ServiceSecrets
from identity.key_ring import KeyRing

Context = grpc.aio.ServicerContext[Any, Any]


class IdentityApi(IdentityServiceServicer):
    """identity.v1.IdentityService."""

    def __init__(self, key_ring: KeyRing, service_secrets: ServiceSecrets, clock: Clock) -> None:
        self._key_ring = key_ring
        self._service_secrets = service_secrets
        self._clock = clock

    async def ExchangeServiceSecret(  # noqa: N802 - named by the contract
        self, request: messages.ExchangeServiceSecretRequest, context: Context
    ) -> messages.ExchangeServiceSecretResponse:
        """A service's own principal, and the keys to verify others'."""
        self._service_secrets.prove(request.service, request.secret)
        return messages.ExchangeServiceSecretResponse(
            principal=self._principal(service_subject(request.service)),
            json_web_key_set=self._key_ring.document(self._clock.now()),
        )

    async def IssueAnonymousPrincipal(  # noqa: N802 - named by the contract
        self, request: messages.IssueAnonymousPrincipalRequest, context: Context
    ) -> messages.IssueAnonymousPrincipalResponse:
        """A principal for visitors."""
        return messages.IssueAnonymousPrincipalResponse(principal=self._principal(ANONYMOUS))

    async def ListSigningKeys(  # noqa: N802 - named by the contract
        self, request: messages.ListSigningKeysRequest, context: Context
    ) -> messages.ListSigningKeysResponse:
        """The public keys in force."""
        return messages.ListSigningKeysResponse(json_web_key_set=self._key_ring.document(self._clock.now()))

    def _principal(self, subject: Subject) -> messages.SignedPrincipal:
        now = self._clock.now()
        signed = sign(subject, self._key_ring.signing_key(now), now, token_id=new_id())
        expires_at = Timestamp()
        expires_at.FromDatetime(signed.expires_at)
        return messages.SignedPrincipal(token=signed.token, expires_at=expires_at)
