import datetime

from buf.validate import validate_pb2 as _validate_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from totetaxi.booking.v1 import document_pb2 as _document_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class RequestDocumentRequest(_message.Message):
    __slots__ = ("booking_id", "kind", "note")
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    kind: _document_pb2.DocumentKind
    note: str
    def __init__(self, booking_id: _Optional[str] = ..., kind: _Optional[_Union[_document_pb2.DocumentKind, str]] = ..., note: _Optional[str] = ...) -> None: ...

class RequestDocumentResponse(_message.Message):
    __slots__ = ("document",)
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    document: _document_pb2.Document
    def __init__(self, document: _Optional[_Union[_document_pb2.Document, _Mapping]] = ...) -> None: ...

class StartUploadRequest(_message.Message):
    __slots__ = ("booking_id", "booking_number", "kind", "content_type", "size_bytes", "sha256", "email", "guest_session")
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_NUMBER_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    CONTENT_TYPE_FIELD_NUMBER: _ClassVar[int]
    SIZE_BYTES_FIELD_NUMBER: _ClassVar[int]
    SHA256_FIELD_NUMBER: _ClassVar[int]
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    GUEST_SESSION_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    booking_number: str
    kind: _document_pb2.DocumentKind
    content_type: str
    size_bytes: int
    sha256: str
    email: str
    guest_session: str
    def __init__(self, booking_id: _Optional[str] = ..., booking_number: _Optional[str] = ..., kind: _Optional[_Union[_document_pb2.DocumentKind, str]] = ..., content_type: _Optional[str] = ..., size_bytes: _Optional[int] = ..., sha256: _Optional[str] = ..., email: _Optional[str] = ..., guest_session: _Optional[str] = ...) -> None: ...

class UploadHeader(_message.Message):
    __slots__ = ("name", "value")
    NAME_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    name: str
    value: str
    def __init__(self, name: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...

class StartUploadResponse(_message.Message):
    __slots__ = ("document", "upload_url", "headers", "expires_at")
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    UPLOAD_URL_FIELD_NUMBER: _ClassVar[int]
    HEADERS_FIELD_NUMBER: _ClassVar[int]
    EXPIRES_AT_FIELD_NUMBER: _ClassVar[int]
    document: _document_pb2.Document
    upload_url: str
    headers: _containers.RepeatedCompositeFieldContainer[UploadHeader]
    expires_at: _timestamp_pb2.Timestamp
    def __init__(self, document: _Optional[_Union[_document_pb2.Document, _Mapping]] = ..., upload_url: _Optional[str] = ..., headers: _Optional[_Iterable[_Union[UploadHeader, _Mapping]]] = ..., expires_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class SubmitDocumentRequest(_message.Message):
    __slots__ = ("document_id", "booking_number", "email", "guest_session")
    DOCUMENT_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_NUMBER_FIELD_NUMBER: _ClassVar[int]
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    GUEST_SESSION_FIELD_NUMBER: _ClassVar[int]
    document_id: str
    booking_number: str
    email: str
    guest_session: str
    def __init__(self, document_id: _Optional[str] = ..., booking_number: _Optional[str] = ..., email: _Optional[str] = ..., guest_session: _Optional[str] = ...) -> None: ...

class SubmitDocumentResponse(_message.Message):
    __slots__ = ("document",)
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    document: _document_pb2.Document
    def __init__(self, document: _Optional[_Union[_document_pb2.Document, _Mapping]] = ...) -> None: ...

class AcceptDocumentRequest(_message.Message):
    __slots__ = ("document_id", "valid_until")
    DOCUMENT_ID_FIELD_NUMBER: _ClassVar[int]
    VALID_UNTIL_FIELD_NUMBER: _ClassVar[int]
    document_id: str
    valid_until: str
    def __init__(self, document_id: _Optional[str] = ..., valid_until: _Optional[str] = ...) -> None: ...

class AcceptDocumentResponse(_message.Message):
    __slots__ = ("document",)
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    document: _document_pb2.Document
    def __init__(self, document: _Optional[_Union[_document_pb2.Document, _Mapping]] = ...) -> None: ...

class RejectDocumentRequest(_message.Message):
    __slots__ = ("document_id", "reason")
    DOCUMENT_ID_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    document_id: str
    reason: str
    def __init__(self, document_id: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class RejectDocumentResponse(_message.Message):
    __slots__ = ("document",)
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    document: _document_pb2.Document
    def __init__(self, document: _Optional[_Union[_document_pb2.Document, _Mapping]] = ...) -> None: ...

class ListDocumentsRequest(_message.Message):
    __slots__ = ("booking_id", "booking_number", "email", "guest_session")
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_NUMBER_FIELD_NUMBER: _ClassVar[int]
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    GUEST_SESSION_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    booking_number: str
    email: str
    guest_session: str
    def __init__(self, booking_id: _Optional[str] = ..., booking_number: _Optional[str] = ..., email: _Optional[str] = ..., guest_session: _Optional[str] = ...) -> None: ...

class ListDocumentsResponse(_message.Message):
    __slots__ = ("documents", "needs_certificate", "has_valid_certificate", "upload_origin")
    DOCUMENTS_FIELD_NUMBER: _ClassVar[int]
    NEEDS_CERTIFICATE_FIELD_NUMBER: _ClassVar[int]
    HAS_VALID_CERTIFICATE_FIELD_NUMBER: _ClassVar[int]
    UPLOAD_ORIGIN_FIELD_NUMBER: _ClassVar[int]
    documents: _containers.RepeatedCompositeFieldContainer[_document_pb2.Document]
    needs_certificate: bool
    has_valid_certificate: bool
    upload_origin: str
    def __init__(self, documents: _Optional[_Iterable[_Union[_document_pb2.Document, _Mapping]]] = ..., needs_certificate: _Optional[bool] = ..., has_valid_certificate: _Optional[bool] = ..., upload_origin: _Optional[str] = ...) -> None: ...

class GetDownloadLinkRequest(_message.Message):
    __slots__ = ("document_id",)
    DOCUMENT_ID_FIELD_NUMBER: _ClassVar[int]
    document_id: str
    def __init__(self, document_id: _Optional[str] = ...) -> None: ...

class GetDownloadLinkResponse(_message.Message):
    __slots__ = ("download_url", "expires_at")
    DOWNLOAD_URL_FIELD_NUMBER: _ClassVar[int]
    EXPIRES_AT_FIELD_NUMBER: _ClassVar[int]
    download_url: str
    expires_at: _timestamp_pb2.Timestamp
    def __init__(self, download_url: _Optional[str] = ..., expires_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...
