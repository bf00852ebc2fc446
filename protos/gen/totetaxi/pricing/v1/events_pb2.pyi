import datetime

from google.protobuf import timestamp_pb2 as _timestamp_pb2
from totetaxi.audit.v1 import act_pb2 as _act_pb2
from totetaxi.event.v1 import options_pb2 as _options_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class CatalogPublished(_message.Message):
    __slots__ = ("catalog_version_id", "version", "effective_at", "reason")
    CATALOG_VERSION_ID_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    EFFECTIVE_AT_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    catalog_version_id: str
    version: int
    effective_at: _timestamp_pb2.Timestamp
    reason: str
    def __init__(self, catalog_version_id: _Optional[str] = ..., version: _Optional[int] = ..., effective_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., reason: _Optional[str] = ...) -> None: ...

class AuditRecorded(_message.Message):
    __slots__ = ("act",)
    ACT_FIELD_NUMBER: _ClassVar[int]
    act: _act_pb2.Act
    def __init__(self, act: _Optional[_Union[_act_pb2.Act, _Mapping]] = ...) -> None: ...

class ErasureCompleted(_message.Message):
    __slots__ = ("erasure_id", "customer_id", "kept", "completed_at")
    ERASURE_ID_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    KEPT_FIELD_NUMBER: _ClassVar[int]
    COMPLETED_AT_FIELD_NUMBER: _ClassVar[int]
    erasure_id: str
    customer_id: str
    kept: str
    completed_at: _timestamp_pb2.Timestamp
    def __init__(self, erasure_id: _Optional[str] = ..., customer_id: _Optional[str] = ..., kept: _Optional[str] = ..., completed_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...
