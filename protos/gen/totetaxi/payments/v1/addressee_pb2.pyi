from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional

DESCRIPTOR: _descriptor.FileDescriptor

class Addressee(_message.Message):
    __slots__ = ("booking_number", "name", "email", "language")
    BOOKING_NUMBER_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    booking_number: str
    name: str
    email: str
    language: str
    def __init__(self, booking_number: _Optional[str] = ..., name: _Optional[str] = ..., email: _Optional[str] = ..., language: _Optional[str] = ...) -> None: ...
