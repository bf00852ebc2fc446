import datetime

from buf.validate import validate_pb2 as _validate_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ErasureState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ERASURE_STATE_UNSPECIFIED: _ClassVar[ErasureState]
    ERASURE_STATE_IN_PROGRESS: _ClassVar[ErasureState]
    ERASURE_STATE_COMPLETED: _ClassVar[ErasureState]
ERASURE_STATE_UNSPECIFIED: ErasureState
ERASURE_STATE_IN_PROGRESS: ErasureState
ERASURE_STATE_COMPLETED: ErasureState

class ExportMyDataRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ExportMyDataResponse(_message.Message):
    __slots__ = ("data_json", "exported_at")
    DATA_JSON_FIELD_NUMBER: _ClassVar[int]
    EXPORTED_AT_FIELD_NUMBER: _ClassVar[int]
    data_json: str
    exported_at: _timestamp_pb2.Timestamp
    def __init__(self, data_json: _Optional[str] = ..., exported_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class RequestErasureRequest(_message.Message):
    __slots__ = ("password",)
    PASSWORD_FIELD_NUMBER: _ClassVar[int]
    password: str
    def __init__(self, password: _Optional[str] = ...) -> None: ...

class ErasureReport(_message.Message):
    __slots__ = ("service", "completed_at", "kept", "waits_until")
    SERVICE_FIELD_NUMBER: _ClassVar[int]
    COMPLETED_AT_FIELD_NUMBER: _ClassVar[int]
    KEPT_FIELD_NUMBER: _ClassVar[int]
    WAITS_UNTIL_FIELD_NUMBER: _ClassVar[int]
    service: str
    completed_at: _timestamp_pb2.Timestamp
    kept: str
    waits_until: str
    def __init__(self, service: _Optional[str] = ..., completed_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., kept: _Optional[str] = ..., waits_until: _Optional[str] = ...) -> None: ...

class Erasure(_message.Message):
    __slots__ = ("id", "state", "requested_at", "completed_at", "reports")
    ID_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    REQUESTED_AT_FIELD_NUMBER: _ClassVar[int]
    COMPLETED_AT_FIELD_NUMBER: _ClassVar[int]
    REPORTS_FIELD_NUMBER: _ClassVar[int]
    id: str
    state: ErasureState
    requested_at: _timestamp_pb2.Timestamp
    completed_at: _timestamp_pb2.Timestamp
    reports: _containers.RepeatedCompositeFieldContainer[ErasureReport]
    def __init__(self, id: _Optional[str] = ..., state: _Optional[_Union[ErasureState, str]] = ..., requested_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., completed_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., reports: _Optional[_Iterable[_Union[ErasureReport, _Mapping]]] = ...) -> None: ...

class RequestErasureResponse(_message.Message):
    __slots__ = ("erasure", "status_token")
    ERASURE_FIELD_NUMBER: _ClassVar[int]
    STATUS_TOKEN_FIELD_NUMBER: _ClassVar[int]
    erasure: Erasure
    status_token: str
    def __init__(self, erasure: _Optional[_Union[Erasure, _Mapping]] = ..., status_token: _Optional[str] = ...) -> None: ...

class GetErasureStatusRequest(_message.Message):
    __slots__ = ("status_token",)
    STATUS_TOKEN_FIELD_NUMBER: _ClassVar[int]
    status_token: str
    def __init__(self, status_token: _Optional[str] = ...) -> None: ...

class GetErasureStatusResponse(_message.Message):
    __slots__ = ("erasure",)
    ERASURE_FIELD_NUMBER: _ClassVar[int]
    erasure: Erasure
    def __init__(self, erasure: _Optional[_Union[Erasure, _Mapping]] = ...) -> None: ...
