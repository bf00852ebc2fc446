"""identity.v1.SessionService: signing in and out."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import grpc
from totetaxi.identity.v1 import session_service_pb2 as messages
from totetaxi.identity.v1.session_service_pb2_grpc import SessionServiceServicer

from identity.access import Access
from identity.actions import complete_staff_sign_in, end_sessions, resolve_session, sign_in_customer, sign_in_staff
from identity.actions.sign_in_staff import Waiting
from identity.announcements import KINDS
from identity.api.callers import calling_account, calling_session, visit_of
from identity.domain.account import Account, subject_of_account
from identity.domain.opaque_tokens import csrf_binding_of
from identity.domain.second_factor import otpauth_uri
from identity.domain.session import Session
from identity.messages.moments import timestamp
from identity.messages.people import customer_message, staff_message
from identity.signatures import Signatures

Context = grpc.aio.ServicerContext[Any, Any]


class SessionApi(SessionServiceServicer):
    """Sessions."""

    def __init__(self, access: Access, signatures: Signatures) -> None:
        self._access = access
        self._signatures = signatures

    async def SignInCustomer(  # noqa: N802 - named by the contract
        self, request: messages.SignInCustomerRequest, context: Context
    ) -> messages.SignInCustomerResponse:
        """A customer, by email and password."""
        visit = visit_of(request.previous_session_token)
        opened, known = await sign_in_customer.sign_in_customer(
            self._access, request.email, request.password, visit, self._signatures.now()
        )
        return messages.SignInCustomerResponse(
            session=self._signatures.opened(opened), customer=customer_message(known)
        )

    async def SignInStaff(  # noqa: N802 - named by the contract
        self, request: messages.SignInStaffRequest, context: Context
    ) -> messages.SignInStaffResponse:
        """Staff, by username and password; a code may have to follow."""
        visit = visit_of(request.previous_session_token)
        outcome = await sign_in_staff.sign_in_staff(
            self._access, request.username, request.password, visit, self._signatures.now()
        )
        if isinstance(outcome, Waiting):
            return messages.SignInStaffResponse(challenge=challenge_message(outcome))
        return messages.SignInStaffResponse(
            session=self._signatures.opened(outcome.opened), staff=staff_message(outcome.account)
        )

    async def CompleteStaffSignIn(  # noqa: N802 - named by the contract
        self, request: messages.CompleteStaffSignInRequest, context: Context
    ) -> messages.CompleteStaffSignInResponse:
        """The code."""
        visit = visit_of(request.previous_session_token)
        done = await complete_staff_sign_in.complete_staff_sign_in(
            self._access, request.challenge_token, request.code, visit, self._signatures.now()
        )
        return messages.CompleteStaffSignInResponse(
            session=self._signatures.opened(done.signed_in.opened),
            staff=staff_message(done.signed_in.account),
            recovery_codes=done.recovery_codes,
            recovery_codes_left=done.codes_left,
        )

    async def ResolveSession(  # noqa: N802 - named by the contract
        self, request: messages.ResolveSessionRequest, context: Context
    ) -> messages.ResolveSessionResponse:
        """Whose session it is."""
        session, account = await resolve_session.resolve_session(
            self._access, request.session_token, self._signatures.now()
        )
        return messages.ResolveSessionResponse(
            principal=self._signatures.principal(subject_of_account(account, session.id)),
            account=account_message(account),
            session_id=str(session.id),
            csrf_binding=csrf_binding_of(request.session_token),
            expires_at=timestamp(session.expires_at),
            idle_expires_at=timestamp(session.idle_expires_at),
        )

    async def SignOut(  # noqa: N802 - named by the contract
        self, request: messages.SignOutRequest, context: Context
    ) -> messages.SignOutResponse:
        """Ends a session."""
        await end_sessions.sign_out(self._access, request.session_token, self._signatures.now())
        return messages.SignOutResponse()

    async def ListOwnSessions(  # noqa: N802 - named by the contract
        self, request: messages.ListOwnSessionsRequest, context: Context
    ) -> messages.ListOwnSessionsResponse:
        """The caller's sessions."""
        found = await end_sessions.own_sessions(self._access, *calling_account(), self._signatures.now())
        current = calling_session()
        return messages.ListOwnSessionsResponse(sessions=[session_message(each, current) for each in found])

    async def RevokeOwnSession(  # noqa: N802 - named by the contract
        self, request: messages.RevokeOwnSessionRequest, context: Context
    ) -> messages.RevokeOwnSessionResponse:
        """Ends one of them."""
        session_id = UUID(request.session_id)
        await end_sessions.revoke_session(self._access, *calling_account(), session_id, self._signatures.now())
        return messages.RevokeOwnSessionResponse()

    async def RevokeOtherSessions(  # noqa: N802 - named by the contract
        self, request: messages.RevokeOtherSessionsRequest, context: Context
    ) -> messages.RevokeOtherSessionsResponse:
        """Ends all of them but the one in use."""
        revoked = await end_sessions.revoke_other_sessions(
            self._access, *calling_account(), calling_session(), self._signatures.now()
        )
        return messages.RevokeOtherSessionsResponse(revoked=revoked)


def challenge_message(waiting: Waiting) -> messages.SecondFactorChallenge:
    """What to ask for."""
    secret = waiting.totp_secret
    uri = otpauth_uri(secret, waiting.account.username) if secret else ""
    return messages.SecondFactorChallenge(
        challenge_token=waiting.token,
        expires_at=timestamp(waiting.expires_at),
        enrolment=messages.TotpEnrolment(secret=secret, otpauth_uri=uri) if secret else None,
    )


def account_message(account: Account) -> messages.AccountSummary:
    """An account in short."""
    return messages.AccountSummary(
        kind=KINDS[account.kind],
        id=str(account.id),
        sign_in_name=account.sign_in_name,
        display_name=account.display_name,
        role=account.role,
        permissions=account.permissions,
    )


def session_message(session: Session, current: UUID | None) -> messages.Session:
    """A session, as its owner sees it."""
    return messages.Session(
        id=str(session.id),
        created_at=timestamp(session.created_at),
        last_used_at=timestamp(session.last_used_at),
        expires_at=timestamp(session.expires_at),
        client_address=session.client_address,
        user_agent=session.user_agent,
        is_current=session.id == current,
    )
