"""Signing principals with the key in force."""

from __future__ import annotations

from datetime import datetime

from chassis.clock import Clock
from chassis.identifiers import new_id
from totetaxi.identity.v1.identity_service_pb2 import SignedPrincipal
from totetaxi.identity.v1.session_service_pb2 import OpenedSession as OpenedSessionMessage

from identity.actions.open_session import OpenedSession
from identity.domain.account import subject_of_account
from identity.domain.opaque_tokens import csrf_binding_of
from identity.domain.principals import Subject, sign
from identity.key_ring import KeyRing
from identity.messages.moments import timestamp


class Signatures:
    """What turns subjects into principals that every service believes."""

    def __init__(self, key_ring: KeyRing, clock: Clock) -> None:
        self._key_ring = key_ring
        self._clock = clock

    def now(self) -> datetime:
        """This instant."""
        return self._clock.now()

    def principal(self, subject: Subject) -> SignedPrincipal:
        """A signed principal. Raises Unavailable while there is no key."""
        now = self._clock.now()
        signed = sign(subject, self._key_ring.signing_key(now), now, token_id=new_id())
        return SignedPrincipal(token=signed.token, expires_at=timestamp(signed.expires_at))

    def opened(self, opened: OpenedSession) -> OpenedSessionMessage:
        """A session that has just begun."""
        session = opened.session
        return OpenedSessionMessage(
            token=opened.token,
            session_id=str(session.id),
            csrf_binding=csrf_binding_of(opened.token),
            expires_at=timestamp(session.expires_at),
            idle_expires_at=timestamp(session.idle_expires_at),
            principal=self.principal(subject_of_account(opened.account, session.id)),
        )

    def key_set(self) -> str:
        """The public keys in force, as JWKS."""
        return self._key_ring.document(self._clock.now())
