import datetime

from buf.validate import validate_pb2 as _validate_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from totetaxi.booking.v1 import booking_pb2 as _booking_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class WaitingState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    WAITING_STATE_UNSPECIFIED: _ClassVar[WaitingState]
    WAITING_STATE_WAITING: _ClassVar[WaitingState]
    WAITING_STATE_CALLED: _ClassVar[WaitingState]
    WAITING_STATE_OFFERED: _ClassVar[WaitingState]
    WAITING_STATE_BOOKED: _ClassVar[WaitingState]
    WAITING_STATE_PASSED: _ClassVar[WaitingState]
    WAITING_STATE_LEFT: _ClassVar[WaitingState]
WAITING_STATE_UNSPECIFIED: WaitingState
WAITING_STATE_WAITING: WaitingState
WAITING_STATE_CALLED: WaitingState
WAITING_STATE_OFFERED: WaitingState
WAITING_STATE_BOOKED: WaitingState
WAITING_STATE_PASSED: WaitingState
WAITING_STATE_LEFT: WaitingState

class Waiting(_message.Message):
    __slots__ = ("id", "pickup_date", "pickup_window", "state", "joined_at", "offered_window", "offer_ends_at", "contact")
    ID_FIELD_NUMBER: _ClassVar[int]
    PICKUP_DATE_FIELD_NUMBER: _ClassVar[int]
    PICKUP_WINDOW_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    JOINED_AT_FIELD_NUMBER: _ClassVar[int]
    OFFERED_WINDOW_FIELD_NUMBER: _ClassVar[int]
    OFFER_ENDS_AT_FIELD_NUMBER: _ClassVar[int]
    CONTACT_FIELD_NUMBER: _ClassVar[int]
    id: str
    pickup_date: str
    pickup_window: _booking_pb2.PickupWindow
    state: WaitingState
    joined_at: _timestamp_pb2.Timestamp
    offered_window: _booking_pb2.PickupWindow
    offer_ends_at: _timestamp_pb2.Timestamp
    contact: _booking_pb2.Contact
    def __init__(self, id: _Optional[str] = ..., pickup_date: _Optional[str] = ..., pickup_window: _Optional[_Union[_booking_pb2.PickupWindow, str]] = ..., state: _Optional[_Union[WaitingState, str]] = ..., joined_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., offered_window: _Optional[_Union[_booking_pb2.PickupWindow, str]] = ..., offer_ends_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., contact: _Optional[_Union[_booking_pb2.Contact, _Mapping]] = ...) -> None: ...

class JoinWaitingListRequest(_message.Message):
    __slots__ = ("contact", "pickup_date", "pickup_window", "language")
    CONTACT_FIELD_NUMBER: _ClassVar[int]
    PICKUP_DATE_FIELD_NUMBER: _ClassVar[int]
    PICKUP_WINDOW_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    contact: _booking_pb2.Contact
    pickup_date: str
    pickup_window: _booking_pb2.PickupWindow
    language: str
    def __init__(self, contact: _Optional[_Union[_booking_pb2.Contact, _Mapping]] = ..., pickup_date: _Optional[str] = ..., pickup_window: _Optional[_Union[_booking_pb2.PickupWindow, str]] = ..., language: _Optional[str] = ...) -> None: ...

class JoinWaitingListResponse(_message.Message):
    __slots__ = ("waiting", "token")
    WAITING_FIELD_NUMBER: _ClassVar[int]
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    waiting: Waiting
    token: str
    def __init__(self, waiting: _Optional[_Union[Waiting, _Mapping]] = ..., token: _Optional[str] = ...) -> None: ...

class GetWaitingRequest(_message.Message):
    __slots__ = ("token",)
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    token: str
    def __init__(self, token: _Optional[str] = ...) -> None: ...

class GetWaitingResponse(_message.Message):
    __slots__ = ("waiting",)
    WAITING_FIELD_NUMBER: _ClassVar[int]
    waiting: Waiting
    def __init__(self, waiting: _Optional[_Union[Waiting, _Mapping]] = ...) -> None: ...

class LeaveWaitingListRequest(_message.Message):
    __slots__ = ("token",)
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    token: str
    def __init__(self, token: _Optional[str] = ...) -> None: ...

class LeaveWaitingListResponse(_message.Message):
    __slots__ = ("waiting",)
    WAITING_FIELD_NUMBER: _ClassVar[int]
    waiting: Waiting
    def __init__(self, waiting: _Optional[_Union[Waiting, _Mapping]] = ...) -> None: ...

class ListWaitingRequest(_message.Message):
    __slots__ = ("pickup_date", "page_size", "page_token")
    PICKUP_DATE_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    pickup_date: str
    page_size: int
    page_token: str
    def __init__(self, pickup_date: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListWaitingResponse(_message.Message):
    __slots__ = ("entries", "next_page_token")
    ENTRIES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    entries: _containers.RepeatedCompositeFieldContainer[Waiting]
    next_page_token: str
    def __init__(self, entries: _Optional[_Iterable[_Union[Waiting, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...
