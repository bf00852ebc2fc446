import datetime

from buf.validate import validate_pb2 as _validate_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ExchangeServiceSecretRequest(_message.Message):
    __slots__ = ("service", "secret")
    SERVICE_FIELD_NUMBER: _ClassVar[int]
    SECRET_FIELD_NUMBER: _ClassVar[int]
    service: str
    secret: str
    def __init__(self, service: _Optional[str] = ..., secret: _Optional[str] = ...) -> None: ...

class SignedPrincipal(_message.Message):
    __slots__ = ("token", "expires_at")
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    EXPIRES_AT_FIELD_NUMBER: _ClassVar[int]
    token: str
    expires_at: _timestamp_pb2.Timestamp
    def __init__(self, token: _Optional[str] = ..., expires_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ExchangeServiceSecretResponse(_message.Message):
    __slots__ = ("principal", "json_web_key_set")
    PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    JSON_WEB_KEY_SET_FIELD_NUMBER: _ClassVar[int]
    principal: SignedPrincipal
    json_web_key_set: str
    def __init__(self, principal: _Optional[_Union[SignedPrincipal, _Mapping]] = ..., json_web_key_set: _Optional[str] = ...) -> None: ...

class IssueAnonymousPrincipalRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class IssueAnonymousPrincipalResponse(_message.Message):
    __slots__ = ("principal",)
    PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    principal: SignedPrincipal
    def __init__(self, principal: _Optional[_Union[SignedPrincipal, _Mapping]] = ...) -> None: ...

class ListSigningKeysRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListSigningKeysResponse(_message.Message):
    __slots__ = ("json_web_key_set",)
    JSON_WEB_KEY_SET_FIELD_NUMBER: _ClassVar[int]
    json_web_key_set: str
    def __init__(self, json_web_key_set: _Optional[str] = ...) -> None: ...
