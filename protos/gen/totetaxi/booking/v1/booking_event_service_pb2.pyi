import datetime

from buf.validate import validate_pb2 as _validate_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from totetaxi.booking.v1 import booking_pb2 as _booking_pb2
from totetaxi.booking.v1 import logistics_pb2 as _logistics_pb2
from totetaxi.booking.v1 import tracking_service_pb2 as _tracking_service_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class StatusReached(_message.Message):
    __slots__ = ("status",)
    STATUS_FIELD_NUMBER: _ClassVar[int]
    status: _booking_pb2.BookingStatus
    def __init__(self, status: _Optional[_Union[_booking_pb2.BookingStatus, str]] = ...) -> None: ...

class Rescheduled(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class StageReached(_message.Message):
    __slots__ = ("kind", "stage")
    KIND_FIELD_NUMBER: _ClassVar[int]
    STAGE_FIELD_NUMBER: _ClassVar[int]
    kind: _logistics_pb2.DeliveryTaskKind
    stage: _tracking_service_pb2.TrackingStage
    def __init__(self, kind: _Optional[_Union[_logistics_pb2.DeliveryTaskKind, str]] = ..., stage: _Optional[_Union[_tracking_service_pb2.TrackingStage, str]] = ...) -> None: ...

class BookingEvent(_message.Message):
    __slots__ = ("position", "happened_at", "status", "rescheduled", "stage")
    POSITION_FIELD_NUMBER: _ClassVar[int]
    HAPPENED_AT_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    RESCHEDULED_FIELD_NUMBER: _ClassVar[int]
    STAGE_FIELD_NUMBER: _ClassVar[int]
    position: int
    happened_at: _timestamp_pb2.Timestamp
    status: StatusReached
    rescheduled: Rescheduled
    stage: StageReached
    def __init__(self, position: _Optional[int] = ..., happened_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., status: _Optional[_Union[StatusReached, _Mapping]] = ..., rescheduled: _Optional[_Union[Rescheduled, _Mapping]] = ..., stage: _Optional[_Union[StageReached, _Mapping]] = ...) -> None: ...

class ListBookingEventsRequest(_message.Message):
    __slots__ = ("booking_id", "booking_number", "after", "email", "guest_session")
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_NUMBER_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    GUEST_SESSION_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    booking_number: str
    after: int
    email: str
    guest_session: str
    def __init__(self, booking_id: _Optional[str] = ..., booking_number: _Optional[str] = ..., after: _Optional[int] = ..., email: _Optional[str] = ..., guest_session: _Optional[str] = ...) -> None: ...

class ListBookingEventsResponse(_message.Message):
    __slots__ = ("events", "has_more", "is_over", "booking_id")
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    HAS_MORE_FIELD_NUMBER: _ClassVar[int]
    IS_OVER_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    events: _containers.RepeatedCompositeFieldContainer[BookingEvent]
    has_more: bool
    is_over: bool
    booking_id: str
    def __init__(self, events: _Optional[_Iterable[_Union[BookingEvent, _Mapping]]] = ..., has_more: _Optional[bool] = ..., is_over: _Optional[bool] = ..., booking_id: _Optional[str] = ...) -> None: ...
