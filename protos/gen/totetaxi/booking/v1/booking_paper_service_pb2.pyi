from buf.validate import validate_pb2 as _validate_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Paper(_message.Message):
    __slots__ = ("content", "content_type", "file_name")
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    CONTENT_TYPE_FIELD_NUMBER: _ClassVar[int]
    FILE_NAME_FIELD_NUMBER: _ClassVar[int]
    content: bytes
    content_type: str
    file_name: str
    def __init__(self, content: _Optional[bytes] = ..., content_type: _Optional[str] = ..., file_name: _Optional[str] = ...) -> None: ...

class GetReceiptRequest(_message.Message):
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

class GetReceiptResponse(_message.Message):
    __slots__ = ("paper",)
    PAPER_FIELD_NUMBER: _ClassVar[int]
    paper: Paper
    def __init__(self, paper: _Optional[_Union[Paper, _Mapping]] = ...) -> None: ...

class GetCalendarInviteRequest(_message.Message):
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

class GetCalendarInviteResponse(_message.Message):
    __slots__ = ("paper",)
    PAPER_FIELD_NUMBER: _ClassVar[int]
    paper: Paper
    def __init__(self, paper: _Optional[_Union[Paper, _Mapping]] = ...) -> None: ...
