import datetime

from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class DocumentKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    DOCUMENT_KIND_UNSPECIFIED: _ClassVar[DocumentKind]
    DOCUMENT_KIND_CERTIFICATE_OF_INSURANCE: _ClassVar[DocumentKind]
    DOCUMENT_KIND_PICKUP_PHOTO: _ClassVar[DocumentKind]
    DOCUMENT_KIND_PICKUP_SIGNATURE: _ClassVar[DocumentKind]
    DOCUMENT_KIND_DELIVERY_PHOTO: _ClassVar[DocumentKind]
    DOCUMENT_KIND_DELIVERY_SIGNATURE: _ClassVar[DocumentKind]

class DocumentStatus(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    DOCUMENT_STATUS_UNSPECIFIED: _ClassVar[DocumentStatus]
    DOCUMENT_STATUS_REQUESTED: _ClassVar[DocumentStatus]
    DOCUMENT_STATUS_UPLOADING: _ClassVar[DocumentStatus]
    DOCUMENT_STATUS_SUBMITTED: _ClassVar[DocumentStatus]
    DOCUMENT_STATUS_ACCEPTED: _ClassVar[DocumentStatus]
    DOCUMENT_STATUS_REJECTED: _ClassVar[DocumentStatus]
    DOCUMENT_STATUS_EXPIRED: _ClassVar[DocumentStatus]
    DOCUMENT_STATUS_ERASED: _ClassVar[DocumentStatus]
DOCUMENT_KIND_UNSPECIFIED: DocumentKind
DOCUMENT_KIND_CERTIFICATE_OF_INSURANCE: DocumentKind
DOCUMENT_KIND_PICKUP_PHOTO: DocumentKind
DOCUMENT_KIND_PICKUP_SIGNATURE: DocumentKind
DOCUMENT_KIND_DELIVERY_PHOTO: DocumentKind
DOCUMENT_KIND_DELIVERY_SIGNATURE: DocumentKind
DOCUMENT_STATUS_UNSPECIFIED: DocumentStatus
DOCUMENT_STATUS_REQUESTED: DocumentStatus
DOCUMENT_STATUS_UPLOADING: DocumentStatus
DOCUMENT_STATUS_SUBMITTED: DocumentStatus
DOCUMENT_STATUS_ACCEPTED: DocumentStatus
DOCUMENT_STATUS_REJECTED: DocumentStatus
DOCUMENT_STATUS_EXPIRED: DocumentStatus
DOCUMENT_STATUS_ERASED: DocumentStatus

class Document(_message.Message):
    __slots__ = ("id", "booking_id", "kind", "version", "status", "note", "content_type", "size_bytes", "reason", "valid_until", "requested_at", "submitted_at", "decided_at")
    ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    CONTENT_TYPE_FIELD_NUMBER: _ClassVar[int]
    SIZE_BYTES_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    VALID_UNTIL_FIELD_NUMBER: _ClassVar[int]
    REQUESTED_AT_FIELD_NUMBER: _ClassVar[int]
    SUBMITTED_AT_FIELD_NUMBER: _ClassVar[int]
    DECIDED_AT_FIELD_NUMBER: _ClassVar[int]
    id: str
    booking_id: str
    kind: DocumentKind
    version: int
    status: DocumentStatus
    note: str
    content_type: str
    size_bytes: int
    reason: str
    valid_until: str
    requested_at: _timestamp_pb2.Timestamp
    submitted_at: _timestamp_pb2.Timestamp
    decided_at: _timestamp_pb2.Timestamp
    def __init__(self, id: _Optional[str] = ..., booking_id: _Optional[str] = ..., kind: _Optional[_Union[DocumentKind, str]] = ..., version: _Optional[int] = ..., status: _Optional[_Union[DocumentStatus, str]] = ..., note: _Optional[str] = ..., content_type: _Optional[str] = ..., size_bytes: _Optional[int] = ..., reason: _Optional[str] = ..., valid_until: _Optional[str] = ..., requested_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., submitted_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., decided_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...
