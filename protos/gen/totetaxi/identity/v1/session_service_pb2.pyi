import datetime

from buf.validate import validate_pb2 as _validate_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from totetaxi.identity.v1 import account_pb2 as _account_pb2
from totetaxi.identity.v1 import identity_service_pb2 as _identity_service_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class OpenedSession(_message.Message):
    __slots__ = ("token", "session_id", "csrf_binding", "expires_at", "idle_expires_at", "principal")
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    CSRF_BINDING_FIELD_NUMBER: _ClassVar[int]
    EXPIRES_AT_FIELD_NUMBER: _ClassVar[int]
    IDLE_EXPIRES_AT_FIELD_NUMBER: _ClassVar[int]
    PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    token: str
    session_id: str
    csrf_binding: str
    expires_at: _timestamp_pb2.Timestamp
    idle_expires_at: _timestamp_pb2.Timestamp
    principal: _identity_service_pb2.SignedPrincipal
    def __init__(self, token: _Optional[str] = ..., session_id: _Optional[str] = ..., csrf_binding: _Optional[str] = ..., expires_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., idle_expires_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., principal: _Optional[_Union[_identity_service_pb2.SignedPrincipal, _Mapping]] = ...) -> None: ...

class SignInCustomerRequest(_message.Message):
    __slots__ = ("email", "password", "previous_session_token")
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_FIELD_NUMBER: _ClassVar[int]
    PREVIOUS_SESSION_TOKEN_FIELD_NUMBER: _ClassVar[int]
    email: str
    password: str
    previous_session_token: str
    def __init__(self, email: _Optional[str] = ..., password: _Optional[str] = ..., previous_session_token: _Optional[str] = ...) -> None: ...

class SignInCustomerResponse(_message.Message):
    __slots__ = ("session", "customer")
    SESSION_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_FIELD_NUMBER: _ClassVar[int]
    session: OpenedSession
    customer: _account_pb2.CustomerProfile
    def __init__(self, session: _Optional[_Union[OpenedSession, _Mapping]] = ..., customer: _Optional[_Union[_account_pb2.CustomerProfile, _Mapping]] = ...) -> None: ...

class SignInStaffRequest(_message.Message):
    __slots__ = ("username", "password", "previous_session_token")
    USERNAME_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_FIELD_NUMBER: _ClassVar[int]
    PREVIOUS_SESSION_TOKEN_FIELD_NUMBER: _ClassVar[int]
    username: str
    password: str
    previous_session_token: str
    def __init__(self, username: _Optional[str] = ..., password: _Optional[str] = ..., previous_session_token: _Optional[str] = ...) -> None: ...

class TotpEnrolment(_message.Message):
    __slots__ = ("secret", "otpauth_uri")
    SECRET_FIELD_NUMBER: _ClassVar[int]
    OTPAUTH_URI_FIELD_NUMBER: _ClassVar[int]
    secret: str
    otpauth_uri: str
    def __init__(self, secret: _Optional[str] = ..., otpauth_uri: _Optional[str] = ...) -> None: ...

class SecondFactorChallenge(_message.Message):
    __slots__ = ("challenge_token", "expires_at", "enrolment")
    CHALLENGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    EXPIRES_AT_FIELD_NUMBER: _ClassVar[int]
    ENROLMENT_FIELD_NUMBER: _ClassVar[int]
    challenge_token: str
    expires_at: _timestamp_pb2.Timestamp
    enrolment: TotpEnrolment
    def __init__(self, challenge_token: _Optional[str] = ..., expires_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., enrolment: _Optional[_Union[TotpEnrolment, _Mapping]] = ...) -> None: ...

class SignInStaffResponse(_message.Message):
    __slots__ = ("session", "staff", "challenge")
    SESSION_FIELD_NUMBER: _ClassVar[int]
    STAFF_FIELD_NUMBER: _ClassVar[int]
    CHALLENGE_FIELD_NUMBER: _ClassVar[int]
    session: OpenedSession
    staff: _account_pb2.StaffProfile
    challenge: SecondFactorChallenge
    def __init__(self, session: _Optional[_Union[OpenedSession, _Mapping]] = ..., staff: _Optional[_Union[_account_pb2.StaffProfile, _Mapping]] = ..., challenge: _Optional[_Union[SecondFactorChallenge, _Mapping]] = ...) -> None: ...

class CompleteStaffSignInRequest(_message.Message):
    __slots__ = ("challenge_token", "code", "previous_session_token")
    CHALLENGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    PREVIOUS_SESSION_TOKEN_FIELD_NUMBER: _ClassVar[int]
    challenge_token: str
    code: str
    previous_session_token: str
    def __init__(self, challenge_token: _Optional[str] = ..., code: _Optional[str] = ..., previous_session_token: _Optional[str] = ...) -> None: ...

class CompleteStaffSignInResponse(_message.Message):
    __slots__ = ("session", "staff", "recovery_codes", "recovery_codes_left")
    SESSION_FIELD_NUMBER: _ClassVar[int]
    STAFF_FIELD_NUMBER: _ClassVar[int]
    RECOVERY_CODES_FIELD_NUMBER: _ClassVar[int]
    RECOVERY_CODES_LEFT_FIELD_NUMBER: _ClassVar[int]
    session: OpenedSession
    staff: _account_pb2.StaffProfile
    recovery_codes: _containers.RepeatedScalarFieldContainer[str]
    recovery_codes_left: int
    def __init__(self, session: _Optional[_Union[OpenedSession, _Mapping]] = ..., staff: _Optional[_Union[_account_pb2.StaffProfile, _Mapping]] = ..., recovery_codes: _Optional[_Iterable[str]] = ..., recovery_codes_left: _Optional[int] = ...) -> None: ...

class ResolveSessionRequest(_message.Message):
    __slots__ = ("session_token",)
    SESSION_TOKEN_FIELD_NUMBER: _ClassVar[int]
    session_token: str
    def __init__(self, session_token: _Optional[str] = ...) -> None: ...

class AccountSummary(_message.Message):
    __slots__ = ("kind", "id", "sign_in_name", "display_name", "role", "permissions")
    KIND_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    SIGN_IN_NAME_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    ROLE_FIELD_NUMBER: _ClassVar[int]
    PERMISSIONS_FIELD_NUMBER: _ClassVar[int]
    kind: _account_pb2.AccountKind
    id: str
    sign_in_name: str
    display_name: str
    role: str
    permissions: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, kind: _Optional[_Union[_account_pb2.AccountKind, str]] = ..., id: _Optional[str] = ..., sign_in_name: _Optional[str] = ..., display_name: _Optional[str] = ..., role: _Optional[str] = ..., permissions: _Optional[_Iterable[str]] = ...) -> None: ...

class ResolveSessionResponse(_message.Message):
    __slots__ = ("principal", "account", "session_id", "csrf_binding", "expires_at", "idle_expires_at")
    PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    CSRF_BINDING_FIELD_NUMBER: _ClassVar[int]
    EXPIRES_AT_FIELD_NUMBER: _ClassVar[int]
    IDLE_EXPIRES_AT_FIELD_NUMBER: _ClassVar[int]
    principal: _identity_service_pb2.SignedPrincipal
    account: AccountSummary
    session_id: str
    csrf_binding: str
    expires_at: _timestamp_pb2.Timestamp
    idle_expires_at: _timestamp_pb2.Timestamp
    def __init__(self, principal: _Optional[_Union[_identity_service_pb2.SignedPrincipal, _Mapping]] = ..., account: _Optional[_Union[AccountSummary, _Mapping]] = ..., session_id: _Optional[str] = ..., csrf_binding: _Optional[str] = ..., expires_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., idle_expires_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class SignOutRequest(_message.Message):
    __slots__ = ("session_token",)
    SESSION_TOKEN_FIELD_NUMBER: _ClassVar[int]
    session_token: str
    def __init__(self, session_token: _Optional[str] = ...) -> None: ...

class SignOutResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListOwnSessionsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Session(_message.Message):
    __slots__ = ("id", "created_at", "last_used_at", "expires_at", "client_address", "user_agent", "is_current")
    ID_FIELD_NUMBER: _ClassVar[int]
    CREATED_AT_FIELD_NUMBER: _ClassVar[int]
    LAST_USED_AT_FIELD_NUMBER: _ClassVar[int]
    EXPIRES_AT_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    USER_AGENT_FIELD_NUMBER: _ClassVar[int]
    IS_CURRENT_FIELD_NUMBER: _ClassVar[int]
    id: str
    created_at: _timestamp_pb2.Timestamp
    last_used_at: _timestamp_pb2.Timestamp
    expires_at: _timestamp_pb2.Timestamp
    client_address: str
    user_agent: str
    is_current: bool
    def __init__(self, id: _Optional[str] = ..., created_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., last_used_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., expires_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., client_address: _Optional[str] = ..., user_agent: _Optional[str] = ..., is_current: _Optional[bool] = ...) -> None: ...

class ListOwnSessionsResponse(_message.Message):
    __slots__ = ("sessions",)
    SESSIONS_FIELD_NUMBER: _ClassVar[int]
    sessions: _containers.RepeatedCompositeFieldContainer[Session]
    def __init__(self, sessions: _Optional[_Iterable[_Union[Session, _Mapping]]] = ...) -> None: ...

class RevokeOwnSessionRequest(_message.Message):
    __slots__ = ("session_id",)
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    session_id: str
    def __init__(self, session_id: _Optional[str] = ...) -> None: ...

class RevokeOwnSessionResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class RevokeOtherSessionsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class RevokeOtherSessionsResponse(_message.Message):
    __slots__ = ("revoked",)
    REVOKED_FIELD_NUMBER: _ClassVar[int]
    revoked: int
    def __init__(self, revoked: _Optional[int] = ...) -> None: ...
