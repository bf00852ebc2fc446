import datetime

from google.protobuf import timestamp_pb2 as _timestamp_pb2
from totetaxi.audit.v1 import act_pb2 as _act_pb2
from totetaxi.event.v1 import options_pb2 as _options_pb2
from totetaxi.identity.v1 import account_pb2 as _account_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class SigningKeyRotated(_message.Message):
    __slots__ = ("key_id", "previous_expires_at")
    KEY_ID_FIELD_NUMBER: _ClassVar[int]
    PREVIOUS_EXPIRES_AT_FIELD_NUMBER: _ClassVar[int]
    key_id: str
    previous_expires_at: _timestamp_pb2.Timestamp
    def __init__(self, key_id: _Optional[str] = ..., previous_expires_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class MailRecipient(_message.Message):
    __slots__ = ("email", "first_name", "last_name", "language")
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    FIRST_NAME_FIELD_NUMBER: _ClassVar[int]
    LAST_NAME_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    email: str
    first_name: str
    last_name: str
    language: str
    def __init__(self, email: _Optional[str] = ..., first_name: _Optional[str] = ..., last_name: _Optional[str] = ..., language: _Optional[str] = ...) -> None: ...

class CustomerRegistered(_message.Message):
    __slots__ = ("customer_id", "recipient", "preferences", "phone", "registered_at")
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    RECIPIENT_FIELD_NUMBER: _ClassVar[int]
    PREFERENCES_FIELD_NUMBER: _ClassVar[int]
    PHONE_FIELD_NUMBER: _ClassVar[int]
    REGISTERED_AT_FIELD_NUMBER: _ClassVar[int]
    customer_id: str
    recipient: MailRecipient
    preferences: _account_pb2.CustomerPreferences
    phone: str
    registered_at: _timestamp_pb2.Timestamp
    def __init__(self, customer_id: _Optional[str] = ..., recipient: _Optional[_Union[MailRecipient, _Mapping]] = ..., preferences: _Optional[_Union[_account_pb2.CustomerPreferences, _Mapping]] = ..., phone: _Optional[str] = ..., registered_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class CustomerVerificationRequested(_message.Message):
    __slots__ = ("customer_id", "recipient", "token", "expires_at")
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    RECIPIENT_FIELD_NUMBER: _ClassVar[int]
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    EXPIRES_AT_FIELD_NUMBER: _ClassVar[int]
    customer_id: str
    recipient: MailRecipient
    token: str
    expires_at: _timestamp_pb2.Timestamp
    def __init__(self, customer_id: _Optional[str] = ..., recipient: _Optional[_Union[MailRecipient, _Mapping]] = ..., token: _Optional[str] = ..., expires_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class CustomerRegistrationRepeated(_message.Message):
    __slots__ = ("customer_id", "recipient", "attempted_at")
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    RECIPIENT_FIELD_NUMBER: _ClassVar[int]
    ATTEMPTED_AT_FIELD_NUMBER: _ClassVar[int]
    customer_id: str
    recipient: MailRecipient
    attempted_at: _timestamp_pb2.Timestamp
    def __init__(self, customer_id: _Optional[str] = ..., recipient: _Optional[_Union[MailRecipient, _Mapping]] = ..., attempted_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class CustomerEmailVerified(_message.Message):
    __slots__ = ("customer_id", "email", "verified_at")
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    VERIFIED_AT_FIELD_NUMBER: _ClassVar[int]
    customer_id: str
    email: str
    verified_at: _timestamp_pb2.Timestamp
    def __init__(self, customer_id: _Optional[str] = ..., email: _Optional[str] = ..., verified_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class CustomerPreferencesChanged(_message.Message):
    __slots__ = ("customer_id", "preferences", "recipient", "phone", "version")
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    PREFERENCES_FIELD_NUMBER: _ClassVar[int]
    RECIPIENT_FIELD_NUMBER: _ClassVar[int]
    PHONE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    customer_id: str
    preferences: _account_pb2.CustomerPreferences
    recipient: MailRecipient
    phone: str
    version: int
    def __init__(self, customer_id: _Optional[str] = ..., preferences: _Optional[_Union[_account_pb2.CustomerPreferences, _Mapping]] = ..., recipient: _Optional[_Union[MailRecipient, _Mapping]] = ..., phone: _Optional[str] = ..., version: _Optional[int] = ...) -> None: ...

class CustomerVipChanged(_message.Message):
    __slots__ = ("customer_id", "is_vip", "changed_at")
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    IS_VIP_FIELD_NUMBER: _ClassVar[int]
    CHANGED_AT_FIELD_NUMBER: _ClassVar[int]
    customer_id: str
    is_vip: bool
    changed_at: _timestamp_pb2.Timestamp
    def __init__(self, customer_id: _Optional[str] = ..., is_vip: _Optional[bool] = ..., changed_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class CustomerErasureRequested(_message.Message):
    __slots__ = ("customer_id", "erasure_id", "email", "requested_at")
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    ERASURE_ID_FIELD_NUMBER: _ClassVar[int]
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    REQUESTED_AT_FIELD_NUMBER: _ClassVar[int]
    customer_id: str
    erasure_id: str
    email: str
    requested_at: _timestamp_pb2.Timestamp
    def __init__(self, customer_id: _Optional[str] = ..., erasure_id: _Optional[str] = ..., email: _Optional[str] = ..., requested_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class CustomerErasureCompleted(_message.Message):
    __slots__ = ("customer_id", "erasure_id", "recipient", "completed_at")
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    ERASURE_ID_FIELD_NUMBER: _ClassVar[int]
    RECIPIENT_FIELD_NUMBER: _ClassVar[int]
    COMPLETED_AT_FIELD_NUMBER: _ClassVar[int]
    customer_id: str
    erasure_id: str
    recipient: MailRecipient
    completed_at: _timestamp_pb2.Timestamp
    def __init__(self, customer_id: _Optional[str] = ..., erasure_id: _Optional[str] = ..., recipient: _Optional[_Union[MailRecipient, _Mapping]] = ..., completed_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class PasswordResetRequested(_message.Message):
    __slots__ = ("account_kind", "account_id", "recipient", "token", "expires_at", "is_invitation", "username")
    ACCOUNT_KIND_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_ID_FIELD_NUMBER: _ClassVar[int]
    RECIPIENT_FIELD_NUMBER: _ClassVar[int]
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    EXPIRES_AT_FIELD_NUMBER: _ClassVar[int]
    IS_INVITATION_FIELD_NUMBER: _ClassVar[int]
    USERNAME_FIELD_NUMBER: _ClassVar[int]
    account_kind: _account_pb2.AccountKind
    account_id: str
    recipient: MailRecipient
    token: str
    expires_at: _timestamp_pb2.Timestamp
    is_invitation: bool
    username: str
    def __init__(self, account_kind: _Optional[_Union[_account_pb2.AccountKind, str]] = ..., account_id: _Optional[str] = ..., recipient: _Optional[_Union[MailRecipient, _Mapping]] = ..., token: _Optional[str] = ..., expires_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., is_invitation: _Optional[bool] = ..., username: _Optional[str] = ...) -> None: ...

class PasswordChanged(_message.Message):
    __slots__ = ("account_kind", "account_id", "recipient", "changed_at")
    ACCOUNT_KIND_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_ID_FIELD_NUMBER: _ClassVar[int]
    RECIPIENT_FIELD_NUMBER: _ClassVar[int]
    CHANGED_AT_FIELD_NUMBER: _ClassVar[int]
    account_kind: _account_pb2.AccountKind
    account_id: str
    recipient: MailRecipient
    changed_at: _timestamp_pb2.Timestamp
    def __init__(self, account_kind: _Optional[_Union[_account_pb2.AccountKind, str]] = ..., account_id: _Optional[str] = ..., recipient: _Optional[_Union[MailRecipient, _Mapping]] = ..., changed_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class SessionStartedOnNewDevice(_message.Message):
    __slots__ = ("account_kind", "account_id", "session_id", "recipient", "device", "client_address", "started_at")
    ACCOUNT_KIND_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_ID_FIELD_NUMBER: _ClassVar[int]
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    RECIPIENT_FIELD_NUMBER: _ClassVar[int]
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    STARTED_AT_FIELD_NUMBER: _ClassVar[int]
    account_kind: _account_pb2.AccountKind
    account_id: str
    session_id: str
    recipient: MailRecipient
    device: str
    client_address: str
    started_at: _timestamp_pb2.Timestamp
    def __init__(self, account_kind: _Optional[_Union[_account_pb2.AccountKind, str]] = ..., account_id: _Optional[str] = ..., session_id: _Optional[str] = ..., recipient: _Optional[_Union[MailRecipient, _Mapping]] = ..., device: _Optional[str] = ..., client_address: _Optional[str] = ..., started_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class SessionRevoked(_message.Message):
    __slots__ = ("account_kind", "account_id", "session_ids", "reason", "revoked_at")
    ACCOUNT_KIND_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_ID_FIELD_NUMBER: _ClassVar[int]
    SESSION_IDS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    REVOKED_AT_FIELD_NUMBER: _ClassVar[int]
    account_kind: _account_pb2.AccountKind
    account_id: str
    session_ids: _containers.RepeatedScalarFieldContainer[str]
    reason: str
    revoked_at: _timestamp_pb2.Timestamp
    def __init__(self, account_kind: _Optional[_Union[_account_pb2.AccountKind, str]] = ..., account_id: _Optional[str] = ..., session_ids: _Optional[_Iterable[str]] = ..., reason: _Optional[str] = ..., revoked_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ApiKeyRevoked(_message.Message):
    __slots__ = ("api_key_id", "revokes_devices", "customer_id", "revoked_at")
    API_KEY_ID_FIELD_NUMBER: _ClassVar[int]
    REVOKES_DEVICES_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    REVOKED_AT_FIELD_NUMBER: _ClassVar[int]
    api_key_id: str
    revokes_devices: bool
    customer_id: str
    revoked_at: _timestamp_pb2.Timestamp
    def __init__(self, api_key_id: _Optional[str] = ..., revokes_devices: _Optional[bool] = ..., customer_id: _Optional[str] = ..., revoked_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class StaffAccountLocked(_message.Message):
    __slots__ = ("staff_id", "recipient", "locked_until")
    STAFF_ID_FIELD_NUMBER: _ClassVar[int]
    RECIPIENT_FIELD_NUMBER: _ClassVar[int]
    LOCKED_UNTIL_FIELD_NUMBER: _ClassVar[int]
    staff_id: str
    recipient: MailRecipient
    locked_until: _timestamp_pb2.Timestamp
    def __init__(self, staff_id: _Optional[str] = ..., recipient: _Optional[_Union[MailRecipient, _Mapping]] = ..., locked_until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class AuditRecorded(_message.Message):
    __slots__ = ("act",)
    ACT_FIELD_NUMBER: _ClassVar[int]
    act: _act_pb2.Act
    def __init__(self, act: _Optional[_Union[_act_pb2.Act, _Mapping]] = ...) -> None: ...
