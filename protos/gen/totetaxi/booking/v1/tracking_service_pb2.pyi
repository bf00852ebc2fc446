import datetime

from buf.validate import validate_pb2 as _validate_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from totetaxi.booking.v1 import booking_pb2 as _booking_pb2
from totetaxi.booking.v1 import logistics_pb2 as _logistics_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class TrackingStage(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    TRACKING_STAGE_UNSPECIFIED: _ClassVar[TrackingStage]
    TRACKING_STAGE_SCHEDULED: _ClassVar[TrackingStage]
    TRACKING_STAGE_ON_THE_WAY: _ClassVar[TrackingStage]
    TRACKING_STAGE_ARRIVED: _ClassVar[TrackingStage]
    TRACKING_STAGE_LOADED: _ClassVar[TrackingStage]
    TRACKING_STAGE_DELIVERED: _ClassVar[TrackingStage]
    TRACKING_STAGE_FAILED: _ClassVar[TrackingStage]
TRACKING_STAGE_UNSPECIFIED: TrackingStage
TRACKING_STAGE_SCHEDULED: TrackingStage
TRACKING_STAGE_ON_THE_WAY: TrackingStage
TRACKING_STAGE_ARRIVED: TrackingStage
TRACKING_STAGE_LOADED: TrackingStage
TRACKING_STAGE_DELIVERED: TrackingStage
TRACKING_STAGE_FAILED: TrackingStage

class TrackedStage(_message.Message):
    __slots__ = ("stage", "is_reached", "reached_at")
    STAGE_FIELD_NUMBER: _ClassVar[int]
    IS_REACHED_FIELD_NUMBER: _ClassVar[int]
    REACHED_AT_FIELD_NUMBER: _ClassVar[int]
    stage: TrackingStage
    is_reached: bool
    reached_at: _timestamp_pb2.Timestamp
    def __init__(self, stage: _Optional[_Union[TrackingStage, str]] = ..., is_reached: _Optional[bool] = ..., reached_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class TrackedLeg(_message.Message):
    __slots__ = ("kind", "stage", "arrives_from", "arrives_until", "stages")
    KIND_FIELD_NUMBER: _ClassVar[int]
    STAGE_FIELD_NUMBER: _ClassVar[int]
    ARRIVES_FROM_FIELD_NUMBER: _ClassVar[int]
    ARRIVES_UNTIL_FIELD_NUMBER: _ClassVar[int]
    STAGES_FIELD_NUMBER: _ClassVar[int]
    kind: _logistics_pb2.DeliveryTaskKind
    stage: TrackingStage
    arrives_from: _timestamp_pb2.Timestamp
    arrives_until: _timestamp_pb2.Timestamp
    stages: _containers.RepeatedCompositeFieldContainer[TrackedStage]
    def __init__(self, kind: _Optional[_Union[_logistics_pb2.DeliveryTaskKind, str]] = ..., stage: _Optional[_Union[TrackingStage, str]] = ..., arrives_from: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., arrives_until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., stages: _Optional[_Iterable[_Union[TrackedStage, _Mapping]]] = ...) -> None: ...

class GetTrackingRequest(_message.Message):
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

class GetTrackingResponse(_message.Message):
    __slots__ = ("booking_number", "status", "legs")
    BOOKING_NUMBER_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    LEGS_FIELD_NUMBER: _ClassVar[int]
    booking_number: str
    status: _booking_pb2.BookingStatus
    legs: _containers.RepeatedCompositeFieldContainer[TrackedLeg]
    def __init__(self, booking_number: _Optional[str] = ..., status: _Optional[_Union[_booking_pb2.BookingStatus, str]] = ..., legs: _Optional[_Iterable[_Union[TrackedLeg, _Mapping]]] = ...) -> None: ...
